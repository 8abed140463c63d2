// For a database that holds several generations.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (entity:Entity) REQUIRE (entity.generation, entity.id) IS UNIQUE;
CREATE INDEX organization_by_name IF NOT EXISTS FOR (organization:Organization) ON (organization.generation, organization.sortName, organization.id);
CREATE INDEX organization_by_founding IF NOT EXISTS FOR (organization:Organization) ON (organization.generation, organization.sortFounded, organization.id);
