// How many buckets lists have (dataset/write/buckets.ts).
// Parameters: ids (of the dataset's node, or of towns).
// Columns: key, record.
UNWIND $ids AS key
MATCH (list:Entity {id: key, generation: $generation})
RETURN key, list.record AS record
