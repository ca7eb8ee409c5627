import { expect, test } from 'vitest';
import { lruCache } from '#library/compute/lruCache.ts';

const counting = () => {
  const calls: string[] = [];
  const cache = lruCache<{ readonly text: string }>(2, 5);
  const ask = (text: string) =>
    cache(text, () => {
      calls.push(text);
      return { text };
    });
  return { calls, ask };
};

test('gives what was made before', () => {
  const { calls, ask } = counting();
  expect(ask('a')).toEqual({ text: 'a' });
  expect(ask('a')).toBe(ask('a'));
  expect(calls).toEqual(['a']);
});

test('keeps what was asked for last, and forgets what was asked for longest ago', () => {
  const { calls, ask } = counting();
  for (const text of ['a', 'b', 'a', 'c', 'a']) ask(text);
  expect(calls).toEqual(['a', 'b', 'c']);
  ask('b');
  expect(calls).toEqual(['a', 'b', 'c', 'b']);
});

test('keeps nothing of long texts', () => {
  const { calls, ask } = counting();
  for (const text of ['longer', 'longer']) ask(text);
  expect(calls).toEqual(['longer', 'longer']);
});
