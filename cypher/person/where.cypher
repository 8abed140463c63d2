// Which people are looked for: those with a role of some kinds; a condition that is null is not one.
// Parameters: kinds (list or null).
$kinds IS NULL OR EXISTS { MATCH (it)-[role:ROLE_IN]->(:Organization) WHERE role.kind IN $kinds }
