// The generation that readers read.
// Columns: id, version (of the dataset in it). No row where nothing is loaded.
MATCH (pointer:Pointer {name: 'current'})
RETURN pointer.generation AS id, pointer.version AS version
