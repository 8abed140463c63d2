// A condition on the organization `it`, true or false, never null; see knowledge/organization-filter.ts.
// Parameters: first, last (days).
(it.startEarliest <= $last AND $first <= it.startLatest)
