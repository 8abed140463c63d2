// A condition on the organization `it`, true or false, never null; see knowledge/organization-filter.ts.
// Parameters: first, last (days).
(it.heldFrom <= $first AND $last <= it.heldTo)
