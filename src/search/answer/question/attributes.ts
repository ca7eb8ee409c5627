import { lazy } from '#library/compute/lazy.ts';
import { memoizeLast } from '#library/compute/memoize.ts';
import { linesHeld } from '../../words/lists/sought.ts';
import { readWordList } from '../../words/lists/wordList.ts';

/** A word of the list: a Korean or an English one begins with it. */
const patternOf = (word: string): string =>
  /^[가-힣]/u.test(word) ? `(?<![가-힣])${word}` : /^[a-z\d]/u.test(word) ? `\\b${word}` : word;

const attributes = lazy(() => {
  const lines = readWordList('words/attributes.txt').map((line) => line.split(' / ').map(patternOf));
  return { asked: linesHeld(lines, 'iu'), tells: lines.map((words) => new RegExp(words.join('|'), 'iu')) };
});

/** What a text must hold of each attribute that is asked of what is named. @param question without the names in it. */
export const attributesIn = memoizeLast((question): readonly RegExp[] =>
  attributes()
    .asked(question)
    .flatMap((line) => attributes().tells[line] ?? []),
);
