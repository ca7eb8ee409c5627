/**
 * Caches what a pure function makes of texts, from their second use on (admission by a doorkeeper, as in TinyLFU): the
 * first leaves only a fingerprint, so that what is asked for once, as most words of long questions are, takes no
 * memory. Clears the cache at `most` entries.
 * @param slots how many fingerprints there are: of about as many texts it is known that they came before.
 */
export function memoizeRecurring<T extends object>(
  most: number,
  slots = SLOTS,
): (text: string, make: () => T) => T {
  const known = new Map<string, T>();
  /** The fingerprint of the last text in each slot. */
  const seen = new Uint32Array(slots);
  return (text, make) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make();
    const print = fingerprintOf(text);
    const slot = print % slots;
    if (seen[slot] !== print) seen[slot] = print;
    else {
      if (known.size >= most) known.clear();
      known.set(text, made);
    }
    return made;
  };
}

/** A text is forgotten when another one takes its slot. */
const SLOTS = 8_192;

/** FNV-1a, folded. */
function fingerprintOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
