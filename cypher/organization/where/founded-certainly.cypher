// A condition on the organization `it`, true or false, never null; see knowledge/organization-filter.ts.
// Parameters: first, last (days).
($first <= it.startEarliest AND it.startLatest <= $last AND it.startUncertain IS NULL)
