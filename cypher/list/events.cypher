// Events that fulfil all conditions that are given, by date; a condition that is null is not.
// Parameters: town, participant, phase (ids or null), kinds (list or null), first and last (days that the date has to
// touch), certainly (whether it has to lie within them).
// Columns: record.
MATCH (entity:Event {generation: $generation})
WHERE ($town IS NULL OR $town IN entity.towns)
  AND ($kinds IS NULL OR entity.eventKind IN $kinds)
  AND entity.dateEarliest <= $last AND $first <= entity.dateLatest
  AND (NOT $certainly
    OR ($first <= entity.dateEarliest AND entity.dateLatest <= $last AND entity.dateUncertain IS NULL))
  AND ($participant IS NULL OR EXISTS { MATCH (entity)<-[:TOOK_PART_IN]-(other:Entity) WHERE other.id = $participant })
  AND ($phase IS NULL OR EXISTS { MATCH (entity)-[:PART_OF_PHASE]->(other:Phase) WHERE other.id = $phase })
RETURN entity.record AS record
ORDER BY entity.dateEarliest, entity.id
