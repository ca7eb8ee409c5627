/**
 * An LRU cache, approximated by two generations, of what a pure function makes of objects that live long, such as
 * sections: at least of the `most` recently used, and of at most twice as many.
 */
export function memoizeRecent<Key extends object, Value extends object, Rest extends readonly unknown[]>(
  compute: (key: Key, ...rest: Rest) => Value,
  most: number,
): (key: Key, ...rest: Rest) => Value {
  let young = new WeakMap<Key, Value>();
  let old = new WeakMap<Key, Value>();
  let count = 0;
  return (key, ...rest) => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const made = old.get(key) ?? compute(key, ...rest);
    if (count >= most) {
      old = young;
      young = new WeakMap();
      count = 0;
    }
    young.set(key, made);
    count += 1;
    return made;
  };
}
