import { lazy } from '#library/compute/lazy.ts';
import { memoize } from '#library/compute/memoize.ts';
import { englishStem } from './english.ts';
import { readWordList } from './lists/wordList.ts';

const HAN = /^\p{sc=Han}{2,8}$/u;
const KATAKANA = /^[\u30a1-\u30faー]+$/u;
const HIRAGANA = /[ぁ-ん]$/u;

/** Japanese words, and what they are in Korean or English. */
const lexicon = lazy(
  () =>
    new Map(
      readWordList('words/japanese.txt').map((line) => {
        const [word = '', ...others] = line.split(' ');
        return [word, others.flatMap((other) => withStem(other))] as const;
      }),
    ),
);

const withStem = (word: string): readonly string[] => [...new Set([word, englishStem(word)])];

/** How Koreans read each Han character: some in two ways. */
const readings = lazy(() => {
  const read = new Map<string, string[]>();
  for (const line of readWordList('words/hanja.txt')) {
    const [syllable = '', characters = ''] = line.split(' ');
    for (const character of characters) read.set(character, [...(read.get(character) ?? []), syllable]);
  }
  return read;
});

const NONE: readonly string[] = [];
/** Readings of a word: more say nothing. */
const MOST = 4;

/**
 * What a Japanese word is in Korean and English: `設計` is read `설계` in Korea, `使っ` is a form of a word for `쓰다`, and
 * `サーバー` is `server`.
 */
export const japaneseForms: (word: string) => readonly string[] = memoize(
  (word) => {
    const found = [...(HAN.test(word) ? koreanReadings(word) : NONE), ...translations(word)];
    return found.length === 0 ? NONE : [...new Set(found)];
  },
  4_000,
  12,
);

/** Those of the word, or of its beginning before an ending in Hiragana. */
function translations(word: string): readonly string[] {
  for (let rest = word; rest !== ''; rest = rest.slice(0, -1)) {
    const known = lexicon().get(rest);
    if (known !== undefined) return known;
    if (!HIRAGANA.test(rest)) return NONE;
  }
  return NONE;
}

function koreanReadings(word: string): readonly string[] {
  let found: readonly string[] = [''];
  for (const character of word) {
    const syllables = readings().get(character);
    if (syllables === undefined) return NONE;
    found = found
      .flatMap((front) => syllables.map((syllable) => front + spokenAfter(front, syllable)))
      .slice(0, MOST);
  }
  return found;
}

const unit = (syllable: string): number => syllable.charCodeAt(0) - 0xac00;
const INITIAL = { ㄴ: 2, ㄹ: 5, ㅇ: 11 } as const;
/** Vowels that begin like ㅣ. */
const PALATAL: ReadonlySet<number> = new Set([2, 3, 6, 7, 12, 17, 20]);

/** A syllable as it is written behind others: ㄹ and ㄴ change at the beginning, and 률 and 렬 behind vowels and ㄴ. */
function spokenAfter(front: string, syllable: string): string {
  const code = unit(syllable);
  const initial = Math.floor(code / 588);
  const medial = Math.floor((code % 588) / 28);
  const as = (changed: number): string => String.fromCharCode(0xac00 + changed * 588 + (code % 588));
  if (front === '') {
    if (initial === INITIAL.ㄹ) return as(PALATAL.has(medial) ? INITIAL.ㅇ : INITIAL.ㄴ);
    return initial === INITIAL.ㄴ && PALATAL.has(medial) ? as(INITIAL.ㅇ) : syllable;
  }
  const final = unit(front.slice(-1)) % 28;
  return (syllable === '률' || syllable === '렬') && (final === 0 || final === 4) ? as(INITIAL.ㅇ) : syllable;
}

/** The longest loan word. */
const LONGEST = 16;

/** A run of Katakana as the loan words in it: `エッジコンピューティング` → `エッジ`, `コンピューティング`. Undefined where it is one. */
export function loanWordsIn(run: string): readonly string[] | undefined {
  if (!KATAKANA.test(run) || lexicon().has(run)) return undefined;
  const words: string[] = [];
  let unknown = '';
  const close = (): void => {
    if (unknown !== '') words.push(unknown);
    unknown = '';
  };
  for (let at = 0; at < run.length; ) {
    let end = Math.min(run.length, at + LONGEST);
    while (end > at + 1 && !lexicon().has(run.slice(at, end))) end -= 1;
    if (end > at + 1) {
      close();
      words.push(run.slice(at, end));
    } else unknown += run[at] ?? '';
    at = end;
  }
  close();
  return words.length > 1 ? words : undefined;
}
