// Creates phases.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Phase {generation: $generation})
SET node += row
