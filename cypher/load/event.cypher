// Creates events.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Event {generation: $generation})
SET node += row
