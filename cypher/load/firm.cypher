// Creates firms.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Organization:Firm {generation: $generation})
SET node += row
