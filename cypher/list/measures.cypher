// All measures.
// Columns: record.
MATCH (entity:Measure {generation: $generation})
RETURN entity.record AS record
ORDER BY entity.id
