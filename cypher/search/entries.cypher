// Everything that can be found by a name, for the index of names.
// Columns: id, kind, town, names (JSON texts of dated names; null where nameNb and nameEn hold them), name, nameNb, nameEn,
// titleNb, titleEn, aliases.
MATCH (node:Entity {generation: $generation})
WHERE node.kind IN $kinds
RETURN node.id AS id, node.kind AS kind, node.names AS names, node.name AS name, node.nameNb AS nameNb,
  node.nameEn AS nameEn, node.titleNb AS titleNb, node.titleEn AS titleEn, node.aliases AS aliases
ORDER BY id
