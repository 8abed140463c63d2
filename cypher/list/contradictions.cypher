// Contradictions about a node, or about a town and its organizations; a condition that is null is not one.
// Parameters: about, town (ids or null).
// Columns: record.
MATCH (entity:Contradiction {generation: $generation})
WHERE ($about IS NULL OR $about IN entity.about)
  AND ($town IS NULL OR EXISTS {
    MATCH (entity)-[:ABOUT]->(other:Entity)
    WHERE other.id = $town OR coalesce(other.town, '') = $town
  })
RETURN entity.record AS record
ORDER BY entity.id
