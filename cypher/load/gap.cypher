// Creates gaps: what is not known of a node.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (gap:Entity:Gap {generation: $generation})
SET gap += row
