// Creates sectors.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Sector {generation: $generation})
SET node += row
