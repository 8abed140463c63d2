// Creates collaborations; the parties are linked to them.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Collaboration {generation: $generation})
SET node += row
