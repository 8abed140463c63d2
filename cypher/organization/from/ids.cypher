// Where the organizations are looked for that a filter is asked of: among these.
// Parameters: among (ids).
UNWIND $among AS id
MATCH (it:Entity:Organization {id: id, generation: $generation})
