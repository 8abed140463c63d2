import * as Plot from "@observablehq/plot";
import { useLayoutEffect, useRef } from "react";
import type { CompareQuery, OrganizationPageQuery, TownPageQuery } from "../generated.js";
import { useWords } from "../language.js";

// Loaded when a page has a chart: the library is larger than the rest of the pages together (see charts-later.ts).

interface PlottedProps {
  readonly options: Plot.PlotOptions;
  /** What the chart shows, for those who do not see it; the figures themselves stand on the page as text. */
  readonly label: string;
  /** Where the screen is too narrow for it, show the end of it first. */
  readonly endFirst?: true;
}

function Plotted({ options, label, endFirst }: PlottedProps) {
  const place = useRef<HTMLDivElement>(null);
  // Before the page shows, so that nothing moves.
  useLayoutEffect(() => {
    const chart = Plot.plot({ ...options, style: { fontSize: "12px", overflow: "visible" } });
    // To those who do not see it, it is one picture.
    for (const part of chart.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
    chart.setAttribute("role", "img");
    if (options.width === wide) chart.classList.add("wide");
    chart.setAttribute("aria-label", label);
    place.current?.replaceChildren(chart);
    if (endFirst) place.current?.scrollTo({ left: wide });
  }, [options, label, endFirst]);
  return <div className="scrolling" ref={place} tabIndex={0} role="group" aria-label={label} />;
}

type Comparison = NonNullable<CompareQuery["compareTowns"]>;

/** Change by town and industry, as an index on a logarithmic axis, where twice as many is as far as half as many. */
export function ChangeChart({ rows }: Pick<Comparison, "rows">) {
  const words = useWords();
  const cells = rows
    .filter((row) => row.cells.filter(({ index }) => index !== null && index > 0).length > 1)
    .flatMap((row) =>
      row.cells.flatMap(({ place, index }) =>
        index === null || index <= 0 ? [] : [{ sector: row.sector?.name ?? row.label, place: place.label, index }],
      ),
    );
  const sectors = [...new Set(cells.map(({ sector }) => sector))];
  const options: Plot.PlotOptions = {
    width: wide,
    height: 75 + sectors.length * 26,
    marginTop: 45,
    marginLeft: 240,
    marginRight: 30,
    x: { type: "log", label: null, ticks: [30, 100, 300, 1000], tickFormat: "d", grid: true },
    fx: { axis: null, domain: [...new Set(cells.map(({ place }) => place))] },
    y: { label: null, domain: sectors, tickFormat: shortened, tickSize: 0 },
    marks: [
      Plot.axisFx({ anchor: "top", label: null, lineWidth: 10, lineAnchor: "bottom" }),
      Plot.ruleY(cells, {
        fx: "place",
        y: "sector",
        x1: 100,
        x2: "index",
        stroke: ({ index }: { index: number }) => (index < 100 ? "var(--less)" : "var(--more)"),
        strokeWidth: 8,
      }),
      Plot.ruleX([100], { stroke: "currentColor" }),
      Plot.tip(
        cells,
        Plot.pointerY({
          fx: "place",
          y: "sector",
          x: "index",
          fill: "var(--raised)",
          title: ({ sector, index }: (typeof cells)[number]) => `${sector}\n${index}`,
        }),
      ),
    ],
  };
  return <Plotted options={options} label={words.changeChart} />;
}

const shortened = (text: string): string => (text.length > 32 ? `${text.slice(0, 30)}…` : text);

type Counted = NonNullable<OrganizationPageQuery["organization"]>["workforce"][number];

/** How many people work there, in the years for which there is a figure; nothing where there are not two. */
export function WorkforceChart({ workforce }: { readonly workforce: readonly Counted[] }) {
  const words = useWords();
  const figures = workforce.flatMap(({ period, value, valueAtLeast, valueAtMost }) => {
    const first = period.start?.earliestYear ?? period.end?.earliestYear;
    const last = period.end?.latestYear ?? period.start?.latestYear;
    const [least, most] = [value ?? valueAtLeast, value ?? valueAtMost];
    if (first == null || last == null || (least == null && most == null)) return [];
    const [from, to] = [least ?? most ?? 0, most ?? least ?? 0];
    return [{ first, last, year: (first + last) / 2, from, to, middle: (from + to) / 2 }];
  });
  const years = figures.flatMap(({ first, last }) => [first, last]);
  const options: Plot.PlotOptions = {
    width: 560,
    height: 220,
    marginLeft: 50,
    x: { label: null, tickFormat: "d", domain: [Math.min(...years) - 1, Math.max(...years) + 1], ticks: 6 },
    y: { label: null, zero: true, grid: true, nice: true },
    marks: [
      // From the earliest to the latest year and from the least to the most that the words allow.
      Plot.rect(figures, {
        x1: "first",
        x2: "last",
        y1: "from",
        y2: "to",
        stroke: "var(--accent)",
        strokeOpacity: 0.5,
      }),
      Plot.dot(figures, { x: "year", y: "middle", r: 4, fill: "var(--accent)" }),
      Plot.tip(
        figures,
        Plot.pointer({
          x: "year",
          y: "middle",
          fill: "var(--raised)",
          title: ({ first, last, from, to }: (typeof figures)[number]) =>
            `${first === last ? first : `${first}–${last}`}: ${from === to ? from : `${from}–${to}`}`,
        }),
      ),
    ],
  };
  return new Set(years).size < 2 ? null : <Plotted options={options} label={words.workforce} />;
}

type Town = NonNullable<TownPageQuery["town"]>;

/** A town's phases as bars on an axis of years, and a dot for each event below them. */
export function TownChart({
  phases,
  timeline,
  present,
}: Pick<Town, "phases" | "timeline"> & { readonly present: number }) {
  const words = useWords();
  const bars = phases.flatMap(({ name, division, period }) => {
    const [from, to] = [period.start?.earliestYear, period.end?.latestYear ?? present];
    return from == null ? [] : [{ name, division, from, to, row: `${division} ${name}` }];
  });
  const dots = timeline.nodes.flatMap(({ title, date }) =>
    date?.earliestYear == null ? [] : [{ title, year: date.earliestYear, text: date.text }],
  );
  const years = [...bars.map(({ from }) => from), ...dots.map(({ year }) => year)];
  const perYear = Math.max(0, ...[...Map.groupBy(dots, ({ year }) => year).values()].map(({ length }) => length));
  const rows = [...new Set(bars.map(({ division }) => division))];
  const x: Plot.ScaleOptions = { domain: [Math.min(...years), present], tickFormat: "d", label: null };
  const label = { y: "row", text: "name" };
  // A letter is about six and a half pixels wide; what has no room in its bar stands to the left of it.
  const hasRoom = ({ name, from, to }: (typeof bars)[number]): boolean =>
    name.length * 6.5 + 12 < ((to - from) / (present - Math.min(...years))) * wide ||
    (from - Math.min(...years)) / (present - Math.min(...years)) < 0.3;
  const phaseChart: Plot.PlotOptions = {
    width: wide,
    height: 40 + bars.length * 26,
    marginLeft: 12,
    marginTop: 24,
    x: { ...x, axis: "top", grid: true },
    y: { axis: null, domain: bars.map(({ row }) => row) },
    color: { domain: rows, scheme: "Tableau10" },
    marks: [
      Plot.barX(bars, {
        x1: "from",
        x2: "to",
        y: "row",
        fill: "division",
        fillOpacity: 0.35,
        insetTop: 2,
        insetBottom: 2,
      }),
      Plot.text(bars, { ...label, filter: hasRoom, x: "from", textAnchor: "start", dx: 6 }),
      Plot.text(bars, {
        ...label,
        filter: (bar: (typeof bars)[number]) => !hasRoom(bar),
        x: "from",
        textAnchor: "end",
        dx: -6,
      }),
    ],
  };
  const eventChart: Plot.PlotOptions = {
    width: wide,
    height: 50 + perYear * 9,
    marginLeft: 12,
    x,
    y: { axis: null },
    marks: [
      Plot.dotX(dots, Plot.dodgeY({ x: "year", r: 3.5, fill: "var(--accent)" })),
      Plot.tip(
        dots,
        Plot.pointer(
          Plot.dodgeY({
            x: "year",
            r: 3.5,
            fill: "var(--raised)",
            title: ({ text, title }: (typeof dots)[number]) => `${text}: ${title}`,
          }),
        ),
      ),
    ],
  };
  return (
    <>
      {bars.length > 0 && <Plotted options={phaseChart} label={words.phases} endFirst />}
      {dots.length > 0 && <Plotted options={eventChart} label={words.timeline} endFirst />}
    </>
  );
}

/** As wide as a page of the explorer; a narrower screen scrolls. */
const wide = 1080;
