// Creates ids that lead on to another.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Redirect {generation: $generation})
SET node += row
