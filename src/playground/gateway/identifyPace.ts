/** Milliseconds for which one identify keeps the next of its key waiting (Gateway, "Rate Limiting"). */
const WINDOW = 5_000;

/**
 * Whether a shard may identify now: one a window for each `shard_id % max_concurrency`. Real time, like the waits of the
 * client. Without a limit everybody may.
 */
export function identifyPace(
  maxConcurrency: () => number | undefined,
  monotonic: () => number = () => performance.now(),
): (shard: number) => boolean {
  const last = new Map<number, number>();
  return (shard) => {
    const keys = maxConcurrency();
    if (keys === undefined) return true;
    const now = monotonic();
    const key = shard % keys;
    if (now - (last.get(key) ?? Number.NEGATIVE_INFINITY) < WINDOW) return false;
    last.set(key, now);
    return true;
  };
}
