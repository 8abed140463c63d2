// The link's date certainly lies within an interval, and the interval is not doubtful itself.
// Parameters: first and last (days); doubtful.
$first <= link.dateEarliest AND link.dateLatest <= $last AND link.dateUncertain IS NULL AND NOT $doubtful
