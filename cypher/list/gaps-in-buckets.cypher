// What is not known of nodes, by id, bucket by bucket; a condition that is null is not one.
// Parameters: ids (of buckets), kinds (list or null), after (id or null), limit.
// Columns: key (the bucket), record.
UNWIND $ids AS key
CALL (key) {
MATCH (it:Gap {gapBucket: key, generation: $generation})
WHERE ($kinds IS NULL OR it.gapKind IN $kinds) AND ($after IS NULL OR it.id > $after)
RETURN it
ORDER BY it.id
LIMIT $limit
}
RETURN key, it.record AS record
ORDER BY key, it.id
