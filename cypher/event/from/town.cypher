// Where events are looked for: among those of a town.
// Parameters: town (id).
MATCH (:Entity {id: $town, generation: $generation})<-[:IN_TOWN]-(it:Event)
