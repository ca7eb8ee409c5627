import { lazy } from '#library/compute/lazy.ts';
import { memoize } from '#library/compute/memoize.ts';
import type { AskedIn } from '../../../model.ts';
import { beginningOf } from '../../../words/lists/beginnings.ts';
import { englishKinds, koreanKinds } from '../../../words/lists/kinds.ts';
import { readPatterns, type Writing } from '../../../words/lists/patterns.ts';
import { isMark, type Reader } from './marks.ts';

/** How words are written in each language: in English they are whole ones, with their spaces. */
const WRITINGS: Readonly<Record<AskedIn, Writing & { readonly kinds: () => readonly string[] }>> = {
  ko: { space: '\\s?', rest: '[가-힣ㄱ-ㅣ]*', bound: '', kinds: koreanKinds },
  en: { space: ' ', rest: '\\w*', bound: '(?!(?<=\\w)\\w)', kinds: englishKinds },
  ja: { space: '\\s?', rest: '', bound: '', kinds: () => [] },
};

/** Lines of a list of `lists/marks`, `ko` or `ko-talks`, and its classes of words. */
export const markedWords = memoize((list) => {
  const language: AskedIn = list.startsWith('ko') ? 'ko' : list.startsWith('en') ? 'en' : 'ja';
  const { kinds, ...writing } = WRITINGS[language];
  const { lines, classes } = readPatterns(`marks/${list}.txt`, writing, {
    KIND: `(?:${kinds().join('|')})`,
  });
  const marked = lines.map((line) => {
    const { head: mark } = line;
    if (!isMark(mark)) throw new Error(`marks/${list}.txt: no mark ${mark}`);
    return { ...line, mark };
  });
  return { lines: marked, classes };
});

/** Reads the words of a list. A pattern of all of them would be long: each has its own, that is made where a text begins as the word does. */
const readerOf = memoize((list): Reader => {
  const words = markedWords(list).lines.flatMap(({ mark, words, bound, end }) =>
    words.map((word) => ({
      mark,
      ...beginningOf(word),
      pattern: lazy(() => new RegExp(`${bound}${word}${end}${bound}`, 'uy')),
    })),
  );
  const letters = new Set(words.flatMap(({ first }) => [...(first ?? [])]));
  const wordsWith = memoize((letter) => words.filter(({ first }) => first?.has(letter) !== false));
  return (text, at) => {
    const letter = text.charAt(at);
    for (const { mark, begins, pattern } of wordsWith(letters.has(letter) ? letter : '')) {
      if (!text.startsWith(begins, at)) continue;
      const found = pattern();
      found.lastIndex = at;
      if (found.test(text)) return found.lastIndex === at ? undefined : { mark, end: found.lastIndex };
    }
    return undefined;
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
