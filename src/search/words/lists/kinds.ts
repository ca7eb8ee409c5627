import { lazy } from '#library/compute/lazy.ts';
import { readWordList } from './wordList.ts';

const words = lazy(() => readWordList('words/kinds.txt').flatMap((line) => line.split(' ')));
const kinds = lazy(() => new Set(words()));

/** True for a noun that says what kind of thing a name is of: `system`, `재단`. */
export const isKind = (noun: string): boolean => kinds().has(noun);

/** All of them in one language. */
export const koreanKinds = (): readonly string[] => words().filter((word) => /[가-힣]/u.test(word));
export const englishKinds = (): readonly string[] => words().filter((word) => /[a-z]/u.test(word));
