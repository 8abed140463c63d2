// Nodes by their ids. An id that is no longer used has `redirectsTo` instead of a kind: its successor is asked for by
// another statement, as a look-up by what another node holds would scan on an embedded engine.
// Parameters: ids.
// Columns: asked (the id asked for), record. Absent ids have no row.
UNWIND $ids AS asked
MATCH (entity:Entity {id: asked, generation: $generation})
WHERE entity.kind IS NOT NULL OR entity.redirectsTo IS NOT NULL
RETURN asked, entity.record AS record
