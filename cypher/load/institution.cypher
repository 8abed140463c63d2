// Creates institutions.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Organization:Institution {generation: $generation})
SET node += row
