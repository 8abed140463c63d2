// Generations that nobody reads any more: superseded ones, and what a killed load left.
// Columns: id.
OPTIONAL MATCH (pointer:Pointer {name: 'current'})
WITH coalesce(pointer.generation, '') AS current
MATCH (entity:Entity)
WHERE entity.generation <> current
RETURN DISTINCT entity.generation AS id
