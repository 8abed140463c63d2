// What is not known of nodes, by node; a condition that is null is not one.
// Parameters: town (id or null), kinds (list or null).
// Columns: record.
MATCH (gap:Gap {generation: $generation})
WHERE ($town IS NULL OR $town IN gap.towns)
  AND ($kinds IS NULL OR gap.gapKind IN $kinds)
RETURN gap.record AS record
ORDER BY gap.id
