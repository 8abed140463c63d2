// All sectors.
// Columns: record.
MATCH (entity:Sector {generation: $generation})
RETURN entity.record AS record
ORDER BY entity.id
