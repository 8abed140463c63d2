// What the nodes of some ids are called, for the index of names.
// Parameters: ids.
// Columns: id, kind, names (JSON texts of dated names; null where nameNb and nameEn hold them), name, nameNb, nameEn,
// titleNb, titleEn, aliases.
UNWIND $ids AS wanted
MATCH (node:Entity {generation: $generation, id: wanted})
RETURN node.id AS id, node.kind AS kind, node.names AS names, node.name AS name, node.nameNb AS nameNb,
  node.nameEn AS nameEn, node.titleNb AS titleNb, node.titleEn AS titleEn, node.aliases AS aliases
ORDER BY id
