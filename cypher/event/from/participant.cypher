// Where events are looked for: among those that something took part in.
// Parameters: participant (id).
MATCH (:Entity {id: $participant, generation: $generation})-[:TOOK_PART_IN]->(it:Event)
