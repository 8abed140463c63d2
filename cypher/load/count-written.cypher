// Counts what is in the generation.
// Columns: nodes, ids (different ones), relations.
MATCH (node:Entity {generation: $generation})
RETURN count(node) AS nodes, count(DISTINCT node.id) AS ids, coalesce(sum(COUNT { (node)-->() }), 0) AS relations
