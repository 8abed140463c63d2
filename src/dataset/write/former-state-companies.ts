import { type Holding, isState, stateOwned } from "../../domain/state-ownership.js";
import {
  type Bounds,
  type Interval,
  boundsOf,
  held,
  parseInterval,
  parsePeriod,
  undated,
} from "../../domain/period.js";
import { AFTER_ALL, BEFORE_ALL } from "../../domain/day.js";
import { Truth } from "../../domain/truth.js";
import type { RecordOf } from "../schema/file.js";
import type { Records } from "../compiled.js";

interface StoredOwnership {
  readonly record: RecordOf<"ownerships">;
  readonly bounds: Bounds;
}

/**
 * Companies that were state-owned at some time, and since then ended, were broken up or sold; one that was the state's
 * to its end is one, too.
 */
export function formerStateCompanies(records: Records): ReadonlySet<string> {
  const organizations = new Map(
    [...records.firms, ...records.institutions, ...records.units, ...records.groups].map((record) => [
      record.id,
      record,
    ]),
  );
  const ownerships = new Map<string, StoredOwnership[]>();
  for (const record of records.ownerships) {
    const bounds = boundsOf(periodOf(record.period), record.observed?.map(parseInterval));
    ownerships.set(record.owned, [...(ownerships.get(record.owned) ?? []), { record, bounds }]);
  }
  const brokenUp = new Set(
    records.events
      .filter(({ kind }) => kind === "BREAK_UP")
      .flatMap(({ participants }) => participants.filter(({ role }) => role === "PREDECESSOR").map(({ node }) => node)),
  );

  const isStateBody = (id: string): boolean => {
    const record = organizations.get(id);
    const institutionKind =
      record !== undefined && "kind" in record && id.startsWith("institution/") ? record.kind : null;
    return isState({ institutionKind: institutionKind as never, country: record?.country ?? null });
  };
  const calledStateCompany = (id: string): Bounds | null => {
    const record = organizations.get(id);
    if (record?.stateCompany === undefined) return null;
    return boundsOf(parsePeriod(record.stateCompany.period ?? record.existence));
  };
  const existenceOf = (id: string): Bounds => boundsOf(parsePeriod(organizations.get(id)?.existence ?? "/"));
  const ownedAt = (id: string, at: Interval, above: readonly string[]): Truth => {
    if (above.includes(id)) return Truth.NO;
    const holdings = (ownerships.get(id) ?? [])
      .filter(({ bounds }) => held(bounds, at) !== Truth.NO)
      .map(({ record, bounds }): Holding => ({
        ownership: {
          share: record.share ?? null,
          shareAtLeast: record.shareAtLeast ?? null,
          shareAtMost: record.shareAtMost ?? null,
          bounds,
        },
        byState: isStateBody(record.owner) ? Truth.YES : ownedAt(record.owner, at, [...above, id]),
      }));
    return stateOwned(holdings, { bounds: existenceOf(id), stateCompany: calledStateCompany(id) }, at);
  };

  /** Days on which something may have changed: the ends of the holdings, up the chain. */
  const days = (id: string, above: readonly string[]): number[] => {
    if (above.includes(id)) return [];
    const called = calledStateCompany(id);
    return [
      ...(called === null ? [] : [called.heldFrom, called.heldTo]),
      ...(ownerships.get(id) ?? []).flatMap(({ record, bounds }) => [
        bounds.heldFrom,
        bounds.heldTo,
        ...days(record.owner, [...above, id]),
      ]),
    ];
  };

  const former = new Set<string>();
  for (const { id, existence } of [...records.firms, ...records.units]) {
    const called = calledStateCompany(id) !== null;
    const byState = (ownerships.get(id) ?? []).filter(({ record }) => isStateBody(record.owner));
    // A holding of over half that is dated too vaguely for any day to be certain was nevertheless held at some time.
    const overHalf = byState.some(({ record }) => (record.share ?? 0) > 50 || (record.shareAtLeast ?? 0) >= 50);
    const once = called || overHalf || days(id, []).some((day) => ownedAt(id, dayAlone(day), []) === Truth.YES);
    if (!once) continue;
    const ended = parsePeriod(existence).end !== null || brokenUp.has(id);
    const sold =
      (ownerships.get(id) ?? []).length > 0 && ownedAt(id, lastDayKnown(ownerships.get(id) ?? []), []) === Truth.NO;
    if (ended || sold) former.add(id);
  }
  return former;
}

function periodOf(text: string | undefined) {
  return text === undefined ? undated : parsePeriod(text);
}

function dayAlone(day: number): Interval {
  return { first: day, last: day, uncertain: false };
}

/** The day after the last change that the dataset knows of among the holdings. */
function lastDayKnown(ownerships: readonly StoredOwnership[]): Interval {
  const ends = ownerships.flatMap(({ bounds }) => [bounds.startLatest, bounds.endLatest, bounds.heldTo]);
  return dayAlone(Math.max(...ends.filter((day) => BEFORE_ALL < day && day < AFTER_ALL), BEFORE_ALL) + 1);
}
