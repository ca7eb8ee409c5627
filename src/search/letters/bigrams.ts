/** The hash of a pair of codes; code 0 stands for an edge. */
export function bigramHash(a: number, b: number): number {
  return (Math.imul(a * 131 + b + 1, 2654435761) >>> 0) >>> 4;
}

/** The pair of a code string's last code and its end. */
export function lastBigramHash(codes: readonly number[]): number {
  return bigramHash(codes[codes.length - 1] ?? 0, 0);
}

/**
 * The pairs of a code string, with its edges, each once.
 * @param out what they are added to, unless they are there.
 */
export function bigramHashesOf(codes: readonly number[], closed = true, out: number[] = []): number[] {
  // So few that looking through them is quicker than a set is made.
  const add = (gram: number): void => {
    if (!out.includes(gram)) out.push(gram);
  };
  let last = 0;
  for (const code of codes) {
    add(bigramHash(last, code));
    last = code;
  }
  if (closed && codes.length > 0) add(bigramHash(last, 0));
  return out;
}
