// For a database of one generation. The engine needs the constraint and an index beside it.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (entity:Entity) REQUIRE entity.id IS UNIQUE;
CREATE INDEX entity_by_id IF NOT EXISTS FOR (entity:Entity) ON (entity.id);
