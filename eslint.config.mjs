import { defineConfig, globalIgnores } from "eslint/config";
import graphqlPlugin from "@graphql-eslint/eslint-plugin";
import tseslint from "typescript-eslint";

// Its types are of an older ESLint.
const relay = /** @type {import("eslint").ESLint.Plugin} */ (/** @type {unknown} */ (graphqlPlugin));

export default defineConfig(
  globalIgnores(["build/", "explorer/src/app/generated.ts", "examples/typescript-client/generated.ts"]),
  {
    files: ["**/*.{ts,tsx,mjs}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // `== null` is for what callers may leave out or give as null, which means the same.
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/consistent-type-imports": "error",
      // What is left out of an object by naming it.
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      // A caller names the type of what a stored text or a decorated class holds.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      // `${count} nodes`: numbers say themselves well.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // The compiler asks for brackets where a key comes from an index signature.
      "@typescript-eslint/dot-notation": "off",
      // A port's function is asynchronous for the one engine that waits, and must reject, not throw, on the other.
      "@typescript-eslint/require-await": "off",
      // Drivers take plain objects for their classes of settings.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      // Decorated classes describe the schema.
      "@typescript-eslint/no-extraneous-class": ["error", { allowWithDecorator: true }],
    },
  },
  // No configuration of the compiler stands beside them; `npm run types` checks them with the tests, but for the peers
  // of a bench, whose packages are not installed with ours.
  {
    files: ["*.mjs", "scripts/*.mjs", "bench/peers/*/*.mjs"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  {
    files: ["src/**"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "src/config.ts reads the environment, for all." },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "ObjectExpression > Property[kind='get']",
          message:
            "Of a class: an object literal with a getter has a hidden class of its own each time, which V8 frees late, and all that the getter knows with it.",
        },
      ],
    },
  },
  { files: ["src/config.ts", "src/cli/production.ts"], rules: { "no-restricted-properties": "off" } },
  {
    files: ["schema/schema.graphql"],
    plugins: { "@graphql-eslint": relay },
    languageOptions: {
      parser: graphqlPlugin.parser,
      parserOptions: { graphQLConfig: { schema: "./schema/schema.graphql" } },
    },
    rules: {
      "@graphql-eslint/relay-arguments": ["error", { includeBoth: false }],
      "@graphql-eslint/relay-connection-types": "error",
      "@graphql-eslint/relay-edge-types": [
        "error",
        // Edges may carry the link beside its end, as those of a lineage do; a relation is listed, and has no id of its own.
        { withEdgeSuffix: false, listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false },
      ],
      "@graphql-eslint/relay-page-info": "error",
    },
  },
);
