import { scaleLinear } from "d3-scale";
import { curveBumpY, link } from "d3-shape";
import { useMemo, useState, useSyncExternalStore } from "react";
import {
  type Branch as BranchOf,
  type Lane as LaneOfFamily,
  layOut,
  withinLife,
} from "../../../../src/domain/lineage-layout.js";
import { useWords } from "../language.js";
import { useTerm } from "./facts.js";
import type { RelativeFragment } from "../generated.js";

type Lane = LaneOfFamily<RelativeFragment>;
type Branch = BranchOf<RelativeFragment>;

/** What of a diagram is looked at. */
export type Chosen = { readonly lane: Lane } | { readonly branch: Branch } | null;

interface Props {
  readonly members: readonly RelativeFragment[];
  /** The year up to which the sources tell. */
  readonly present: number;
  /** The one that the diagram is about. */
  readonly focus: string;
  readonly year: number | null;
  readonly onChoose: (chosen: Chosen) => void;
}

const barHeight = 12;
const top = 28;
// On a narrow screen the names stand above the bars instead of beside them.
const wide = { width: 1150, axisEnd: 805, rowHeight: 34 };
const narrow = { width: 350, axisEnd: 336, rowHeight: 44 };
const narrowScreen = matchMedia("(max-width: 48rem)");

function useNarrowScreen(): boolean {
  return useSyncExternalStore(
    (change) => {
      narrowScreen.addEventListener("change", change);
      return () => {
        narrowScreen.removeEventListener("change", change);
      };
    },
    () => narrowScreen.matches,
  );
}

/** A family on an axis of years: one lane for each member, a line where one came out of another. */
export function LineageDiagram({ members, present, focus, year, onChoose }: Props) {
  const words = useWords();
  const term = useTerm();
  const layout = useMemo(() => layOut(members, present), [members, present]);
  const { lanes, branches, firstYear, lastYear, busyFrom } = layout;
  const [whole, setWhole] = useState(false);
  const isNarrow = useNarrowScreen();
  const { width, axisEnd, rowHeight } = isNarrow ? narrow : wide;
  const begin = whole ? firstYear : busyFrom;
  const x = scaleLinear()
    .domain([begin, lastYear])
    .range([20, axisEnd])
    // What was before stands at the beginning.
    .clamp(true);
  const y = (lane: number): number => top + lane * rowHeight + rowHeight / 2;
  const height = top + lanes.length * rowHeight + 16;
  const draw = link<unknown, Branch, readonly [number, number]>(curveBumpY)
    .source(({ from, year: at }) => [x(withinLife(from.life, at)), y(from.lane) + barHeight / 2])
    .target(({ to, year: at }) => [x(withinLife(to.life, at)), y(to.lane) - barHeight / 2]);
  const ticks = x.ticks(isNarrow ? 4 : 8);

  return (
    <>
      {busyFrom > firstYear && (
        <label className="axis">
          <input
            type="checkbox"
            checked={whole}
            onChange={({ target }) => {
              setWhole(target.checked);
            }}
          />{" "}
          {words.axisFrom(firstYear)}
        </label>
      )}
      <div className="diagram" role="group" aria-label={words.lineage}>
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
          {ticks.map((tick) => (
            <g key={tick} className="tick">
              <line x1={x(tick)} x2={x(tick)} y1={top - 6} y2={height} />
              <text x={x(tick)} y={top - 12} textAnchor="middle">
                {tick}
              </text>
            </g>
          ))}
          {year !== null && <line className="as-of" x1={x(year)} x2={x(year)} y1={top - 6} y2={height} />}
          {branches.map((branch) => (
            <path
              key={`${branch.from.member.id} ${branch.to.member.id} ${branch.descent.mechanism} ${branch.year}`}
              className={`branch ${branch.descent.mechanism} ${branch.descent.certainty}`}
              d={draw(branch) ?? ""}
              tabIndex={0}
              role="button"
              aria-label={`${branch.from.member.label} → ${branch.to.member.label}: ${term(branch.descent.mechanism)}`}
              onClick={() => {
                onChoose({ branch });
              }}
              onFocus={() => {
                onChoose({ branch });
              }}
              onMouseEnter={() => {
                onChoose({ branch });
              }}
            />
          ))}
          {lanes.map((lane) => (
            <LaneOf
              key={lane.member.id}
              lane={lane}
              x={x}
              begin={begin}
              y={y(lane.lane)}
              above={isNarrow}
              {...{ focus, year, onChoose }}
            />
          ))}
        </svg>
        <ul className="legend">
          {[...new Set(branches.map(({ descent }) => descent.mechanism))].toSorted().map((mechanism) => (
            <li key={mechanism}>
              <svg width="28" height="8" aria-hidden>
                <path className={`branch ${mechanism}`} d="M0 4h28" />
              </svg>{" "}
              {term(mechanism)}
            </li>
          ))}
          <li>
            <svg width="28" height="8" aria-hidden>
              <path className="branch INFERRED" d="M0 4h28" />
            </svg>{" "}
            {words.inferred}
          </li>
          <li className="lane">
            <svg width="28" height="12" aria-hidden>
              <rect className="certain" width="14" height="12" />
              <rect className="vague" x="14" width="14" height="12" />
            </svg>{" "}
            {words.sureAndVague}
          </li>
          <li className="lane">
            <svg width="28" height="8" aria-hidden>
              <rect className="state" y="3" width="28" height="3" />
            </svg>{" "}
            {words.state}
          </li>
        </ul>
      </div>
    </>
  );
}

interface LaneProps extends Pick<Props, "focus" | "year" | "onChoose"> {
  readonly lane: Lane;
  readonly x: (year: number) => number;
  /** The year with which the axis begins. */
  readonly begin: number;
  readonly y: number;
  /** Whether the name stands above the bar. */
  readonly above: boolean;
}

function LaneOf({ lane, x, begin, y, above, focus, year, onChoose }: LaneProps) {
  const { member, life } = lane;
  const certain = [life.from[1], life.to[0]] as const;
  const owners = ownersIn(member, year ?? life.to[1]);
  // A name that begins in the right half would not fit.
  const late = x(life.from[0]) > narrow.axisEnd / 2;
  const there = year === null || (life.from[0] <= year && year <= life.to[1]);
  const bar = (from: number, to: number, className: string) => (
    <rect
      className={className}
      x={x(from)}
      y={y - barHeight / 2}
      width={Math.max(x(to) - x(from), 2)}
      height={barHeight}
    />
  );
  return (
    <g
      className={`lane ${member.__typename}${member.id === focus ? " focus" : ""}${there ? "" : " elsewhen"}`}
      tabIndex={0}
      role="button"
      onClick={() => {
        onChoose({ lane });
      }}
      onFocus={() => {
        onChoose({ lane });
      }}
      onMouseEnter={() => {
        onChoose({ lane });
      }}
    >
      {bar(life.from[0], life.to[1], "vague")}
      {certain[1] > certain[0] && bar(certain[0], certain[1], "certain")}
      {member.owners
        .filter(({ owner, share }) => owner.id === "institution/norwegian-state" && (share ?? 100) > 50)
        .map(({ period }, index) => {
          const from = period?.start?.latestYear ?? null;
          const to = period?.end?.earliestYear ?? null;
          return from === null || to === null ? null : (
            <rect
              key={index}
              className="state"
              x={x(from)}
              y={y + barHeight / 2 - 3}
              width={Math.max(x(to) - x(from), 2)}
              height={3}
            />
          );
        })}
      <text
        x={above ? (late ? x(life.to[1]) : x(life.from[0])) : x(life.to[1]) + 6}
        y={above ? y - barHeight / 2 - 5 : y + 4}
        textAnchor={above && late ? "end" : "start"}
      >
        {member.label}
        {life.to[1] < begin && ` (${life.from[0]}–${life.to[1]})`}
        {!above && owners !== "" && <tspan className="owners"> {owners}</tspan>}
      </text>
    </g>
  );
}

/** Who owned it in the year, as far as there is room beside the name. */
function ownersIn({ owners, label }: RelativeFragment, year: number): string {
  const names = owners
    .filter(({ period }) => (period?.start?.earliestYear ?? 0) <= year && (period?.end?.latestYear ?? Infinity) >= year)
    .map(({ owner }) => owner.label);
  // Its letters are smaller than those of the name, of which 46 fit.
  const room = Math.floor((46 - label.length) * 1.2);
  const text = `· ${names.join(", ")}`;
  if (names.length === 0 || room < 10) return "";
  return text.length > room ? `${text.slice(0, room - 1)}…` : text;
}
