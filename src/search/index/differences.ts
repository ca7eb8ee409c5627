import { commonEnds, movedBetween } from '#library/compute/moved.ts';

/** What of two lists differs. */
export interface Differences<T> {
  /** By what took its place: it has the same id. */
  readonly replaced: ReadonlyMap<T, T>;
  readonly added: readonly T[];
  readonly gone: readonly T[];
  /** Of those that both have, what stands elsewhere among them, in the newer list. */
  readonly moved: readonly T[];
}

/** What is another object in a newer list, and what is new, gone or elsewhere. Undefined where more than `most` are. */
export function differencesOf<T extends { readonly id: string }>(
  before: readonly T[],
  now: readonly T[],
  most: number,
): Differences<T> | undefined {
  const { front, back } = commonEnds(before, now);
  const [last, next] = [before.slice(front, before.length - back), now.slice(front, now.length - back)];
  const old = new Map(last.map((one) => [one.id, one]));
  const elsewhere = movedBetween(
    last.map(({ id }) => id),
    next.map(({ id }) => id),
  );
  const replaced = new Map<T, T>();
  const added: T[] = [];
  const moved: T[] = [];
  for (const one of next) {
    const known = old.get(one.id);
    old.delete(one.id);
    if (known === undefined) added.push(one);
    else if (known !== one) replaced.set(known, one);
    if (elsewhere.has(one.id)) moved.push(one);
    if (replaced.size + added.length + moved.length > most) return undefined;
  }
  return old.size > most ? undefined : { replaced, added, gone: [...old.values()], moved };
}
