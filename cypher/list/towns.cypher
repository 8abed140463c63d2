// The towns studied.
// Columns: entity (properties).
MATCH (entity:Town {generation: $generation})
RETURN properties(entity) AS entity
ORDER BY entity.sortName, entity.id
