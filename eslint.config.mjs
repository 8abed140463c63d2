import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores(["build/"]),
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["*.mjs", "scripts/*.mjs"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // `== null` is for what callers may leave out or give as null, which means the same.
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/consistent-type-imports": "error",
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
  {
    files: ["src/**"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "src/config.ts reads the environment, for all." },
      ],
    },
  },
  { files: ["src/config.ts"], rules: { "no-restricted-properties": "off" } },
);
