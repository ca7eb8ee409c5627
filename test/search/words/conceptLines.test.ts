import { describe, expect, it } from 'vitest';
import { conceptLines } from '#search/words/conceptLines.ts';
import { englishStem, irregularForms } from '#search/words/english.ts';

const LINES = [
  '대기열 / queue ~ 줄 서다',
  'teach ~ taught lessons',
  '.net / dotnet',
  'teaching',
  '줄 / line < Line up',
];
const lines = conceptLines(`${LINES.join('\n')}\n`, {
  keyOf: (word) => (word === '.net' ? 'net' : englishStem(word.toLowerCase())),
  formsOf: irregularForms,
});

describe('lines of concepts', () => {
  it.each([
    ['줄', [0, 4]],
    ['teach', [1, 3]],
    ['net', [2]],
    ['lin', []],
    ['line', [4]],
    ['서다', []],
  ])('are found by the first words of their phrases, as they are looked up: %s', (word, at) => {
    expect(lines.withFirst(word).map((start) => lines.lineAt(start))).toEqual(at.map((one) => LINES[one]));
  });
});
