// Links of descent that lead up from organizations at any distance.
// Parameters: as of links-down.
// Columns: as of links-down; node is the id of the successor, other that of the predecessor.
UNWIND $ids AS key
MATCH (root:Entity {id: key, generation: $generation})-[:DESCENDS_FROM*0..]->(node)
WITH DISTINCT key, node
MATCH (node)-[link:DESCENDS_FROM]->(other:Organization)
RETURN key, node.id AS node, other.id AS other, link.certaintyStrength AS strength
