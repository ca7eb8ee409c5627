import { describe, expect, it } from 'vitest';
import { countedIn } from '#search/answer/question/countedNoun.ts';

describe('a number of what is counted', () => {
  it.each([
    ['쓰는 데가 몇 분야래', '발표에서 든 분야는 여섯 가지입니다.', '여섯 사람이 왔다.'],
    ['how many options are there for charts', 'There are three choices.', 'There are charts.'],
    ['number of steps until it runs', 'It takes four steps.', 'It takes four people.'],
    ['how many engineers work on it', '엔지니어 세 명이 한다.', '엔지니어가 한다.'],
    ['굽는 방법이 몇 가지야', '세 가지 방법이 있다.', '여러 방법이 있다.'],
  ])('%s', (question, told, other) => {
    const counted = countedIn(question);
    expect(counted?.test(told)).toBe(true);
    expect(counted?.test(other)).toBe(false);
  });
});
