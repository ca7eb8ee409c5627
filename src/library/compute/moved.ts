/** How many elements two lists have in common at their beginning, and behind that at their end. */
export function commonEnds<T>(
  before: readonly T[],
  now: readonly T[],
): { readonly front: number; readonly back: number } {
  const shorter = Math.min(before.length, now.length);
  let front = 0;
  while (front < shorter && before[front] === now[front]) front += 1;
  let back = 0;
  while (back < shorter - front && before[before.length - 1 - back] === now[now.length - 1 - back]) back += 1;
  return { front, back };
}

/**
 * What of two lists without duplicates stands in another order: as few elements as possible, so that all others of
 * those that both have keep their order.
 */
export function movedBetween<T extends {}>(before: readonly T[], now: readonly T[]): ReadonlySet<T> {
  const { front, back } = commonEnds(before, now);
  const places = new Map<T, number>();
  for (let at = front; at < before.length - back; at += 1) {
    const one = before[at];
    if (one !== undefined) places.set(one, at);
  }
  const both: T[] = [];
  const was: number[] = [];
  for (let at = front; at < now.length - back; at += 1) {
    const one = now[at];
    const place = one === undefined ? undefined : places.get(one);
    if (one === undefined || place === undefined) continue;
    both.push(one);
    was.push(place);
  }
  const stays = new Set(longestIncrease(was));
  return new Set(both.filter((_, at) => !stays.has(at)));
}

/** Where the elements of the longest increasing subsequence stand, in their order. */
export function longestIncrease(values: readonly number[]): readonly number[] {
  /** For each length where the last element stands of the one that ends lowest. */
  const ends: number[] = [];
  const earlier: (number | undefined)[] = [];
  for (const [at, value] of values.entries()) {
    let [low, high] = [0, ends.length];
    const last = values[ends[high - 1] ?? -1];
    if (last === undefined || last < value) low = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    earlier.push(ends[low - 1]);
    ends[low] = at;
  }
  const found: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = earlier[at]) found.push(at);
  return found.reverse();
}
