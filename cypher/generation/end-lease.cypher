// Gives the right to load back.
// Parameters: owner.
MATCH (lease:Pointer {name: 'load', owner: $owner})
REMOVE lease.owner, lease.until
