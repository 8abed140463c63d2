import { type InfoRecord, parse } from "csv-parse/sync";
import type { Finding } from "../finding.js";
import type { Located, Position } from "../dataset.js";
import type { RecordOf } from "../schema/file.js";
import { cellRow, observation } from "../schema/statistics.js";

interface CellsRead {
  readonly observations: readonly Located<"observations">[];
  readonly findings: readonly Finding[];
}

const ownColumns = new Set(Object.keys(cellRow.shape));

/** The cells of a table, one a line, as observations of their own: `observation/nibr-2005-11/v.3/r2c1`. */
export function readTableCells(table: RecordOf<"tables">, file: string, text: string): CellsRead {
  const findings: Finding[] = [];
  const observations: Located<"observations">[] = [];
  let lines: { record: Record<string, string>; info: InfoRecord }[];
  try {
    lines = parse(text, { bom: true, columns: true, skip_empty_lines: true, info: true, relax_column_count: false });
  } catch (error) {
    const line = typeof error === "object" && error !== null && "lines" in error ? Number(error.lines) : 1;
    return {
      observations,
      findings: [
        { rule: "csv", file, line, column: 1, message: error instanceof Error ? error.message : String(error) },
      ],
    };
  }
  for (const { record, info } of lines) {
    const position: Position = { file, line: info.lines, column: 1 };
    const filled = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ""));
    const row = cellRow.safeParse(filled);
    if (!row.success) {
      findings.push(
        ...row.error.issues.map((issue) => ({
          rule: "shape",
          ...position,
          message: `${issue.path.map(String).join(".")}: ${issue.message}; got ${JSON.stringify(filled[String(issue.path[0])] ?? "nothing")}`,
        })),
      );
      continue;
    }
    const { totals, cite, certainty, ...cell } = row.data;
    const totalled = new Set(totals?.split(";").map((dimension) => dimension.trim()));
    const categories = Object.entries(filled)
      .filter(([header]) => !ownColumns.has(header))
      .map(([dimension, value]) => ({ dimension, value, total: totalled.has(dimension) }));
    for (const dimension of ["sector", "place", "organization", "period"] as const) {
      const value = cell[dimension];
      if (totalled.has(dimension) && value !== undefined) categories.push({ dimension, value, total: true });
    }
    const path = table.id.slice(table.id.indexOf("/") + 1);
    const parsed = observation.safeParse({
      ...cell,
      id: `observation/${path}/r${cell.row}c${cell.column}`,
      table: table.id,
      categories,
      cite: cite ?? table.cite,
      certainty: certainty ?? table.certainty,
      // What the table is inferred from, its cells are.
      ...(certainty === undefined && table.note !== undefined && cell.note === undefined ? { note: table.note } : {}),
      ...(table.source === undefined ? {} : { source: table.source }),
    });
    if (parsed.success) {
      observations.push({ section: "observations", record: parsed.data, position: () => position });
    } else {
      findings.push(...parsed.error.issues.map(({ message }) => ({ rule: "shape", ...position, message })));
    }
  }
  return { observations, findings };
}
