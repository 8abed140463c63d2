// A condition on the organization `it`, true or false, never null; see knowledge/organization-filter.ts.
// Parameters: sectors (ids).
coalesce(it.sector, '') IN $sectors
