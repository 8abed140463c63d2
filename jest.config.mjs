import { lacking } from "./tests/surroundings.mjs";

/** @type {import("jest").Config} */
export default {
  testMatch: ["<rootDir>/tests/**/*.test.ts"],
  testPathIgnorePatterns: ["browser", "neo4j"]
    .filter((name) => lacking(name) !== null)
    .map((name) => `\\.${name}\\.test\\.ts$`),
  // All files share one Neo4j server, whose Community edition has one database: they take turns.
  maxWorkers: 1,
  // A test that fails may leave a driver or a server open, and the run ends all the same.
  forceExit: true,
  globalSetup: "<rootDir>/tests/global-setup.mjs",
  globalTeardown: "<rootDir>/tests/global-teardown.mjs",
  reporters: ["default", "<rootDir>/tests/reporter.mjs"],
  transform: { "\\.ts$": "@swc/jest" },
  extensionsToTreatAsEsm: [".ts"],
  // Our sources name each other as they will be named when they are built.
  moduleNameMapper: { "^(\\.{1,2}/.+)\\.js$": ["$1.js", "$1.ts"] },
};
