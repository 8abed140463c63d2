// The end of a statement on organizations: their ids.
// Columns: id.
RETURN it.id AS id
ORDER BY id
