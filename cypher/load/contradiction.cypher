// Creates contradictions.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Contradiction {generation: $generation})
SET node += row
