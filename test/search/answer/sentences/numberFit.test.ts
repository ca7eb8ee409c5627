import { describe, expect, it } from 'vitest';
import { readAsking } from '#search/answer/question/readQuestion.ts';
import { kindFit, sentenceFit } from '#search/answer/sentences/fit.ts';

/** How well sentences are what a question asks for, in their order. */
function fitsOf(question: string, sentences: readonly string[]): readonly number[] {
  const asking = readAsking(question);
  const fits = asking.kinds.map((kind) => Float64Array.from(sentences, (text) => kindFit(text, kind)));
  return sentences.map((text, at) => sentenceFit(text, at, fits, asking));
}

describe('a number as what was asked for', () => {
  it.each([
    [
      '제빵사 몇 명이야',
      ['제빵사 네 명이 굽는다.', '손님 네 명이 왔다.', '오븐이 세 대 있다.', '빵을 굽는다.'],
    ],
  ])('%s', (question, sentences) => {
    const fits = fitsOf(question, sentences);
    expect(fits).toEqual(fits.toSorted((a, b) => b - a));
    expect(new Set(fits).size).toBeGreaterThan(2);
  });
});
