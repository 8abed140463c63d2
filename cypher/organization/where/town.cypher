// A condition on the organization `it`, true or false, never null; see knowledge/organization-filter.ts.
// Parameters: town (id).
coalesce(it.town, '') = $town
