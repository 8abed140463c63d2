import { Fragment } from "react";
import { useLanguage } from "../language.js";

/** Links to exports, by the names of their formats, in the reader's language. */
export function Exports({ of }: { readonly of: Readonly<Record<string, string>> }) {
  const { language } = useLanguage();
  return Object.entries(of).map(([format, path], index) => (
    <Fragment key={format}>
      {index > 0 && " · "}
      <a href={`/export/${path}${path.startsWith("sources") ? "" : `?language=${language}`}`} download>
        {format}
      </a>
    </Fragment>
  ));
}
