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
      const when = intervalOf(parseDate(date));
      yield* begun(located, "date", date, when, predecessor, index);
      yield* notEnded(located, "date", date, when, successor, index);
    }
    const ends: { section: keyof typeof records; fields: readonly string[] }[] = [
      { section: "ownerships", fields: ["owned", "owner"] },
      { section: "placements", fields: ["unit", "parent"] },
      { section: "locations", fields: ["organization"] },
      { section: "memberships", fields: ["member", "body"] },
      { section: "roles", fields: ["organization"] },
    ];
    for (const { section, fields } of ends) {
      for (const located of records[section]) {
        const record = located.record as unknown as Record<string, string | undefined>;
        const text = record["period"];
        if (text === undefined) continue;
        const { start, end } = parsePeriod(text);
        for (const field of fields) {
          const id = record[field] ?? "";
          if (start !== null) yield* notEnded(located, "period", text, intervalOf(start), id, index);
          if (end !== null) yield* begun(located, "period", text, intervalOf(end), id, index);
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

function* begun(
  located: Located,
  field: string,
  text: string,
  when: Interval,
  id: string,
  index: DatasetIndex,
): Iterable<Problem> {
  const end = index.byId.get(id);
  if (end === undefined || !("existence" in end.record)) return;
  if (when.last < boundsOfRecord(end.record).startEarliest) {
    const message = `expected a date not before ${id}, which existed ${end.record.existence}; got ${text}`;
    yield { located, path: [field], message };
  }
}

function* notEnded(
  located: Located,
  field: string,
  text: string,
  when: Interval,
  id: string,
  index: DatasetIndex,
): Iterable<Problem> {
  const end = index.byId.get(id);
  if (end === undefined || !("existence" in end.record)) return;
  if (boundsOfRecord(end.record).endLatest < when.first) {
    const message = `expected a date not after ${id}, which existed ${end.record.existence}; got ${text}`;
    yield { located, path: [field], message };
  }
}
