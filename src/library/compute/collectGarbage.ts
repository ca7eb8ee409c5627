import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Each step of reading so many posts leaves tens of megabytes that are garbage. */
export const MANY_POSTS = 2000;

/**
 * A full collection of garbage, some 100 ms: after much was computed, and before as much is computed from it. V8 itself
 * waits until the heap is half as large again.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}
