// Where events are looked for: among all.
MATCH (it:Event {generation: $generation})
