const LETTER = /^[\p{L}\p{N}]/u;

/** True where no letter or digit stands before a place in a text. */
export const beginsWord = (text: string, at: number): boolean =>
  at === 0 || !LETTER.test([...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '');

/**
 * Where words stand one behind the other in a text, with spaces and hyphens between them or none: `big query`,
 * `Big-Query` and `BigQuery` alike. Start and end of each place, as UTF-16 offsets. A pattern would say the same, but one
 * that is made of a name takes as long to compile as a few sections take to read.
 * @param lower the text in lower case
 * @param words in lower case; without any there is no place.
 * @param ending true where all words but the last may go on in Latin letters: `machines learn` for `machine learn`.
 */
export function placesOf(
  lower: string,
  words: readonly string[],
  ending = false,
): readonly (readonly [start: number, end: number])[] {
  const found: [number, number][] = [];
  const [first = ''] = words;
  for (let at = first === '' ? -1 : lower.indexOf(first); at >= 0; at = lower.indexOf(first, at + 1)) {
    let end = at + first.length;
    for (let i = 1; i < words.length && end >= 0; i += 1) end = endOfNext(lower, end, words[i] ?? '', ending);
    if (end >= 0) found.push([at, end]);
  }
  return found;
}

/** Where a word ends that follows a place, or -1. */
function endOfNext(lower: string, from: number, word: string, ending: boolean): number {
  let at = from;
  while (ending && !lower.startsWith(word, at) && isLatin(lower.charCodeAt(at))) at += 1;
  while (!lower.startsWith(word, at) && isBetween(lower.charCodeAt(at))) at += 1;
  return lower.startsWith(word, at) ? at + word.length : -1;
}

const isLatin = (unit: number): boolean => unit >= 97 && unit <= 122;

/** True for what may stand between the words of a name: a space or a hyphen. */
const isBetween = (unit: number): boolean =>
  unit === 32 || unit === 45 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x3000;
