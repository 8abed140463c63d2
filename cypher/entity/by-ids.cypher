// Nodes by their ids. An id that is no longer used has `redirectsTo` instead of a kind: its successor is asked for by
// another statement, as a look-up by what another node holds would scan on an embedded engine.
// Parameters: ids.
// Columns: key (the id asked for), record. Absent ids have no row.
UNWIND $ids AS key
MATCH (entity:Entity {id: key, generation: $generation})
WHERE entity.kind IS NOT NULL OR entity.redirectsTo IS NOT NULL
RETURN key, entity.record AS record
