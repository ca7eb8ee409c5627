import { expect, test } from 'vitest';
import { fitsAtWordStart } from '#search/words/wordStart.ts';

test.each([
  ['Git is a tool', true],
  ['the git', true],
  ['“git”', true],
  ['legit', false],
  ['3git', false],
  ['깃git', false],
  ['𝒜git', false],
  ['🙂git', true],
  ['legit git', true],
  ['', false],
])('a name stands as a word in %s: %s', (text, stands) => {
  expect(fitsAtWordStart(/git/giu, text)).toBe(stands);
});

test('a pattern that begins with a pair of surrogates is looked for to the end', () => {
  expect(fitsAtWordStart(/🙂/gu, 'a🙂b🙂')).toBe(false);
});
