// The link rests on none of some sources.
// Parameters: excluded (ids).
NOT ANY(source IN link.sources WHERE source IN $excluded)
