import { type Hunk, hunksBetween } from './hunks.ts';
import { movedBetween } from './moved.ts';

/** In what a newer list of things with ids differs from an older one. */
export interface Changes<T> {
  readonly hunks: readonly Hunk[];
  /** What the newer list has no more, and what of it is new; what stands elsewhere is in both. */
  readonly gone: readonly T[];
  readonly fresh: readonly T[];
  /** The ids that both lists have, in one version or two, and that stand elsewhere among the others. */
  readonly moved: ReadonlySet<string>;
}

/** Compares lists without duplicates, in which no id is twice. */
export function changesBetween<T extends {}>(
  before: readonly T[],
  now: readonly T[],
  idOf: (one: T) => string,
): Changes<T> {
  const hunks = hunksBetween(before, now);
  const moved = new Set<string>();
  const [gone, fresh]: [T[], T[]] = [[], []];
  const hunkOf = new Map<string, Hunk>();
  for (const hunk of hunks) {
    for (const one of before.slice(hunk.before, hunk.before + hunk.gone)) {
      gone.push(one);
      hunkOf.set(idOf(one), hunk);
    }
  }
  for (const hunk of hunks) {
    const own = now.slice(hunk.now, hunk.now + hunk.fresh);
    fresh.push(...own);
    const ids = own.map(idOf);
    for (const id of ids) {
      const last = hunkOf.get(id);
      if (last !== undefined && last !== hunk) moved.add(id);
    }
    const were = before.slice(hunk.before, hunk.before + hunk.gone).map(idOf);
    for (const id of movedBetween(were, ids)) moved.add(id);
  }
  const [were, are] = [new Set(gone), new Set(fresh)];
  const isChanged = (others: ReadonlySet<T>) => (one: T) => !others.has(one) || moved.has(idOf(one));
  return { hunks, gone: gone.filter(isChanged(are)), fresh: fresh.filter(isChanged(were)), moved };
}
