import { expect, it } from 'vitest';
import { memoizeRecurring } from '#library/compute/memoizeRecurring.ts';

it('keeps what comes again, and never more than so much', () => {
  const made: string[] = [];
  const kept = memoizeRecurring<{ readonly text: string }>(2);
  const ask = (text: string) =>
    kept(text, () => {
      made.push(text);
      return { text };
    });
  for (const text of ['a', 'a', 'a', 'b', 'b', 'c', 'c', 'a']) expect(ask(text)).toEqual({ text });
  // A text is made when it comes first, and once more; the third one clears the cache.
  expect(made).toEqual(['a', 'a', 'b', 'b', 'c', 'c', 'a']);
});
