// Collaborations of organizations; the dates stand on the links.
// Parameters: ids.
// Columns: key (the id asked for), record, fact (the link's record).
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)-[link:PARTY_TO]->(other:Collaboration)
RETURN key, other.record AS record, link.record AS fact
ORDER BY key, link.startEarliest, other.id
