import { describe, expect, it } from 'vitest';
import { linesHeld, soughtLines } from '#search/words/lists/sought.ts';

const LINES = [
  ['가격(이|은)?', '얼마(?=\\s|$)'],
  ['\\bhow (?:much|many)\\b', '[이가]격'],
  ['(?:a|b)c\\b', '\\d{2}'],
  ['x?y?'],
];

describe('lines of words', () => {
  it.each([
    ['가격은', [0, 1]],
    ['얼마나', []],
    ['how many, 얼마', [0, 1]],
    ['bc 12', [2]],
    ['', []],
  ])('of which a text holds one are found: %s', (text, lines) => {
    expect(linesHeld(LINES, 'u')(text)).toEqual([...lines, 3]);
  });

  it('are read by the words alone whose letters a text holds', () => {
    const found = soughtLines(LINES, 'iu')('HOW 가격');
    expect(found.map(([line, words]) => [line, words.length])).toEqual([
      [0, 1],
      [1, 2],
      [3, 1],
    ]);
  });
});
