// Where the organizations are looked for that a filter is asked of: among those of a town.
// Parameters: list (id of the town).
MATCH (:Entity {id: list, generation: $generation})<-[:IN_TOWN]-(it:Organization)
