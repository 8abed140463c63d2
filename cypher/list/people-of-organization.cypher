// People with a role in an organization, by name; a condition that is null is not one.
// Parameters: organization (id), town (id or null), kinds (list or null).
// Columns: record.
MATCH (other:Entity {id: $organization, generation: $generation})<-[role:ROLE_IN]-(it:Person)
WHERE ($town IS NULL OR coalesce(other.town, '') = $town) AND ($kinds IS NULL OR role.kind IN $kinds)
WITH DISTINCT it
RETURN it.record AS record
ORDER BY it.sortName, it.id
