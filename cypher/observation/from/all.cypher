// Where observations are looked for: among all.
MATCH (it:Observation {generation: $generation})
