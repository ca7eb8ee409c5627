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
export function movedBetween<T>(before: readonly T[], now: readonly T[]): ReadonlySet<T> {
  const { front, back } = commonEnds(before, now);
  const places = new Map(before.slice(front, before.length - back).map((one, at) => [one, at]));
  const both = now.slice(front, now.length - back).flatMap((one) => {
    const place = places.get(one);
    return place === undefined ? [] : [{ one, place }];
  });
  const placeOf = (at: number): number => both[at]?.place ?? 0;
  // The longest increasing subsequence: for each length the last element of the one that ends lowest.
  const ends: number[] = [];
  const earlier: (number | undefined)[] = [];
  for (let at = 0; at < both.length; at += 1) {
    const place = placeOf(at);
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placeOf(ends[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    earlier.push(ends[low - 1]);
    ends[low] = at;
  }
  const stays = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = earlier[at]) stays.add(at);
  return new Set(both.flatMap(({ one }, at) => (stays.has(at) ? [] : [one])));
}
