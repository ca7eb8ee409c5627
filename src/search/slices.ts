/** Work that can be laid down after each step. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Longest time that work may hold the thread, in ms; the collector of garbage takes its own time besides. */
const SLICE = 5;

/** Lets everything else have its turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Does the work in slices; between two of them everything else gets its turn. */
export async function inSlices<T>(work: Steps<T>): Promise<T> {
  let until = performance.now() + SLICE;
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await nextTurn();
    until = performance.now() + SLICE;
  }
}

/** Does the work without a pause. */
export function atOnce<T>(work: Steps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
