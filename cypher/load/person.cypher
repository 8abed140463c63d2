// Creates people.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Person {generation: $generation})
SET node += row
