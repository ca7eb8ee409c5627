const caches: { clear(): void }[] = [];

/** Empties all caches of `memoize`: results for a whole library are not asked for again. */
export function forgetMemoized(): void {
  for (const cache of caches) cache.clear();
}

/**
 * Caches the results of a pure function for texts of at most `longest` characters; clears the cache at `most`
 * entries.
 */
export function memoize<T>(compute: (text: string) => T, most = 100_000, longest = 200): (text: string) => T {
  const known = new Map<string, T>();
  caches.push(known);
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = compute(text);
    if (known.size >= most) known.clear();
    if (text.length <= longest) known.set(text, made);
    return made;
  };
}

/** Keeps the last result of a pure function: several steps ask the same of one question. */
export function memoizeLast<T>(compute: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly made: T } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, made: compute(text) };
    return last.made;
  };
}

/** Keeps the results of a pure function for objects, as long as these live, until `forgetMemoized` is called. */
export function memoizeObjects<Key extends object, Value extends object>(
  compute: (key: Key) => Value,
): (key: Key) => Value {
  let known = new WeakMap<Key, Value>();
  caches.push({
    clear() {
      known = new WeakMap();
    },
  });
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = compute(key);
    known.set(key, made);
    return made;
  };
}
