// All phases.
// Columns: record.
MATCH (entity:Phase {generation: $generation})
RETURN entity.record AS record
ORDER BY entity.startEarliest, coalesce(entity.ordinal, 0), entity.id
