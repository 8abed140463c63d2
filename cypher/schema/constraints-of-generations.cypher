// For a database that holds several generations.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (entity:Entity) REQUIRE (entity.generation, entity.id) IS UNIQUE;
CREATE INDEX organization_by_name_bucket IF NOT EXISTS FOR (organization:Organization) ON (organization.generation, organization.nameBucket);
CREATE INDEX organization_by_founded_bucket IF NOT EXISTS FOR (organization:Organization) ON (organization.generation, organization.foundedBucket);
CREATE INDEX organization_by_founded_last_bucket IF NOT EXISTS FOR (organization:Organization) ON (organization.generation, organization.foundedLastBucket);
CREATE INDEX organization_by_descendants_bucket IF NOT EXISTS FOR (organization:Organization) ON (organization.generation, organization.descendantsBucket);
CREATE INDEX organization_by_town_name_bucket IF NOT EXISTS FOR (organization:Organization) ON (organization.generation, organization.townNameBucket);
CREATE INDEX observation_by_bucket IF NOT EXISTS FOR (observation:Observation) ON (observation.generation, observation.observationBucket);
CREATE INDEX gap_by_bucket IF NOT EXISTS FOR (gap:Gap) ON (gap.generation, gap.gapBucket);
CREATE INDEX event_by_bucket IF NOT EXISTS FOR (event:Event) ON (event.generation, event.eventBucket);
CREATE INDEX person_by_bucket IF NOT EXISTS FOR (person:Person) ON (person.generation, person.personBucket);
// An index that was counted when the database was empty seems to have nothing in it. It is planned to be read whole for
// each id then, and such a plan is kept when the index has been counted anew.
CALL db.resampleOutdatedIndexes();
