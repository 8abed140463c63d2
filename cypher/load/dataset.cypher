// Creates the node that describes the dataset.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Dataset {generation: $generation})
SET node += row
