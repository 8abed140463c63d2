// Removes some nodes of a superseded generation, with their relations.
// Parameters: superseded (id of the generation), limit (nodes).
// Columns: removed (nodes; fewer than limit where none are left).
MATCH (entity:Entity {generation: $superseded})
WITH entity LIMIT $limit
DETACH DELETE entity
RETURN count(*) AS removed
