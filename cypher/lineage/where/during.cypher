// The link's date touches an interval.
// Parameters: first and last (days).
link.dateEarliest <= $last AND link.dateLatest >= $first
