// Nodes by their ids; an id that is no longer used leads on to its successor.
// Parameters: ids.
// Columns: asked (the id asked for), entity (properties). Absent ids have no row.
UNWIND $ids AS asked
MATCH (named:Entity {id: asked, generation: $generation})
OPTIONAL MATCH (next:Entity {id: coalesce(named.redirectsTo, ''), generation: $generation})
WITH asked, coalesce(next, named) AS entity
WHERE entity.kind IS NOT NULL
RETURN asked, properties(entity) AS entity
