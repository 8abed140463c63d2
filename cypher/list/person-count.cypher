// How many people there are; a condition that is null is not one.
// Parameters: kinds (list or null).
// Columns: count.
MATCH (it:Person {generation: $generation})
WHERE $kinds IS NULL OR EXISTS { MATCH (it)-[role:ROLE_IN]->(:Organization) WHERE role.kind IN $kinds }
RETURN count(it) AS count
