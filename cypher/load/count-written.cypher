// Counts what is in the generation.
// Columns: nodes, relations.
MATCH (node:Entity {generation: $generation})
RETURN count(node) AS nodes, coalesce(sum(COUNT { (node)-->() }), 0) AS relations
