import { lazy } from '#library/compute/lazy.ts';
import { syllableParts } from '../../letters/hangul.ts';
import { readWordList } from '../lists/wordList.ts';

const READINGS = lazy(
  () =>
    new Map(
      readWordList('japanese/kanji.txt').flatMap((line) => {
        const [reading = '', characters = ''] = line.split(' ');
        return [...characters].map((character) => [character, reading] as const);
      }),
    ),
);

/** Initial consonants, vowels and final consonants by their places in a syllable. */
const INITIAL = { ㄴ: 2, ㄷ: 3, ㄹ: 5, ㅇ: 11, ㅈ: 12 } as const;
const FINAL_N = 4;
/** Vowels that begin with an i: ㅑ, ㅒ, ㅕ, ㅖ, ㅛ, ㅠ, ㅣ. */
const NARROW: ReadonlySet<number> = new Set([2, 3, 6, 7, 12, 17, 20]);

const withInitial = (syllable: string, initial: number): string => {
  const [, medial, final] = syllableParts(syllable.charCodeAt(0));
  return String.fromCharCode(0xac00 + (initial * 21 + medial) * 28 + final);
};

/** A syllable at the beginning of a word: 료 of 資料 is 요 in 料金. */
function initially(syllable: string): string {
  const [initial, medial] = syllableParts(syllable.charCodeAt(0));
  if (initial !== INITIAL.ㄹ && (initial !== INITIAL.ㄴ || !NARROW.has(medial))) return syllable;
  return withInitial(syllable, NARROW.has(medial) ? INITIAL.ㅇ : INITIAL.ㄴ);
}

/** A syllable behind another one: 률 is 율 behind a vowel and ㄴ, 불 is 부 before ㄷ and ㅈ. */
function behind(syllable: string, before: string): string {
  const [, , final] = syllableParts(before.charCodeAt(before.length - 1));
  return (syllable === '률' || syllable === '렬') && (final === 0 || final === FINAL_N)
    ? withInitial(syllable, INITIAL.ㅇ)
    : syllable;
}

/**
 * A word of Chinese characters as Korean reads it: `終了日` → `종료일`, `料金` → `요금`. Most words of two characters are the
 * same in both languages. Undefined where a character is not known.
 */
export function koreanReading(word: string): string | undefined {
  const known = READINGS();
  let out = '';
  for (const character of word) {
    const reading = known.get(character);
    if (reading === undefined) return undefined;
    if (out.endsWith('불') && word.startsWith('不')) {
      const [initial] = syllableParts(reading.charCodeAt(0));
      if (initial === INITIAL.ㄷ || initial === INITIAL.ㅈ) out = '부';
    }
    out += out === '' ? initially(reading) : behind(reading, out);
  }
  return out;
}
