// Links of descent that lead down from organizations at any distance: all that a walk over them needs, in one statement.
// Which of them a walk comes to, it finds out itself, as every link of a way has to pass the filters: neither engine
// prunes a path by all of them alike. That an organization is come to by many ways costs nothing: DISTINCT ends has both
// engines visit each once.
// Parameters: ids; mechanisms (list); continuity (list or null: any); first and last (days that the date has to touch);
// certainly (whether it has to lie within them; not where doubtful);
// strength (least certainty, 0 to 2); derived (whether to follow links that follow from where units were placed);
// excluded (ids of sources that nothing may rest on, or null).
// Columns: key (the id asked for), node (id of the predecessor), other (id of the successor), strength, fact (the link's
// record). In no order, as sorting them would take as long as finding them.
UNWIND $ids AS key
MATCH (root:Entity {id: key, generation: $generation})<-[:DESCENDS_FROM*0..]-(node)
WITH DISTINCT key, node
MATCH (node)<-[link:DESCENDS_FROM]-(other:Organization)
WHERE link.mechanism IN $mechanisms
  AND ($continuity IS NULL OR ANY(carried IN link.continuity WHERE carried IN $continuity))
  AND link.dateEarliest <= $last AND link.dateLatest >= $first
  AND (NOT $certainly
    OR ($first <= link.dateEarliest AND link.dateLatest <= $last AND link.dateUncertain IS NULL AND NOT $doubtful))
  AND link.certaintyStrength >= $strength
  AND ($derived OR link.derived IS NULL)
  AND ($excluded IS NULL OR NOT ANY(source IN link.sources WHERE source IN $excluded))
RETURN key, node.id AS node, other.id AS other, link.certaintyStrength AS strength, link.record AS fact
