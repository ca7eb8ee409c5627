import { expect, it } from 'vitest';
import { itemsAsked } from '#search/answer/question/values/itemsAsked.ts';

it.each([
  ['ai 도입에 필요한 네 가지 조건', 4],
  ['걸림돌 3가지 뭐였지', 3],
  ['four things a firm must have', 4],
  ['the three main strengths', 3],
  ['強みを3つ教えて', 3],
  ['데이터 세트 설명', undefined],
  ['두 달 뒤에 뭐가 바뀌었어', undefined],
  ['what changed in two weeks', undefined],
])('%s: so many are asked for', (question, items) => expect(itemsAsked(question)).toBe(items));
