// What is not known of a town's events, by id; a condition that is null is not one.
// Parameters: town (id), kinds (list or null), after (id or null), limit.
// Columns: id.
MATCH (:Entity {id: $town, generation: $generation})<-[:IN_TOWN]-(event:Event)
MATCH (event)<-[:ABOUT]-(it:Gap)
WHERE ($kinds IS NULL OR it.gapKind IN $kinds) AND ($after IS NULL OR it.id > $after)
RETURN it.id AS id
ORDER BY id
LIMIT $limit
