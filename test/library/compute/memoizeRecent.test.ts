import { expect, test } from 'vitest';
import { memoizeRecent } from '#library/compute/memoizeRecent.ts';

const [a, b, c, d, e] = [{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }, { name: 'e' }] as const;

/** Counts the calls for each name. */
const counting = () => {
  const calls: string[] = [];
  const made = memoizeRecent((key: { readonly name: string }, suffix: string) => {
    calls.push(key.name);
    return { text: key.name + suffix };
  }, 2);
  return { calls, made };
};

test('gives what was made before', () => {
  const { calls, made } = counting();
  expect(made(a, '!')).toEqual({ text: 'a!' });
  expect(made(a, '!')).toBe(made(a, '!'));
  expect(calls).toEqual(['a']);
});

test('keeps what was asked for last, and forgets what was asked for long ago', () => {
  const { calls, made } = counting();
  for (const key of [a, b, c, b, d]) made(key, '');
  expect(calls).toEqual(['a', 'b', 'c', 'd']);
  for (const key of [b, d]) made(key, '');
  expect(calls).toEqual(['a', 'b', 'c', 'd']);
  for (const key of [e, a]) made(key, '');
  expect(calls).toEqual(['a', 'b', 'c', 'd', 'e', 'a']);
});
