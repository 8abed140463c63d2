// A condition on the owner `other` of the organization `it`, or on the holding `link`; see knowledge/organization-filter.ts.
// Parameters: first, last (days).
link.startEarliest <= $last AND $first <= link.endLatest
