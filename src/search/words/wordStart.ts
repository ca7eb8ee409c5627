const LETTER = /^[\p{L}\p{N}]/u;

/**
 * True where a pattern fits in a text behind no letter or digit. A look-behind would say the same, but the letters of all
 * scripts take milliseconds to compile, and that in each pattern that is made of a name.
 * @param pattern a global one.
 */
export function fitsAtWordStart(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { index } = match;
    const before = [...text.slice(Math.max(0, index - 2), index)].at(-1) ?? '';
    if (!LETTER.test(before)) return true;
    pattern.lastIndex = index + ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);
  }
  return false;
}
