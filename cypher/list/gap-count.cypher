// How much is not known of nodes; a condition that is null is not one.
// Parameters: kinds (list or null).
// Columns: count.
MATCH (it:Gap {generation: $generation})
WHERE $kinds IS NULL OR it.gapKind IN $kinds
RETURN count(it) AS count
