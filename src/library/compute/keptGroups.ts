import { groupedBy, type Multimap } from './multimap.ts';

/** A key of a multimap as plain data: with the places of its values in a list. */
export type KeptGroup = readonly [key: string, ...places: number[]];

/** A multimap of values that stand in a list, a key at a time: as a whole it would take as much memory as the multimap. */
export function* keepGroups(groups: Multimap<string, string>, list: readonly string[]): Generator<KeptGroup> {
  const places = new Map(list.map((value, at) => [value, at]));
  for (const [key, values] of groups) yield [key, ...values.map((value) => places.get(value) ?? -1)];
}

/** The multimap that was kept, with the values of the list. */
export function restoreGroups(kept: Iterable<KeptGroup>, list: readonly string[]): Multimap<string, string> {
  return groupedBy(
    pairsIn(kept, list),
    ([key]) => [key],
    ([, value]) => value,
  );
}

function* pairsIn(kept: Iterable<KeptGroup>, list: readonly string[]): Generator<readonly [string, string]> {
  for (const [key, ...places] of kept)
    for (const at of places) {
      const value = list[at];
      if (value !== undefined) yield [key, value];
    }
}
