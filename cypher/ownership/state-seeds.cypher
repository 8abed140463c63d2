// Organizations that the state's ownership begins with: its bodies, and what the source calls a state company.
// Parameters: kinds (kinds of institution that are the state).
// Columns: id.
MATCH (it:Organization {generation: $generation})
WHERE coalesce(it.institutionKind, '') IN $kinds OR it.stateCompany
RETURN it.id AS id
ORDER BY id
