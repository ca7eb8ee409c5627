/** What a character counts as; bits, since a Hangul syllable is a letter too. */
export const LETTER = 1;
export const HANGUL = 2;
export const KANA = 4;
export const HAN = 8;
export const LATIN = 16;
/** Of a word in a script that is read word by word, or of a number. */
export const OF_WORD = 32;
const KNOWN = 64;
/** What a character counts as is less. */
export const CLASSES = 2 * KNOWN;

const PATTERNS: readonly (readonly [bit: number, letters: RegExp])[] = [
  [LETTER, /\p{L}/u],
  [HANGUL, /\p{sc=Hangul}/u],
  [KANA, /[\p{sc=Hiragana}\p{sc=Katakana}]/u],
  [HAN, /\p{sc=Han}/u],
  [LATIN, /\p{sc=Latin}/u],
  [OF_WORD, /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{N}]/u],
];

function classify(character: string): number {
  let bits = KNOWN;
  for (const [bit, letters] of PATTERNS) if (letters.test(character)) bits |= bit;
  return bits;
}

/** By UTF-16 unit, filled in on demand: expressions are too slow for every letter of all posts. */
const known = new Uint8Array(0x1_00_00);

/** Calls `each` with what every character of a text counts as. */
export function forEachLetter(text: string, each: (bits: number) => void): void {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? unit);
      at += character.length - 1;
      each(classify(character));
      continue;
    }
    let bits = known[unit] ?? 0;
    if (bits === 0) {
      bits = classify(String.fromCharCode(unit));
      known[unit] = bits;
    }
    each(bits);
  }
}
