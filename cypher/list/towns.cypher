// The towns studied.
// Columns: record.
MATCH (entity:Town {generation: $generation})
RETURN entity.record AS record
ORDER BY entity.sortName, entity.id
