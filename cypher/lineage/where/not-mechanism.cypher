// The link is of any mechanism but one, which engines find out sooner than by a list of all others.
// Parameters: without.
link.mechanism <> $without
