import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { markedWords, OF_PAIRS, OF_TALKS, OF_THING } from '#search/answer/question/forms/markedWords.ts';
import { patternOf } from '#search/words/lists/patterns.ts';

const LISTS = new URL('../../../../src/search/words/lists/marks/', import.meta.url);

describe('lists of marked words', () => {
  it.each(readdirSync(LISTS))('%s: every line names a mark, and fits something', (file) => {
    const { lines } = markedWords(file.replace('.txt', ''));
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(new RegExp(patternOf(line), 'u').test(''), line.words[0]).toBe(false);
  });

  it.each([
    ['ko', '장점이', 'advantage', 3],
    ['ko', '나온지 얼마나', 'release', 7],
    ['ko', 'drawbacks', 'drawback', 9],
    ['en', 'pain points', 'drawback', 11],
    ['en', 'whatsoever', undefined, undefined],
    ['ja', '使い方は', 'usage', 3],
  ] as const)('%s: %s bears %s', (language, text, mark, end) => {
    expect(OF_THING()[language](text, 0)).toEqual(mark && { mark, end });
  });

  it('of two things and of talks are read before those of a thing', () => {
    expect(OF_THING().ko('나눠', 0)?.mark).not.toBe('compares');
    expect(OF_PAIRS().ko('나눠', 0)?.mark).toBe('compares');
    expect(OF_TALKS().en('speakers', 0)?.mark).toBe('speaker');
    expect(OF_TALKS().en('advantages', 0)?.mark).toBe('advantage');
  });
});
