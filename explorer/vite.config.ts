import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { parse } from "yaml";
import * as documents from "./src/app/generated.js";

// The pages that the service serves to browsers. `npx vite explorer` serves them as they are being written, beside a
// service that runs on the default port: / and /playground.html.
const pages = ["index", "playground"];

/** Puts a compressed copy beside each asset, as the service sends files as they are and the editor is large. */
function compressedCopies(): Plugin {
  let folder = "";
  return {
    name: "compressed-copies",
    apply: "build",
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir, build.assetsDir);
    },
    closeBundle: () => {
      for (const file of readdirSync(folder).filter((name) => /\.(js|css|ttf|svg)$/.test(name))) {
        writeFileSync(join(folder, `${file}.gz`), gzipSync(readFileSync(join(folder, file)), { level: 9 }));
      }
    },
  };
}

/** Lets pages import questions: all but their answers, which the service gives. */
function questionFiles(): Plugin {
  return {
    name: "question-files",
    transform: {
      filter: { id: /\/questions\/[^/]+\.yaml$/ },
      handler: (text) => {
        const { answer: _answer, pages: _pages, ...question } = parse(text) as Record<string, unknown>;
        return { code: `export default ${JSON.stringify(question)}`, map: null };
      },
    },
  };
}

/**
 * Writes which operations the pages ask, for services that take none but those they are set to: a manifest as Apollo's
 * `generate-persisted-query-manifest` writes it.
 */
function operationManifest(): Plugin {
  const questions = join(import.meta.dirname, "../questions");
  return {
    name: "operation-manifest",
    apply: "build",
    generateBundle() {
      const asked = Object.entries(documents).flatMap(([name, text]) =>
        name.endsWith("Document") ? [String(text)] : [],
      );
      const ofQuestions = readdirSync(questions)
        .filter((name) => name.endsWith(".yaml"))
        .map((name) => (parse(readFileSync(join(questions, name), "utf8")) as { operation: string }).operation);
      const operations = [...asked, ...ofQuestions].map((body) => ({ body }));
      const source = JSON.stringify({ format: "apollo-persisted-query-manifest", version: 1, operations });
      this.emitFile({ type: "asset", fileName: "operations.json", source });
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), questionFiles(), compressedCopies(), operationManifest()],
  // The editor's workers load parts of themselves only when they are needed.
  worker: { format: "es" },
  server: { proxy: { "/graphql": "http://127.0.0.1:4000" } },
  build: {
    outDir: "../build/explorer",
    emptyOutDir: true,
    // The code editor is what it is; it is loaded after the page shows.
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: {
      input: pages.map((page) => join(import.meta.dirname, `${page}.html`)),
      onLog: (level, log, handle) => {
        // Packages carry words for React's compiler, which has seen them when they were built.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") handle(level, log);
      },
    },
  },
});
