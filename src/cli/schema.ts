import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { z } from "zod";
import { dataFile } from "../dataset/schema/file.js";
import { schemaReference } from "../graphql/reference.js";
import { buildOpphavSchema, emitSchema } from "../graphql/schema.js";
import { projectRoot } from "../project-root.js";

export const schemaCommand = new Command("schema")
  .description("write the API's schema, its reference, and the JSON Schema of dataset files for editors")
  .action(async () => {
    const folder = join(projectRoot, "schema");
    writeFileSync(join(folder, "schema.graphql"), await emitSchema());
    const shape = z.toJSONSchema(dataFile, { io: "input", unrepresentable: "any" });
    writeFileSync(join(folder, "dataset-file.schema.json"), `${JSON.stringify(shape, null, 2)}\n`);
    writeFileSync(join(projectRoot, "docs/schema.md"), schemaReference(await buildOpphavSchema()));
    console.log(`${projectRoot}: schema/schema.graphql, schema/dataset-file.schema.json, docs/schema.md`);
  });
