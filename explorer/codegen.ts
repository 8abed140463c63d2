import type { CodegenConfig } from "@graphql-codegen/cli";

// Types of the operations that the pages ask, by the schema as it is emitted: `npm run build:explorer` writes them.
const config: CodegenConfig = {
  schema: "schema/schema.graphql",
  documents: "explorer/src/app/operations/*.graphql",
  generates: {
    "explorer/src/app/generated.ts": {
      plugins: ["typescript", "typescript-operations", "typed-document-node"],
      config: {
        // The client needs no parser where operations are texts.
        documentMode: "string",
        enumsAsTypes: true,
        immutableTypes: true,
        avoidOptionals: { field: true },
        onlyOperationTypes: true,
        strictScalars: true,
        scalars: { EDTF: "string" },
        useTypeImports: true,
      },
    },
  },
};

export default config;
