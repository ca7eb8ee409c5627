import { lazy } from '#library/compute/lazy.ts';
import { memoize } from '#library/compute/memoize.ts';
import type { AskedIn } from '../../../model.ts';
import { englishKinds, koreanKinds } from '../../../words/lists/kinds.ts';
import { readWordList } from '../../../words/lists/wordList.ts';
import { isMark, type Mark, type Reader } from './marks.ts';

/** How words are written in a list of `lists/marks`, by its language. */
interface Writing {
  /** What `_` and `…` stand for: a space, which may be missing, and the rest of a word. */
  readonly space: string;
  readonly rest: string;
  /** What bounds words: in English they are whole ones. */
  readonly bound: string;
  /** Nouns that say a kind of thing: `<KIND>`. */
  readonly kinds: () => readonly string[];
}

const WRITINGS: Readonly<Record<AskedIn, Writing>> = {
  ko: { space: '\\s?', rest: '[가-힣ㄱ-ㅣ]*', bound: '', kinds: koreanKinds },
  en: { space: ' ', rest: '\\w*', bound: '(?!(?<=\\w)\\w)', kinds: englishKinds },
  ja: { space: '\\s?', rest: '', bound: '', kinds: () => [] },
};

/** A list of words by what they mark; of several lines that fit at a place, the first counts. */
interface MarkedWords {
  readonly lines: readonly (readonly [mark: Mark, pattern: string])[];
  /** Classes of words by their names in capitals, as patterns. */
  readonly classes: ReadonlyMap<string, string>;
}

const LINE = /^(?:(?<name>[A-Z_]+) = |(?<mark>[a-z]+)(?:(?<rest>…)| (?<ending>[A-Z]+))?: )(?<words>.+)$/u;

/** Reads a list: `ko`, or `ko-talks`. */
export const markedWords = memoize((list): MarkedWords => {
  const language: AskedIn = list.startsWith('ko') ? 'ko' : list.startsWith('en') ? 'en' : 'ja';
  const { space, rest, bound, kinds } = WRITINGS[language];
  const classes = new Map([['KIND', `(?:${kinds().join('|')})`]]);
  const classOf = (name: string): string => {
    const words = classes.get(name);
    if (words === undefined) throw new Error(`marks/${list}.txt: no class ${name}`);
    return words;
  };
  const patternOf = (words: string): string =>
    `(?:${words.split(' ').join('|')})`
      .replaceAll(/(?<!\\)\((?!\?)/gu, '(?:')
      .replaceAll(/<([A-Z_]+)>/gu, (_, name: string) => classOf(name))
      .replaceAll('_', space)
      .replaceAll('…', rest);
  const lines: [Mark, string][] = [];
  for (const line of readWordList(`marks/${list}.txt`)) {
    const { name, mark, ending, words = '', ...more } = LINE.exec(line)?.groups ?? {};
    const end = ending === undefined ? (more['rest'] ?? '').replace('…', rest) : classOf(ending);
    if (name !== undefined) classes.set(name, patternOf(words));
    else if (mark !== undefined && isMark(mark)) lines.push([mark, bound + patternOf(words) + end + bound]);
    else throw new Error(`marks/${list}.txt: ${line}`);
  }
  return { lines, classes };
});

/** Reads the words of a list. */
const readerOf = memoize((list): Reader => {
  const { lines } = markedWords(list);
  const pattern = new RegExp(lines.map(([, one]) => `(${one})`).join('|'), 'uy');
  return (text, at) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null || found[0] === '') return undefined;
    const mark = lines[found.findIndex((group, i) => i > 0 && group !== undefined) - 1]?.[0];
    return mark && { mark, end: at + found[0].length };
  };
});

/** What the first of several readers that knows the words at a place reads there. */
export const firstOf =
  (...readers: readonly Reader[]): Reader =>
  (text, at) => {
    for (const read of readers) {
      const found = read(text, at);
      if (found !== undefined) return found;
    }
    return undefined;
  };

/** Reads words of questions by the language of these; English words stand in questions in any. */
export type Readers = () => Readonly<Record<AskedIn, Reader>>;

/** Readers of words of questions about a thing, behind those of a kind of questions of their own. */
function readersOf(kind?: 'pairs' | 'talks'): Readers {
  return lazy(() => {
    const of = (language: AskedIn): Reader =>
      kind === undefined ? readerOf(language) : firstOf(readerOf(`${language}-${kind}`), readerOf(language));
    const en = of('en');
    return { en, ko: firstOf(of('ko'), en), ja: firstOf(of('ja'), en) };
  });
}

/** Readers of questions about a thing, about two, and about talks. */
export const OF_THING = readersOf();
export const OF_PAIRS = readersOf('pairs');
export const OF_TALKS = readersOf('talks');
