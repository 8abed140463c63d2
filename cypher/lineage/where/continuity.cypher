// The link carried over one of some things at least.
// Parameters: continuity.
ANY(carried IN link.continuity WHERE carried IN $continuity)
