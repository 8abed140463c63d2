// The generation that readers read.
// Columns: id, version (of the dataset in it), layout (1 where it is older than layouts are). No row where nothing is loaded.
MATCH (pointer:Pointer {name: 'current'})
RETURN pointer.generation AS id, pointer.version AS version, coalesce(pointer.layout, 1) AS layout
