// People with a role that fits all conditions, by name; a condition that is null is not one.
// Parameters: organization, town (ids or null), kinds (list or null).
// Columns: record.
MATCH (entity:Person {generation: $generation})
WHERE ($organization IS NULL AND $town IS NULL AND $kinds IS NULL)
  OR EXISTS {
    MATCH (entity)-[role:ROLE_IN]->(other:Organization)
    WHERE ($organization IS NULL OR other.id = $organization)
      AND ($town IS NULL OR coalesce(other.town, '') = $town)
      AND ($kinds IS NULL OR role.kind IN $kinds)
  }
RETURN entity.record AS record
ORDER BY entity.sortName, entity.id
