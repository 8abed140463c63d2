// A condition on the organization `it`, true or false, never null; see knowledge/organization-filter.ts.
// Parameters: former (truth).
coalesce(it.formerStateCompany, false) = $former
