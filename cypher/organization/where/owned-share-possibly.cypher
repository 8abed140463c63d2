// A condition on the owner `other` of the organization `it`, or on the holding `link`; see knowledge/organization-filter.ts.
// Parameters: minShare (percent).
coalesce(link.share, link.shareAtMost, 100) >= $minShare
