// Before the first MERGE of a pointer: of two that run at once without it, each would create one.
CREATE CONSTRAINT pointer_name IF NOT EXISTS FOR (pointer:Pointer) REQUIRE pointer.name IS UNIQUE
