// Creates towns.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Place:Town {generation: $generation})
SET node += row
