// A condition on the organization `it`, true or false, never null; see knowledge/organization-filter.ts.
// Parameters: text (folded).
(it.foldedNames CONTAINS $text OR it.foldedText CONTAINS $text)
