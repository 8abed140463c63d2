// Takes or renews the right to load, which one load at a time has.
// Parameters: owner (of the load), now and until (milliseconds since 1970).
// Columns: owner. No row where another load has it.
MERGE (lease:Pointer {name: 'load'})
SET lease.asked = $now
WITH lease
WHERE lease.owner IS NULL OR lease.owner = $owner OR lease.until < $now
SET lease.owner = $owner, lease.until = $until
RETURN lease.owner AS owner
