// Collaborations of organizations; the dates stand on the links.
// Parameters: ids.
// Columns: key (the id asked for), node and link (properties).
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)-[link:PARTY_TO]->(other:Collaboration)
RETURN key, properties(other) AS node, properties(link) AS link
ORDER BY key, link.startEarliest, other.id
