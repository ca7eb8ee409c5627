/**
 * Caches what a pure function makes of texts: of the `most` that were asked for last.
 * @param longest UTF-16 units; what is made of a longer text is not kept.
 */
export function lruCache<T extends object>(
  most: number,
  longest: number,
): (text: string, make: () => T) => T {
  // A map lists what was set first, first.
  const known = new Map<string, T>();
  return (text, make) => {
    if (text.length > longest) return make();
    const before = known.get(text);
    if (before !== undefined) known.delete(text);
    const made = before ?? make();
    known.set(text, made);
    if (known.size > most) for (const first of known.keys().take(1)) known.delete(first);
    return made;
  };
}
