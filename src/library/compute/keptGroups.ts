import { groupedBy, type Multimap } from './multimap.ts';

/** A key of a multimap as plain data: with the places of its values in a list. */
export type KeptGroup = readonly [key: string, ...places: number[]];
export type KeptGroups = readonly KeptGroup[];

/** A multimap of values that stand in a list. */
export function keepGroups(groups: Multimap<string, string>, list: readonly string[]): KeptGroups {
  const places = new Map(list.map((value, at) => [value, at]));
  return [...groups].map(
    ([key, values]) => [key, ...values.map((value) => places.get(value) ?? -1)] as const,
  );
}

/** The multimap that was kept, with the values of the list. */
export function restoreGroups(kept: KeptGroups, list: readonly string[]): Multimap<string, string> {
  return groupedBy(
    pairsIn(kept, list),
    ([key]) => [key],
    ([, value]) => value,
  );
}

function* pairsIn(kept: KeptGroups, list: readonly string[]): Generator<readonly [string, string]> {
  for (const [key, ...places] of kept)
    for (const at of places) {
      const value = list[at];
      if (value !== undefined) yield [key, value];
    }
}
