// A condition on the owner `other` of the organization `it`, or on the holding `link`; see knowledge/organization-filter.ts.
// Parameters: foreign (truth). Both countries have to be known.
coalesce((other.country <> it.country) = $foreign, false)
