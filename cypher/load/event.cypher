// Creates events.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Event)
SET node = row, node.generation = $generation
