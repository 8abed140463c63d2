// Direct predecessors of organizations and of what these came out of, as the dataset states them.
// Parameters: ids. How many links may lie before one is written behind the two dots.
// Columns: key (the id asked for), from and to (ids of the relation's ends), fact (the link's record), node (record of the
// predecessor).
UNWIND $ids AS key
MATCH (root:Entity {id: key, generation: $generation})-[:DESCENDS_FROM*0..]->(node)
WITH DISTINCT key, node
MATCH (node)-[link:DESCENDS_FROM]->(other:Entity)
WHERE link.derived IS NULL
RETURN key, node.id AS from, other.id AS to, link.record AS fact, other.record AS node
ORDER BY key, link.dateEarliest, link.id
