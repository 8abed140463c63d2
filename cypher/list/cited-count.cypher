// How many nodes are cited from a place in a source.
// Parameters: place (source, page and table as one text).
// Columns: count.
MATCH (entity:Entity {generation: $generation})
WHERE entity.kind IS NOT NULL AND $place IN entity.citedAt
RETURN count(entity) AS count
