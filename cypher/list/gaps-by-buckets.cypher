// What is not known of the organizations in buckets of towns, by their names; a condition that is null is not one.
// Parameters: ids (of buckets), kinds (list or null), afterKey and afterId (sort key of an organization and id of a gap,
// or null), limit (for each bucket).
// Columns: key (the bucket), id, place (sort key of the organization).
UNWIND $ids AS key
CALL (key) {
MATCH (organization:Organization {townNameBucket: key, generation: $generation})
MATCH (organization)<-[:ABOUT]-(it:Gap)
WHERE ($kinds IS NULL OR it.gapKind IN $kinds)
  AND ($afterKey IS NULL OR organization.sortName > $afterKey OR (organization.sortName = $afterKey AND it.id > $afterId))
RETURN it.id AS id, organization.sortName AS place
ORDER BY place, id
LIMIT $limit
}
RETURN key, id, place
ORDER BY key, place, id
