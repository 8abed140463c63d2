// How many buckets lists of organizations have (dataset/write/buckets.ts).
// Parameters: lists (ids: of the dataset's node, or of towns).
// Columns: id, record.
UNWIND $lists AS id
MATCH (list:Entity {id: id, generation: $generation})
RETURN id, list.record AS record
