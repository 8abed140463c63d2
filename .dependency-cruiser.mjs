// Which folder of src/ may import which: a request goes from words to keys, batches, statements, rows and back to
// meaning, and each step knows the next one only. main.ts, server/ and cli/ put the parts together.
const mayImport = {
  domain: [],
  graph: [],
  knowledge: ["domain", "graph"],
  loaders: ["domain", "graph", "knowledge"],
  graphql: ["domain", "graph", "knowledge", "loaders"],
  dataset: ["domain", "graph"],
  export: ["domain", "knowledge"],
};

/** @param {string} name @param {string} path the one folder that may import a package */
const onlyFrom = (name, path) => ({
  name: `${name}-only-from-${path}`,
  severity: "error",
  from: { path: "^src/", pathNot: `^${path}/` },
  to: { path: `(^|/)node_modules/${name}/` },
});

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(mayImport).map(([folder, others]) => ({
      name: `${folder}-imports-${others.join("-") || "nothing-of-ours"}`,
      severity: "error",
      from: { path: `^src/${folder}/` },
      to: { path: "^src/", pathNot: `^src/(${[folder, ...others].join("|")})/|^src/(project-root|edtf\\.d)\\.ts$` },
    })),
    onlyFrom("neo4j-driver", "src/graph/neo4j"),
    onlyFrom("@grafeo-db/js", "src/graph/grafeo"),
    {
      name: "engines-only-from-main",
      comment: "Which engine it is, the composition root alone knows.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/main\\.ts$|^src/graph/([^/]+)/" },
      to: { path: "^src/graph/[^/]+/" },
    },
    {
      name: "engines-apart",
      severity: "error",
      from: { path: "^src/graph/([^/]+)/" },
      to: { path: "^src/graph/([^/]+)/", pathNot: "^src/graph/$1/" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-development-packages",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
