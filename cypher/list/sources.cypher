// All sources.
// Columns: record.
MATCH (entity:Source {generation: $generation})
RETURN entity.record AS record
ORDER BY entity.id
