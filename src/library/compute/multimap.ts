import { VersionedMap } from './versionedMap.ts';

/** Several values for a key. */
export type Multimap<K, V> = ReadonlyMap<K, readonly V[]>;

/** Values by keys, those of one key in their order. */
export function groupedBy<T, K, V>(
  all: Iterable<T>,
  keysOf: (one: T) => Iterable<K>,
  valueIn: (one: T) => V,
): Multimap<K, V> {
  const groups = new Map<K, V[]>();
  for (const one of all) {
    const value = valueIn(one);
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group) group.push(value);
      else groups.set(key, [value]);
    }
  }
  return VersionedMap.of<K, readonly V[]>(groups);
}

/** What a multimap is to have no more, and what besides. */
interface Exchange<T> {
  readonly gone?: Iterable<T>;
  readonly fresh?: Iterable<T>;
}

/** The same after some came and others went, as values of their keys. */
export function groupedAfter<T, K, V>(
  last: Multimap<K, V>,
  { gone = [], fresh = [] }: Exchange<T>,
  keysOf: (one: T) => Iterable<K>,
  valueIn: (one: T) => V,
): Multimap<K, V> {
  const groups = VersionedMap.after(last);
  for (const one of gone) {
    const value = valueIn(one);
    for (const key of keysOf(one)) {
      const left = (groups.get(key) ?? []).filter((other) => other !== value);
      if (left.length === 0) groups.delete(key);
      else groups.set(key, left);
    }
  }
  for (const one of fresh) {
    const value = valueIn(one);
    for (const key of keysOf(one)) groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return groups;
}
