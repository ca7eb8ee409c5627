/** What of two lists differs. */
export interface Differences<T> {
  /** By what took its place: it has the same id. */
  readonly replaced: ReadonlyMap<T, T>;
  readonly added: readonly T[];
  readonly gone: readonly T[];
}

/**
 * What is another object in a newer list, and what is new or gone. Undefined where more than `most` differ, or where
 * those that both have stand in another order.
 */
export function differencesOf<T extends { readonly id: string }>(
  before: readonly T[],
  now: readonly T[],
  most: number,
): Differences<T> | undefined {
  const shorter = Math.min(before.length, now.length);
  let front = 0;
  while (front < shorter && before[front] === now[front]) front += 1;
  let back = 0;
  while (back < shorter - front && before.at(-1 - back) === now.at(-1 - back)) back += 1;
  const old = new Map(before.slice(front, before.length - back).map((one, at) => [one.id, { one, at }]));
  const replaced = new Map<T, T>();
  const added: T[] = [];
  let last = -1;
  for (const one of now.slice(front, now.length - back)) {
    const known = old.get(one.id);
    old.delete(one.id);
    if (known === undefined) added.push(one);
    else if (known.at < last) return undefined;
    else if (known.one !== one) replaced.set(known.one, one);
    last = known?.at ?? last;
    if (replaced.size + added.length > most) return undefined;
  }
  return old.size > most ? undefined : { replaced, added, gone: [...old.values()].map(({ one }) => one) };
}
