// All sources.
// Columns: entity (properties).
MATCH (entity:Source {generation: $generation})
RETURN properties(entity) AS entity
ORDER BY entity.id
