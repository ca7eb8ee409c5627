/**
 * Caches what a pure function makes of texts that come again: the first time a text leaves only a trace, so that what is
 * asked for once, as most words of long questions are, takes no memory. Clears the cache at `most` entries.
 */
export function memoizeRecurring<T extends object>(most: number): (text: string, make: () => T) => T {
  const known = new Map<string, T>();
  /** A trace of the last text at each place. */
  const seen = new Uint32Array(TRACES);
  return (text, make) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make();
    const trace = traceOf(text);
    const at = trace % TRACES;
    if (seen[at] !== trace) seen[at] = trace;
    else {
      if (known.size >= most) known.clear();
      known.set(text, made);
    }
    return made;
  };
}

/** Places for traces: a text is forgotten when another one takes its place. */
const TRACES = 8_192;

function traceOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
