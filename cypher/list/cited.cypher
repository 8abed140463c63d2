// Nodes that are cited from a place in a source, by id.
// Parameters: place (source, page and table as one text), after (id or null), limit.
// Columns: record.
MATCH (entity:Entity {generation: $generation})
WHERE entity.kind IS NOT NULL AND $place IN entity.citedAt AND ($after IS NULL OR entity.id > $after)
RETURN entity.record AS record
ORDER BY entity.id
LIMIT $limit
