// A condition on the organization `it`, true or false, never null; see knowledge/organization-filter.ts.
// Parameters: firmKinds.
coalesce(it.firmKind, '') IN $firmKinds
