// The dataset of the generation.
// Columns: dataset (properties), sources (ids).
MATCH (dataset:Entity {id: 'dataset', generation: $generation})
OPTIONAL MATCH (source:Source {generation: $generation})
WITH dataset, source.id AS source
ORDER BY source
RETURN properties(dataset) AS dataset, collect(source) AS sources
