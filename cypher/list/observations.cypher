// Observations that fulfil all conditions that are given; a condition that is null is not.
// Parameters: tables, organizations, places, sectors, measures (lists or null), total (truth or null),
// first and last (days that the period has to touch).
// Columns: record.
MATCH (entity:Observation {generation: $generation})
WHERE ($tables IS NULL OR coalesce(entity.table, '') IN $tables)
  AND ($organizations IS NULL OR coalesce(entity.organization, '') IN $organizations)
  AND ($places IS NULL OR coalesce(entity.place, '') IN $places)
  AND ($sectors IS NULL OR coalesce(entity.sector, '') IN $sectors)
  AND ($measures IS NULL OR entity.measure IN $measures)
  AND ($total IS NULL OR coalesce(entity.total, false) = $total)
  AND entity.periodFirst <= $last AND $first <= entity.periodLast
RETURN entity.record AS record
ORDER BY coalesce(entity.table, ''), coalesce(entity.row, 0), coalesce(entity.column, 0), entity.id
