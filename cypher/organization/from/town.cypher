// Where the organizations are looked for that a filter is asked of: among those of a town.
// Parameters: key (id of the town).
MATCH (:Entity {id: key, generation: $generation})<-[:IN_TOWN]-(it:Organization)
