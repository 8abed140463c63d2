// Where events are looked for: among those of a phase.
// Parameters: phase (id).
MATCH (:Entity {id: $phase, generation: $generation})<-[:PART_OF_PHASE]-(it:Event)
