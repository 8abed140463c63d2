// All tables and figures.
// Columns: record.
MATCH (entity:Table {generation: $generation})
RETURN entity.record AS record
ORDER BY entity.id
