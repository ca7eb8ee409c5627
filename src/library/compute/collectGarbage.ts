import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Each step of reading so many posts leaves tens of megabytes that are garbage. */
export const MANY_POSTS = 2000;

function collect(flavor: 'regular' | 'last-resort'): void {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc === 'function') gc({ type: 'major', execution: 'sync', flavor });
}

/**
 * A full collection of garbage, some 100 ms: after much was computed, and before as much is computed from it. V8 itself
 * waits until the heap is half as large again.
 */
export const collectGarbage = (): void => collect('regular');

/**
 * The same twice, after which what is left is moved together and the rest of the heap is given back to the system:
 * where much of it is free for good.
 */
export const shrinkHeap = (): void => collect('last-resort');
