// Which observations are looked for; a condition that is null is not one.
// Parameters: tables, organizations, places, sectors, measures (lists or null), total (truth or null),
// first and last (days that the period has to touch).
($tables IS NULL OR coalesce(it.table, '') IN $tables)
  AND ($organizations IS NULL OR coalesce(it.organization, '') IN $organizations)
  AND ($places IS NULL OR coalesce(it.place, '') IN $places)
  AND ($sectors IS NULL OR coalesce(it.sector, '') IN $sectors)
  AND ($measures IS NULL OR it.measure IN $measures)
  AND ($total IS NULL OR coalesce(it.total, false) = $total)
  AND it.periodFirst <= $last AND $first <= it.periodLast
