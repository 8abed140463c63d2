import { parseDate } from "../../domain/historical-date.js";
import { type Interval, intervalOf, parseInterval, parsePeriod } from "../../domain/period.js";
import type { Located } from "../dataset.js";
import { boundsOfRecord, type DatasetIndex } from "./dataset-index.js";
import type { Problem, Rule } from "./rule.js";

export const datesAgree: Rule = {
  name: "dates-agree",
  description:
    "What happens to an organization happens while it is there; a date outside is wrong, or a contradiction of the source that belongs among the contradictions.",
  *check({ records }, index) {
    for (const located of records.descents) {
      const { predecessor, successor, date } = located.record;
      if (date === undefined) continue;
      yield* outside("before", located, "date", date, predecessor, index);
      yield* outside("after", located, "date", date, successor, index);
    }
    const relations: { section: keyof typeof records; fields: readonly string[] }[] = [
      { section: "ownerships", fields: ["owned", "owner"] },
      { section: "placements", fields: ["unit", "parent"] },
      { section: "locations", fields: ["organization"] },
      { section: "memberships", fields: ["member", "body"] },
      { section: "roles", fields: ["organization"] },
    ];
    for (const { section, fields } of relations) {
      for (const located of records[section]) {
        const record = located.record as unknown as Record<string, string | undefined>;
        const text = record["period"];
        if (text === undefined) continue;
        for (const field of fields) {
          const id = record[field] ?? "";
          yield* outside("after", located, "period", text, id, index);
          yield* outside("before", located, "period", text, id, index);
        }
      }
    }
    for (const located of index.all) {
      const observed = "observed" in located.record ? (located.record.observed ?? []) : [];
      if (observed.length === 0) continue;
      const bounds = boundsOfRecord({ ...located.record, observed: [] });
      for (const [position, text] of observed.entries()) {
        const seen = parseInterval(text);
        const stated = "existence" in located.record ? located.record.existence : "its period";
        if (seen.last < bounds.startEarliest || bounds.endLatest < seen.first) {
          const message = `expected an observation within ${stated}; got ${text}`;
          yield { located, path: ["observed", position], message };
        }
      }
    }
  },
};

/** A date of a relation that lies certainly outside the existence of one of its ends. */
function* outside(
  side: "before" | "after",
  located: Located,
  field: string,
  text: string,
  id: string,
  index: DatasetIndex,
): Iterable<Problem> {
  const end = index.byId.get(id);
  if (end === undefined || !("existence" in end.record)) return;
  const { startEarliest, endLatest } = boundsOfRecord(end.record);
  const when = field === "date" ? intervalOf(parseDate(text)) : ends(text)[side === "before" ? "end" : "start"];
  if (when === null) return;
  const wrong = side === "before" ? when.last < startEarliest : endLatest < when.first;
  if (!wrong) return;
  const message = `expected a date not ${side} ${id}, which existed ${end.record.existence}; got ${text}`;
  yield { located, path: [field], message };
}

function ends(period: string): { readonly start: Interval | null; readonly end: Interval | null } {
  const { start, end } = parsePeriod(period);
  return { start: start === null ? null : intervalOf(start), end: end === null ? null : intervalOf(end) };
}
