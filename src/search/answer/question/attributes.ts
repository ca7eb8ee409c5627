import { lazy } from '#library/compute/lazy.ts';
import { memoizeLast } from '#library/compute/memoize.ts';
import { readWordList } from '../../words/lists/wordList.ts';
import { anyOf } from './anyOf.ts';

/** A word of the list: a Korean or an English one begins with it. */
const patternOf = (word: string): string =>
  /^[가-힣]/u.test(word) ? `(?<![가-힣])${word}` : /^[a-z\d]/u.test(word) ? `\\b${word}` : word;

const attributes = lazy(() =>
  readWordList('words/attributes.txt').map(
    (line) => new RegExp(line.split(' / ').map(patternOf).join('|'), 'iu'),
  ),
);
const ANY = lazy(() => anyOf(attributes(), 'iu'));

/** What a text must hold of each attribute that is asked of what is named. @param question without the names in it. */
export const attributesIn = memoizeLast((question): readonly RegExp[] =>
  ANY().test(question) ? attributes().filter((one) => one.test(question)) : [],
);
