// Creates observations.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Observation {generation: $generation})
SET node += row
