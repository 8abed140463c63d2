// Creates places that are no studied towns.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Place {generation: $generation})
SET node += row
