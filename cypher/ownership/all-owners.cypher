// Organizations and people that own anything.
// Columns: id.
MATCH (owner:Entity {generation: $generation})
WHERE EXISTS { MATCH (owner)-[:OWNS]->(:Organization) }
RETURN owner.id AS id
ORDER BY id
