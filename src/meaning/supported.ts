import type { Source } from '#pages/answer/composed.ts';
import { VENDORS } from '#search/words/shortNames.ts';
import { wordClassOf } from '#search/words/wordClass.ts';

/** Scales that follow a number: `2만`, `20 thousand`. */
const SCALES: Readonly<Record<string, number>> = {
  백: 1e2,
  천: 1e3,
  만: 1e4,
  억: 1e8,
  조: 1e12,
  百: 1e2,
  千: 1e3,
  万: 1e4,
  億: 1e8,
  兆: 1e12,
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** Numbers in words. One is left out: it is a pronoun as often. */
const ENGLISH: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  dozen: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};
/** Before a counter. */
const KOREAN: Readonly<Record<string, number>> = {
  두: 2,
  세: 3,
  네: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  아홉: 9,
  열: 10,
  스무: 20,
};

const anyOf = (table: object): string => Object.keys(table).join('|');

const MONTHS = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const;

const monthOf = (word: string): number =>
  MONTHS.findIndex((names) => names.some((name) => name === word)) + 1;

const DIGITS = new RegExp(`(\\p{Nd}+(?:[.,:]\\p{Nd}+)*)(?:\\s?(${anyOf(SCALES)}))?`, 'giu');
const ENGLISH_WORD = new RegExp(`(?<![\\p{L}\\p{N}])(${anyOf(ENGLISH)})s?(?!\\p{L})`, 'giu');
const KOREAN_WORD = new RegExp(
  `(?<!\\p{L})(${anyOf(KOREAN)})\\s?(?=개|명|번|가지|곳|달|시간|배|살|대|편|단계|종류|분|시|권|차례)`,
  'gu',
);

/** A written number as its values: `1,000` is one, a date or a time several. */
const valuesOf = (written: string): readonly number[] => {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(written)) return [Number(written.replaceAll(',', ''))];
  if (/^\d+(?:\.\d+)?$/.test(written)) return [Number(written)];
  return written.split(/[.,:]/).map(Number);
};

/** Every number that a text says, in digits or words, and its months in English. */
const numbersIn = (text: string): ReadonlySet<number> => {
  const numbers = new Set<number>();
  for (const [, written = '', scale] of text.matchAll(DIGITS)) {
    const factor = SCALES[scale?.toLowerCase() ?? ''] ?? 1;
    for (const value of valuesOf(written)) numbers.add(value * factor);
  }
  const rest = text.replace(DIGITS, ' ');
  for (const [, word = ''] of rest.matchAll(ENGLISH_WORD))
    numbers.add(ENGLISH[word.toLowerCase()] ?? Number.NaN);
  for (const [, word = ''] of rest.matchAll(KOREAN_WORD)) numbers.add(KOREAN[word] ?? Number.NaN);
  for (const [word] of text.matchAll(/\b[A-Z][a-z]{2,8}\b/g)) {
    const month = monthOf(word.toLowerCase());
    // `May` begins questions and says what is possible.
    if (month > 0 && (word !== 'May' || /May \d|\d May/.test(text))) numbers.add(month);
  }
  return numbers;
};

const LATIN = /\p{Script=Latin}[\p{Script=Latin}\p{M}\p{Nd}'’.+#&@/_:-]*/gu;
const CJK = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const trimmed = (word: string): string => word.replace(/[.'’:/&@_-]+$/u, '').replace(/['’]s$/u, '');

const plain = (word: string): string => word.toLowerCase().replaceAll('’', "'");

/** True for an everyday English word, which names nothing. */
const isOrdinary = (word: string): boolean => {
  const lower = plain(word);
  if (VENDORS.has(lower)) return false;
  const wordClass = wordClassOf([lower]);
  return wordClass !== 'name' && wordClass !== 'content';
};

/** The Latin words of a sentence that name something. */
const namesIn = (sentence: string): readonly string[] => {
  const words = [...sentence.matchAll(LATIN)].map(({ 0: word, index }) => ({ word: trimmed(word), index }));
  // Beside Hangul, kana or Han every Latin word is a name, or a word that the text has taken over.
  if (CJK.test(sentence)) return words.map(({ word }) => word);
  return words
    .filter(({ word, index }, at) => {
      if (/[./@_]|\p{Nd}/u.test(word) || /^.+\p{Lu}/u.test(word)) return true;
      if (!/^\p{Lu}/u.test(word) || /^I(?:'|$)/.test(plain(word).toUpperCase())) return false;
      if (monthOf(word.toLowerCase()) > 0) return false;
      const next = words[at + 1];
      const isFirst = sentence.slice(0, index).search(/[\p{L}\p{N}]/u) === -1;
      const isFollowed =
        next !== undefined &&
        /^\p{Lu}/u.test(next.word) &&
        !/^I$/.test(next.word) &&
        next.index <= index + word.length + 1;
      return !isFirst || isFollowed || !isOrdinary(word);
    })
    .map(({ word }) => word);
};

const partsOf = (word: string): readonly string[] =>
  word.split(/[^\p{L}\p{N}+#]+/u).filter((part) => part !== '');

/** What a sentence may say: the numbers and the Latin words of its sources. */
interface SourceFacts {
  readonly numbers: ReadonlySet<number>;
  readonly words: ReadonlySet<string>;
  readonly text: string;
}

const factsOf = (sources: readonly Source[]): SourceFacts => {
  const text = sources
    .flatMap(({ label, place, text, names }) => [label, place, text, ...names])
    .join('\n')
    .normalize('NFKC');
  const words = new Set<string>();
  for (const [found] of text.matchAll(LATIN)) {
    const word = plain(trimmed(found));
    for (const one of [word, ...partsOf(word)]) words.add(one);
  }
  return { numbers: numbersIn(text), words, text: text.toLowerCase() };
};

const isHeld = (word: string, { words }: SourceFacts): boolean => {
  const lower = plain(word);
  const has = (one: string): boolean =>
    words.has(one) || (one.endsWith('s') && words.has(one.slice(0, -1))) || words.has(`${one}s`);
  return has(lower) || (partsOf(lower).length > 1 && partsOf(lower).every(has));
};

const URL_LIKE = /[a-z][a-z0-9+.-]*:\/\/\S+|\bwww\.\S+/giu;

/**
 * True where the sources hold every number, date, address and Latin name of a sentence. Whether they say the same of
 * them is for the reader to see: the quote stands below.
 */
export const isSupported = (sentence: string, sources: readonly Source[]): boolean => {
  const text = sentence.normalize('NFKC');
  const held = factsOf(sources);
  for (const number of numbersIn(text)) if (!held.numbers.has(number)) return false;
  for (const [address] of text.matchAll(URL_LIKE))
    if (!held.text.includes(address.toLowerCase().replace(/[.,;:!?)\]]+$/, ''))) return false;
  return namesIn(text).every((name) => isHeld(name, held));
};
