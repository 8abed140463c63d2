// The ids of everything that can be found by a name, for the index of names.
// Parameters: kinds.
// Columns: id.
MATCH (node:Entity {generation: $generation})
WHERE node.kind IN $kinds
RETURN node.id AS id
ORDER BY id
