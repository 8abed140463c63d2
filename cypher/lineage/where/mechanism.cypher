// The link is of one of some mechanisms.
// Parameters: mechanisms.
link.mechanism IN $mechanisms
