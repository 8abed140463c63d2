// Where events are looked for: in a bucket.
// Parameters: key (the bucket).
MATCH (it:Event {eventBucket: key, generation: $generation})
