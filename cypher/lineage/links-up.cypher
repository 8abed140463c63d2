// Links of descent that lead up from organizations, one level.
// Parameters: as of links-down.
// Columns: key (id of the successor), other (id of the predecessor), fact (the link's record).
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)-[link:DESCENDS_FROM]->(other:Organization)
WHERE link.mechanism IN $mechanisms
  AND ($continuity IS NULL OR ANY(carried IN link.continuity WHERE carried IN $continuity))
  AND link.dateEarliest <= $last AND link.dateLatest >= $first
  AND (NOT $certainly
    OR ($first <= link.dateEarliest AND link.dateLatest <= $last AND NOT link.dateUncertain AND NOT $doubtful))
  AND link.certaintyStrength >= $strength
  AND ($derived OR NOT link.derived)
  AND ($excluded IS NULL OR NOT ANY(source IN link.sources WHERE source IN $excluded))
RETURN key, other.id AS other, link.record AS fact
ORDER BY key, other.id, link.id
