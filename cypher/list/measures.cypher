// All measures.
// Columns: entity (properties).
MATCH (entity:Measure {generation: $generation})
RETURN properties(entity) AS entity
ORDER BY entity.id
