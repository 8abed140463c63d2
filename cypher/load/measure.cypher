// Creates measures.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Measure {generation: $generation})
SET node += row
