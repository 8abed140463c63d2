import { useId } from "react";
import { useSearchParams } from "wouter";
import { useWords } from "../language.js";

/** The year up to which the sources tell. */
export function presentOf(sources: readonly { readonly year: number }[] | null): number {
  return Math.max(...(sources ?? []).map(({ year }) => year));
}

/** The year of the whole page, as the address has it; null for all. */
export function useYear(): readonly [number | null, (year: number | null) => void] {
  const [parameters, setParameters] = useSearchParams();
  const given = parameters.get("at");
  const year = given !== null && /^\d{4}$/.test(given) ? Number(given) : null;
  const change = (to: number | null): void => {
    setParameters(
      (before) => {
        const after = new URLSearchParams(before);
        if (to === null) after.delete("at");
        else after.set("at", String(to));
        return after;
      },
      { replace: true },
    );
  };
  return [year, change];
}

interface Props {
  readonly from: number;
  readonly to: number;
}

export function YearSlider({ from, to }: Props) {
  const [year, setYear] = useYear();
  const words = useWords();
  const id = useId();
  return (
    <div className="year">
      <label htmlFor={id}>{words.asOf}</label>
      <input
        id={id}
        type="range"
        min={from}
        max={to}
        value={year ?? to}
        aria-valuetext={year === null ? words.allYears : String(year)}
        onChange={({ target }) => {
          setYear(Number(target.value));
        }}
      />
      <output htmlFor={id}>{year ?? words.allYears}</output>
      <button
        type="button"
        disabled={year === null}
        onClick={() => {
          setYear(null);
        }}
      >
        {words.allYears}
      </button>
    </div>
  );
}
