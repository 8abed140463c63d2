import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useSearchParams } from "wouter";
import { useWords } from "../language.js";
import { Answered } from "../parts/answered.js";
import { usePageTitle } from "../parts/page-title.js";

/** A file of the dataset, at the line that states a fact. */
export function StatedPage({ file }: { readonly file: string }) {
  const words = useWords();
  const [parameters] = useSearchParams();
  const asked = Number(parameters.get("line"));
  const query = useQuery({ queryKey: ["file", file], queryFn: () => read(file), staleTime: Infinity });
  const marked = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    marked.current?.scrollIntoView({ block: "center" });
  }, [query.data, asked]);
  usePageTitle(file);
  return (
    <>
      <h1>{file}</h1>
      <p className="lead">{words.linesOfTheDataset}</p>
      <Answered query={query}>
        {(text) => (
          <div className="file" tabIndex={0} role="group" aria-label={file}>
            <table>
              <tbody>
                {text.split("\n").map((line, index) => (
                  <tr
                    key={index}
                    ref={index + 1 === asked ? marked : null}
                    className={index + 1 === asked ? "marked" : undefined}
                  >
                    <th scope="row">{index + 1}</th>
                    <td>{line}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Answered>
    </>
  );
}

async function read(file: string): Promise<string> {
  const response = await fetch(`/data/${file}`);
  if (!response.ok) throw new Error(`the service answered ${response.status} for ${file}`);
  return response.text();
}
