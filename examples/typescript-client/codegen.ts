import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  // The schema as a file, or the address of a service: http://127.0.0.1:4000/graphql.
  schema: "schema/schema.graphql",
  documents: "examples/typescript-client/*.graphql",
  generates: {
    "examples/typescript-client/generated.ts": {
      plugins: ["typescript", "typescript-operations", "typed-document-node"],
      config: {
        documentMode: "string",
        enumsAsTypes: true,
        onlyOperationTypes: true,
        scalars: { EDTF: "string" },
        useTypeImports: true,
      },
    },
  },
};

export default config;
