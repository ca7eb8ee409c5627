import { expect, test } from 'vitest';
import { beginsWord, placesOf } from '#search/words/places.ts';

test.each([
  ['git is a tool', true],
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
  expect(placesOf(text, ['git']).some(([start]) => beginsWord(text, start))).toBe(stands);
});

test.each([
  [
    'big query와 big-query, bigquery',
    ['big', 'query'],
    [
      [0, 9],
      [11, 20],
      [22, 30],
    ],
  ],
  ['big\nquery', ['big', 'query'], [[0, 9]]],
  ['big data query', ['big', 'query'], []],
  [
    'aaa',
    ['aa'],
    [
      [0, 2],
      [1, 3],
    ],
  ],
  ['aabb', ['a', 'b'], [[1, 3]]],
  ['big', ['big', 'query'], []],
  ['big', [], []],
] as const)('words side by side in %j: %j', (text, words, places) => {
  expect(placesOf(text, words)).toEqual(places);
});

test('words that may go on are found behind their endings', () => {
  expect(placesOf('machines learn', ['machine', 'learn'])).toEqual([]);
  expect(placesOf('machines learn, machine x learn', ['machine', 'learn'], true)).toEqual([[0, 14]]);
  expect(placesOf('database', ['data', 'base'], true)).toEqual([[0, 8]]);
});
