import { lazy } from '#library/compute/lazy.ts';
import { readPatterns } from '../../../words/lists/patterns.ts';
import { soughtLines } from '../../../words/lists/sought.ts';

/** Expressions of several words, and the words that they stand for in a question about the sessions. */
const phrases = lazy(() => {
  const { lines } = readPatterns('asked/phrases.txt', { space: '\\s?', rest: '', bound: '' });
  return {
    words: lines.map(({ head }) => (head === '-' ? '' : head.replaceAll('_', ' '))),
    saidIn: soughtLines(
      lines.map(({ words, end }) => words.map((word) => word + end)),
      'gu',
    ),
  };
});

/** A question with each expression of several words as one. @param lower in lower case */
export function asWords(lower: string): string {
  const { words, saidIn } = phrases();
  let text = lower;
  let held = saidIn(text);
  for (let next = held[0]; next !== undefined; next = held[0]) {
    const [line, expressions] = next;
    const read = expressions.reduce((read, one) => read.replace(one, words[line] ?? ''), text);
    held = read === text ? held.slice(1) : saidIn(read).filter(([at]) => at > line);
    text = read;
  }
  return text;
}

/** True for a text that holds an expression for a word. @param lower in lower case */
export const saysWord = (lower: string, word: string): boolean =>
  phrases()
    .saidIn(lower)
    .some(
      ([line, said]) => phrases().words[line]?.trim() === word && said.some((one) => lower.search(one) >= 0),
    );
