// Where observations are looked for: among the cells of tables.
// Parameters: tables (ids, each once).
UNWIND $tables AS id
MATCH (:Entity {id: id, generation: $generation})<-[:IN_TABLE]-(it:Observation)
