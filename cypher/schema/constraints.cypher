// For a database of one generation. The engine needs the constraint and an index beside it.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (entity:Entity) REQUIRE entity.id IS UNIQUE;
CREATE INDEX entity_by_id IF NOT EXISTS FOR (entity:Entity) ON (entity.id);
CREATE INDEX organization_by_name_bucket IF NOT EXISTS FOR (organization:Organization) ON (organization.nameBucket);
CREATE INDEX organization_by_founded_bucket IF NOT EXISTS FOR (organization:Organization) ON (organization.foundedBucket);
CREATE INDEX organization_by_founded_last_bucket IF NOT EXISTS FOR (organization:Organization) ON (organization.foundedLastBucket);
CREATE INDEX organization_by_descendants_bucket IF NOT EXISTS FOR (organization:Organization) ON (organization.descendantsBucket);
CREATE INDEX organization_by_town_name_bucket IF NOT EXISTS FOR (organization:Organization) ON (organization.townNameBucket);
CREATE INDEX observation_by_bucket IF NOT EXISTS FOR (observation:Observation) ON (observation.observationBucket);
CREATE INDEX gap_by_bucket IF NOT EXISTS FOR (gap:Gap) ON (gap.gapBucket);
CREATE INDEX event_by_bucket IF NOT EXISTS FOR (event:Event) ON (event.eventBucket);
CREATE INDEX person_by_bucket IF NOT EXISTS FOR (person:Person) ON (person.personBucket);
