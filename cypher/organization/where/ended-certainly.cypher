// A condition on the organization `it`, true or false, never null; see knowledge/organization-filter.ts.
// Parameters: first, last (days).
($first <= it.endEarliest AND it.endLatest <= $last AND it.endUncertain IS NULL)
