// Where observations are looked for: in a bucket.
// Parameters: key (the bucket).
MATCH (it:Observation {observationBucket: key, generation: $generation})
