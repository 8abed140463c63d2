// How much is not known of a town's organizations and events; a condition that is null is not one.
// Parameters: town (id), kinds (list or null).
// Columns: count.
MATCH (:Entity {id: $town, generation: $generation})<-[:IN_TOWN]-(node)
MATCH (node)<-[:ABOUT]-(it:Gap)
WHERE $kinds IS NULL OR it.gapKind IN $kinds
RETURN count(it) AS count
