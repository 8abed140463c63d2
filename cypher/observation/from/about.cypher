// Where observations are looked for: among those about organizations, or about places where no organizations are named.
// Parameters: organizations, places (ids, each once; one of them may be null).
UNWIND coalesce($organizations, $places) AS id
MATCH (:Entity {id: id, generation: $generation})<-[:ABOUT]-(it:Observation)
