// The dataset of the generation.
// Columns: record, sources (ids).
MATCH (dataset:Entity {id: 'dataset', generation: $generation})
OPTIONAL MATCH (source:Source {generation: $generation})
WITH dataset, source.id AS source
ORDER BY source
RETURN dataset.record AS record, collect(source) AS sources
