// Links of descent that lead down from organizations, one level: what a walk over them asks for at each step.
// Filters stand here and not on the result, as every link of a way has to pass.
// Parameters: ids; mechanisms (list); continuity (list or null: any); first and last (days that the date has to touch);
// certainly (whether it has to lie within them; not where doubtful);
// strength (least certainty, 0 to 2); derived (whether to follow links that follow from where units were placed);
// excluded (ids of sources that nothing may rest on, or null).
// Columns: key (id of the predecessor), other (id of the successor), fact (the link's record).
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)<-[link:DESCENDS_FROM]-(other:Organization)
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
