// Which events are looked for; a condition that is null is not one.
// Parameters: town, participant, phase (ids or null), kinds (list or null), first and last (days that the date has to
// touch), certainly (whether it has to lie within them), doubtful (whether it is not certain that they are meant).
($town IS NULL OR $town IN it.towns)
  AND ($kinds IS NULL OR it.eventKind IN $kinds)
  AND it.dateEarliest <= $last AND $first <= it.dateLatest
  AND (NOT $certainly
    OR (NOT $doubtful AND $first <= it.dateEarliest AND it.dateLatest <= $last AND it.dateUncertain IS NULL))
  AND ($participant IS NULL OR EXISTS { MATCH (it)<-[:TOOK_PART_IN]-(other:Entity) WHERE other.id = $participant })
  AND ($phase IS NULL OR EXISTS { MATCH (it)-[:PART_OF_PHASE]->(other:Phase) WHERE other.id = $phase })
