// All phases.
// Columns: entity (properties).
MATCH (entity:Phase {generation: $generation})
RETURN properties(entity) AS entity
ORDER BY entity.startEarliest, coalesce(entity.ordinal, 0), entity.id
