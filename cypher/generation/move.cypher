// Makes a generation the current one, in one small transaction.
// Parameters: id, version, layout.
MERGE (pointer:Pointer {name: 'current'})
SET pointer.generation = $id, pointer.version = $version, pointer.layout = $layout
