// Places that lie directly within others.
// Parameters: ids.
// Columns: id.
UNWIND $ids AS key
MATCH (whole:Entity {id: key, generation: $generation})<-[:WITHIN]-(part:Place)
RETURN DISTINCT part.id AS id
ORDER BY id
