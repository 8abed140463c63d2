// Where the organizations are looked for that a filter is asked of: among all.
MATCH (it:Organization {generation: $generation})
