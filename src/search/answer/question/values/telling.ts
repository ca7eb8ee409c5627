import { memoize } from '#library/compute/memoize.ts';

/** What tells a value in a text, as a pattern or in another way. */
export interface Telling {
  /** @param text as it is written */
  test(text: string): boolean;
}

/** A stretch of a text, as UTF-16 offsets. */
export type Place = readonly [start: number, end: number];

/** Longest source of a pattern that is kept; each takes milliseconds to compile. */
const LONGEST = 2_000;
const MOST = 300;

/** What fits a pattern of lower case letters. Patterns of units and measures, of which there are few, are kept. */
export const tellingOf: (source: string) => Telling = memoize(
  (source) => {
    const pattern = new RegExp(source, 'u');
    return { test: (text) => pattern.test(text.toLowerCase()) };
  },
  MOST,
  LONGEST,
);

/** The same pattern, for each place where it fits. */
const everyPlace: (source: string) => RegExp = memoize((source) => new RegExp(source, 'gu'), MOST, LONGEST);

/** Where a pattern of lower case letters fits in a text in lower case. */
export function placesIn(source: string, lower: string): readonly Place[] {
  const pattern = everyPlace(source);
  const out: Place[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(lower); match !== null; match = pattern.exec(lower)) {
    out.push([match.index, pattern.lastIndex]);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return out;
}

/** From so many Latin letters on a word may be the end of another, which has so many more letters: `webserver`. */
const COMPOUNDED = 5;
const BEFORE = 8;

/** Where one of several words stands in a text in lower case; a Latin word as one or, if it is long, as the end of one. */
export const placesOfWords = (words: readonly string[], lower: string): readonly Place[] =>
  words.flatMap((word) => {
    const out: Place[] = [];
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
      const start = /^[a-z]/.test(word) ? startOf(lower, at, word.length < COMPOUNDED ? 0 : BEFORE) : at;
      if (start >= 0) out.push([start, at + word.length]);
    }
    return out;
  });

/** Where the Latin word begins that goes on at a place; -1 where that is more letters before it. */
function startOf(lower: string, at: number, most: number): number {
  let start = at;
  while (start > 0 && /[a-z\d_-]/.test(lower.charAt(start - 1))) start -= 1;
  return at - start <= most ? start : lower.charAt(at - 1) === '-' ? at : -1;
}

/** What stands between two places is no longer. */
const FARTHEST = 80;

/** True where one of some places stands before one of others, with nothing between them but what fits. */
export const stands = (
  text: string,
  before: readonly Place[],
  behind: readonly Place[],
  between: RegExp,
): boolean =>
  before.some(([, from]) =>
    behind.some(([to]) => to >= from && to - from <= FARTHEST && between.test(text.slice(from, to))),
  );
