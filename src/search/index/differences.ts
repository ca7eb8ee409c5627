import { changesBetween } from '#library/compute/changes.ts';

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
  const { gone, fresh, moved } = changesBetween(before, now, ({ id }) => id);
  if (gone.length > most || fresh.length > most) return undefined;
  const old = new Map(gone.map((one) => [one.id, one]));
  const replaced = new Map<T, T>();
  const added: T[] = [];
  for (const one of fresh) {
    const known = old.get(one.id);
    old.delete(one.id);
    if (known === undefined) added.push(one);
    else if (known !== one) replaced.set(known, one);
  }
  return { replaced, added, gone: [...old.values()], moved: fresh.filter(({ id }) => moved.has(id)) };
}
