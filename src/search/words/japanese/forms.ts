import { lazy } from '#library/compute/lazy.ts';
import { memoize } from '#library/compute/memoize.ts';
import { englishStem } from '../english.ts';
import { readWordList } from '../lists/wordList.ts';
import { koreanReading } from './readings.ts';

const HAN = /^\p{sc=Han}{2,8}$/u;
const KATAKANA = /^[\u30a1-\u30faー]+$/u;
const HIRAGANA = /[ぁ-ん]$/u;

/** Japanese words, and what they are in Korean or English. */
const lexicon = lazy(
  () =>
    new Map(
      readWordList('japanese/forms.txt').map((line) => {
        const [word = '', ...others] = line.split(' ');
        return [word, others.flatMap((other) => withStem(other))] as const;
      }),
    ),
);

const withStem = (word: string): readonly string[] => [...new Set([word, englishStem(word)])];

const NONE: readonly string[] = [];
/**
 * What a Japanese word is in Korean and English: `設計` is read `설계` in Korea, `使っ` is a form of a word for `쓰다`, and
 * `サーバー` is `server`.
 */
export const japaneseForms: (word: string) => readonly string[] = memoize(
  (word) => {
    const reading = HAN.test(word) ? koreanReading(word) : undefined;
    const found = [...(reading === undefined ? NONE : [reading]), ...translations(word)];
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

/** The English word that one in Katakana comes from, where the list has it: `アクター` is `actor`. */
export const loanWordOf = (word: string): string | undefined =>
  lexicon()
    .get(word)
    ?.find((one) => /^[a-z]/.test(one));

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
