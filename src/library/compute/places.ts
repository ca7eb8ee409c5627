import type { Hunk } from './hunks.ts';
import { VersionedMap } from './versionedMap.ts';

/** Numbers by id that stand in the order of a list. */
export type Places = ReadonlyMap<string, number>;

/** The places of a list in which no id is twice. */
export const placesOf = <T>(list: readonly T[], idOf: (one: T) => string): Places =>
  VersionedMap.of(new Map(list.map((one, at) => [idOf(one), at])));

/**
 * The places of a newer list: what is new gets numbers between those of its neighbours, so that nothing else gets
 * another one, unless there is no number left between them.
 */
export function placesAfter<T>(
  last: Places,
  before: readonly T[],
  now: readonly T[],
  hunks: readonly Hunk[],
  idOf: (one: T) => string,
): Places {
  if (hunks.length === 0) return last;
  const places = VersionedMap.after(last);
  for (const hunk of hunks)
    for (const one of before.slice(hunk.before, hunk.before + hunk.gone)) places.delete(idOf(one));
  for (const hunk of hunks) {
    const placeAt = (at: number): number | undefined => {
      const one = now[at];
      return one === undefined ? undefined : places.get(idOf(one));
    };
    const above = placeAt(hunk.now + hunk.fresh);
    const below = placeAt(hunk.now - 1) ?? (above ?? 0) - hunk.fresh - 1;
    const step = ((above ?? below + hunk.fresh + 1) - below) / (hunk.fresh + 1);
    let place = below;
    for (const one of now.slice(hunk.now, hunk.now + hunk.fresh)) {
      const next = place + step;
      if (next <= place || (above !== undefined && next >= above)) return placesOf(now, idOf);
      places.set(idOf(one), next);
      place = next;
    }
  }
  return places;
}
