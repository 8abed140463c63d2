// All sectors.
// Columns: entity (properties).
MATCH (entity:Sector {generation: $generation})
RETURN properties(entity) AS entity
ORDER BY entity.id
