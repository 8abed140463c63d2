import type { Dataset } from "../dataset.js";
import type { Finding } from "../finding.js";
import { citationsExist } from "./citations-exist.js";
import { claimsDiffer } from "./claims-differ.js";
import { idOfRecord, indexOf, references } from "./dataset-index.js";
import { datesAgree } from "./dates-agree.js";
import { descentHasNoCycle } from "./descent-has-no-cycle.js";
import { factsStandOnce } from "./facts-stand-once.js";
import { inferenceIsExplained } from "./inference-is-explained.js";
import { kindsOfPlaceFit } from "./kinds-of-place-fit.js";
import { measuresAreDefined } from "./measures-are-defined.js";
import { namesAreToldApart } from "./names-are-told-apart.js";
import { nothingRelatesToItself } from "./nothing-relates-to-itself.js";
import { tooFew } from "./nothing-is-lost.js";
import { redirectsLeadOn } from "./redirects-lead-on.js";
import { referencesResolve } from "./references-resolve.js";
import { type Rule, findingOf } from "./rule.js";
import { sharesFit } from "./shares-fit.js";
import { textIsComposed } from "./text-is-composed.js";
import { uniqueIds } from "./unique-ids.js";
import { wholesHaveNoCycle } from "./wholes-have-no-cycle.js";

export const rules: readonly Rule[] = [
  uniqueIds,
  referencesResolve,
  citationsExist,
  textIsComposed,
  namesAreToldApart,
  descentHasNoCycle,
  wholesHaveNoCycle,
  datesAgree,
  sharesFit,
  factsStandOnce,
  nothingRelatesToItself,
  inferenceIsExplained,
  kindsOfPlaceFit,
  claimsDiffer,
  measuresAreDefined,
  redirectsLeadOn,
];

/** All that is wrong across the records, not the first only. */
export function checkAcrossRecords(dataset: Dataset): Finding[] {
  const index = indexOf(dataset);
  const { exceptions } = dataset.manifest;
  const used = new Set<(typeof exceptions)[number]>();
  const findings: Finding[] = [];
  for (const rule of rules) {
    for (const problem of rule.check(dataset, index)) {
      const ids = new Set([idOfRecord(problem.located), ...references(problem.located).map(({ value }) => value)]);
      const excuse = exceptions.find((each) => each.rule === rule.name && each.about.every((id) => ids.has(id)));
      if (excuse === undefined) findings.push(findingOf(rule.name, problem));
      else used.add(excuse);
    }
  }
  for (const exception of exceptions.filter((each) => !used.has(each))) {
    const message = `exceptions: ${exception.rule} finds nothing about ${exception.about.join(", ")} any more`;
    findings.push({ rule: "exceptions-are-needed", file: "dataset.yaml", line: 1, column: 1, message });
  }
  return [...findings, ...tooFew(dataset)];
}
