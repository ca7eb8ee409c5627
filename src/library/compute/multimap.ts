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

/** Adds a value to those of some keys. */
export function addTo<K, V>(map: Multimap<K, V>, keys: Iterable<K>, value: V): Multimap<K, V> {
  const next = VersionedMap.after(map);
  for (const key of keys) next.set(key, [...(next.get(key) ?? []), value]);
  return next;
}

/** Takes a value away from those of some keys. */
export function takeFrom<K, V>(map: Multimap<K, V>, keys: Iterable<K>, value: V): Multimap<K, V> {
  const next = VersionedMap.after(map);
  for (const key of keys) {
    const left = (next.get(key) ?? []).filter((other) => other !== value);
    if (left.length === 0) next.delete(key);
    else next.set(key, left);
  }
  return next;
}
