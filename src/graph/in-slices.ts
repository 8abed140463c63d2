import { setImmediate } from "node:timers/promises";

/** Milliseconds for which long work keeps everything else waiting, before others have their turn. */
const slice = 5;

/**
 * Does long work in slices, between which the process answers others. The work is a generator that yields often, as
 * after each thing that it does: yielding costs next to nothing, and most of the times it goes on at once.
 */
export async function inSlices<Result>(work: Iterator<void, Result, void>): Promise<Result> {
  for (let begun = performance.now(), steps = 1; ; steps++) {
    const step = work.next();
    if (step.done === true) return step.value;
    // Looking at the clock costs more than most steps.
    if (steps % 16 !== 0 || performance.now() - begun < slice) continue;
    await setImmediate();
    begun = performance.now();
  }
}
