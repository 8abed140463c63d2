// All places, the towns studied included.
// Columns: record.
MATCH (entity:Place {generation: $generation})
RETURN entity.record AS record
ORDER BY entity.sortName, entity.id
