// Renews the right to load, which lapsed where another load has taken it since, also where that one has ended.
// Parameters: owner (of the load), lease (milliseconds until it lapses).
// Columns: owner. No row where the load has it no more.
MATCH (lease:Pointer {name: 'load'})
SET lease.asked = timestamp()
WITH lease
WHERE lease.owner = $owner
SET lease.until = lease.asked + $lease
RETURN lease.owner AS owner
