// Which gaps are looked for; a condition that is null is not one.
// Parameters: kinds (list or null).
$kinds IS NULL OR it.gapKind IN $kinds
