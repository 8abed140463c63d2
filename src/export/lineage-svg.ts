import { locator } from "../domain/citation.js";
import type { Language } from "../domain/language.js";
import { type Branch, type Lane, layOut, withinLife } from "../domain/lineage-layout.js";
import type { Family } from "../knowledge/subgraph.js";
import { type Drawn, drawn, inWords } from "./lineage-drawing.js";
import { declaration, element, escaped } from "./xml.js";

const rowHeight = 34;
const barHeight = 12;
const top = 64;
const margin = 16;
const labelWidth = 320;
const leastAxisWidth = 800;
/** Pixels, of a year in which much may happen. */
const busyYear = 16;

const style = `
text { font: 13px system-ui, sans-serif; fill: #1c2430; paint-order: stroke; stroke: #ffffff; stroke-width: 3px }
.title { font-size: 18px; font-weight: 600 }
.tick line { stroke: #dcd9d0 } .tick text { fill: #5a6472; text-anchor: middle }
.vague { fill: #d5dee6 } .certain { fill: #7c93a8 } .focus .certain { fill: #0b5c7a } .focus text { font-weight: 600 }
.branch { fill: none; stroke: #7c8aa0; stroke-width: 2 }
.DIVISION_SPLIT { stroke: #0b5c7a } .EMPLOYEE_SPIN_OFF, .RESEARCH_SPIN_OFF { stroke: #2e7d32 }
.MERGER, .JOINT_VENTURE { stroke: #8e3fa8 } .OUTSOURCED, .BUYOUT { stroke: #b25900 }
.INFERRED, .DISPUTED { stroke-dasharray: 4 3 }`;

/**
 * A family on an axis of years, as a drawing in SVG 1.1 that stands by itself: a lane for each firm and institution, a
 * line where one came out of another; dashed where that is inferred, pale where the time is not known. What a line
 * rests on stands in its title.
 *
 * @param present The year up to which the sources tell.
 */
export function lineageSvg(family: Family, language: Language, present: number): string {
  const { lanes, branches, firstYear, lastYear, busyFrom } = layOut(drawn(family, language), present);
  const axisWidth = Math.max(leastAxisWidth, busyFrom > firstYear ? (lastYear - firstYear) * busyYear : 0);
  const x = (year: number): number => Math.round(margin + ((year - firstYear) / (lastYear - firstYear)) * axisWidth);
  const y = (lane: number): number => top + lane * rowHeight + rowHeight / 2;
  const [width, height] = [margin * 2 + axisWidth + labelWidth, top + lanes.length * rowHeight + margin];
  const title = lanes.find(({ member }) => member.id === family.focus.id)?.member.label ?? family.focus.id;
  return [
    declaration,
    element(
      "svg",
      { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height, role: "img" },
      element("title", {}, escaped(title)),
      element("style", {}, style),
      element("rect", { width, height, fill: "#ffffff" }),
      element("text", { class: "title", x: margin, y: 26 }, escaped(title)),
      ...ticksOf(firstYear, lastYear).map((year) =>
        element(
          "g",
          { class: "tick" },
          element("line", { x1: x(year), x2: x(year), y1: top - 6, y2: height - margin }),
          element("text", { x: x(year), y: top - 12 }, String(year)),
        ),
      ),
      ...branches.map((branch) => drawnBranch(branch, x, y)),
      ...lanes.map((lane) => drawnLane(lane, lane.member.id === family.focus.id, x, y(lane.lane))),
    ),
    "\n",
  ].join("");
}

function drawnBranch(
  { from, to, year, descent: { descent } }: Branch<Drawn>,
  x: (year: number) => number,
  y: (lane: number) => number,
): string {
  const [x1, y1] = [x(withinLife(from.life, year)), y(from.lane) + barHeight / 2];
  const [x2, y2] = [x(withinLife(to.life, year)), y(to.lane) - barHeight / 2];
  const middle = (y1 + y2) / 2;
  const told = [
    `${from.member.label} → ${to.member.label}: ${inWords(descent.mechanism)} ${descent.date?.edtf ?? ""}`.trim(),
    descent.citations.map(locator).join("; "),
  ];
  return element(
    "path",
    {
      class: `branch ${descent.mechanism} ${descent.certainty}`,
      d: `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`,
    },
    element("title", {}, escaped(told.join(" · "))),
  );
}

function drawnLane({ member, life }: Lane<Drawn>, focus: boolean, x: (year: number) => number, y: number): string {
  const bar = (kind: string, from: number, to: number): string =>
    element("rect", {
      class: kind,
      x: x(from),
      y: y - barHeight / 2,
      width: Math.max(x(to) - x(from), 2),
      height: barHeight,
    });
  const [certainFrom, certainTo] = [life.from[1], life.to[0]];
  return element(
    "g",
    { class: focus ? "focus" : null },
    bar("vague", life.from[0], life.to[1]),
    ...(certainTo > certainFrom ? [bar("certain", certainFrom, certainTo)] : []),
    element("text", { x: x(life.to[1]) + 6, y: y + 4 }, escaped(member.label)),
  );
}

/** Round years, at most about ten of them. */
function ticksOf(first: number, last: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => (last - first) / each <= 10) ?? 200;
  const ticks: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) ticks.push(year);
  return ticks;
}
