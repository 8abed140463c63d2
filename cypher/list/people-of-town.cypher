// People with a role in a town's organizations, by name; a condition that is null is not one.
// Parameters: town (id), kinds (list or null).
// Columns: record.
MATCH (:Entity {id: $town, generation: $generation})<-[:IN_TOWN]-(other:Organization)
MATCH (other)<-[role:ROLE_IN]-(it:Person)
WHERE $kinds IS NULL OR role.kind IN $kinds
WITH DISTINCT it
RETURN it.record AS record
ORDER BY it.sortName, it.id
