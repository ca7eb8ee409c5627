/** Work that can pause after each step. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Called between small steps of long work: a promise where others are to have their turn first. */
export type Pause = () => Promise<void> | undefined;

/** Longest time that stepped work may hold the thread, in ms; the garbage collector takes its own time besides. */
const SLICE = 5;

/** Lets every other pending task have its turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Gives a function to be called between small steps of long work: it gives way whenever the current stretch has
 * taken `budget` milliseconds, so that a reply is never held up by reading posts. It returns undefined, so that
 * nothing is awaited, while there is budget left.
 */
export function createPause(budget = 8): Pause {
  let began = performance.now();
  return () => {
    if (performance.now() - began < budget) return undefined;
    return nextTurn().then(() => {
      began = performance.now();
    });
  };
}

/** Does the work in slices; between two of them every other task gets its turn. */
export async function inSlices<T>(work: Steps<T>): Promise<T> {
  const pause = createPause(SLICE);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    const wait = pause();
    if (wait !== undefined) await wait;
  }
}

/** Does the work without a pause. */
export function runAtOnce<T>(work: Steps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
