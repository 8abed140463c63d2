// All places, the towns studied included.
// Columns: entity (properties).
MATCH (entity:Place {generation: $generation})
RETURN properties(entity) AS entity
ORDER BY entity.sortName, entity.id
