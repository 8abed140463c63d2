// All tables and figures.
// Columns: entity (properties).
MATCH (entity:Table {generation: $generation})
RETURN properties(entity) AS entity
ORDER BY entity.id
