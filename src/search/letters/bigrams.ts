/** The hash of a bigram of codes; code 0 stands for an edge. */
export function bigramHash(a: number, b: number): number {
  return (Math.imul(a * 131 + b + 1, 2654435761) >>> 0) >>> 4;
}

/** The hash of the bigram of the last code and the end. */
export function lastBigramHash(codes: readonly number[]): number {
  return bigramHash(codes[codes.length - 1] ?? 0, 0);
}

/**
 * The hashes of a code string's bigrams including edges, without duplicates.
 * @param out receives the hashes that it does not contain yet.
 */
export function bigramHashesOf(codes: readonly number[], closed = true, out: number[] = []): number[] {
  // A linear search beats a set for so few.
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
