// Links of descent that lead up from organizations at any distance.
// Parameters: as of links-down.
// Columns: as of links-down; node is the id of the successor, other that of the predecessor.
UNWIND $ids AS key
MATCH (root:Entity {id: key, generation: $generation})-[:DESCENDS_FROM*0..]->(node)
WITH DISTINCT key, node
MATCH (node)-[link:DESCENDS_FROM]->(other:Organization)
WHERE link.mechanism IN $mechanisms
  AND ($continuity IS NULL OR ANY(carried IN link.continuity WHERE carried IN $continuity))
  AND link.dateEarliest <= $last AND link.dateLatest >= $first
  AND (NOT $certainly
    OR ($first <= link.dateEarliest AND link.dateLatest <= $last AND link.dateUncertain IS NULL AND NOT $doubtful))
  AND link.certaintyStrength >= $strength
  AND ($derived OR link.derived IS NULL)
  AND ($excluded IS NULL OR NOT ANY(source IN link.sources WHERE source IN $excluded))
RETURN key, node.id AS node, other.id AS other, link.certaintyStrength AS strength, link.record AS fact
