// People by name, bucket by bucket; a condition that is null is not one.
// Parameters: ids (of buckets), kinds (list or null), afterKey and afterId (a name as it is sorted, and an id; or null),
// limit.
// Columns: key (the bucket), record.
UNWIND $ids AS key
CALL (key) {
MATCH (it:Person {personBucket: key, generation: $generation})
WHERE ($kinds IS NULL OR EXISTS { MATCH (it)-[role:ROLE_IN]->(:Organization) WHERE role.kind IN $kinds })
  AND ($afterKey IS NULL OR it.sortName > $afterKey OR (it.sortName = $afterKey AND it.id > $afterId))
RETURN it
ORDER BY it.sortName, it.id
LIMIT $limit
}
RETURN key, it.record AS record
ORDER BY key, it.sortName, it.id
