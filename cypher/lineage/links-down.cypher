// Links of descent that lead down from organizations at any distance: all that a walk over them needs, in one statement.
// Which of them a walk comes to, it finds out itself, as every link of a way has to pass the filters: neither engine
// prunes a path by all of them alike. That an organization is come to by many ways costs nothing: DISTINCT ends has both
// engines visit each once.
// Parameters: ids. Conditions on the link, of where/, have their own.
// Columns: key (the id asked for), node (id of the predecessor), other (id of the successor), strength; and fact (the
// link's record) where it is asked for. In no order, as sorting them would take as long as finding them.
UNWIND $ids AS key
MATCH (root:Entity {id: key, generation: $generation})<-[:DESCENDS_FROM*0..]-(node)
WITH DISTINCT key, node
MATCH (node)<-[link:DESCENDS_FROM]-(other:Organization)
RETURN key, node.id AS node, other.id AS other, link.certaintyStrength AS strength
