// Takes the right to load, which one load at a time has. Setting a property first locks the lease until the
// transaction ends; the server's clock counts, as those of two loaders may differ.
// Whoever has it gets it again: the connection may have broken before the first answer came.
// Parameters: owner (of the load), lease (milliseconds until it lapses).
// Columns: owner. No row where another load has it.
MERGE (lease:Pointer {name: 'load'})
SET lease.asked = timestamp()
WITH lease
WHERE lease.owner IS NULL OR lease.owner = $owner OR lease.until < lease.asked
SET lease.owner = $owner, lease.until = lease.asked + $lease
RETURN lease.owner AS owner
