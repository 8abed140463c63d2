// The link is certain to a degree at least.
// Parameters: strength (0 to 2).
link.certaintyStrength >= $strength
