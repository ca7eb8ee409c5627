import { expect, it } from 'vitest';
import { plainAnswer } from '#pages/answer/plainAnswer.ts';
import { createSearch } from '#search/engine.ts';
import { folder, post } from '../../library/folder.ts';

const NOTES = `## I wanted to keep my jars. but...

...lids crack. Way too often. In winter none of the big ones lasted longer than a month in the yard.
So I took this simple approach. When somebody came by with another one I would put it into a tub of lukewarm water until the next morning. ${'It was a long day. '.repeat(20)}

## 곰팡이가 피어서 걱정

하얀 곰팡이가 자꾸 피었다. 막는 방법을 여쭈니 다음과 같다. 아침마다 둘레를 마른 천으로 훔치고 나서 볕이 드는 쪽으로 조금씩 돌려 두고 소금을 위에 한 겹 더 덮는다. ${'점심은 늦었다. '.repeat(20)}`;

it.each([
  ['lids crack in winter way too often, how did she keep her jars', /lukewarm water/],
  ['하얀 곰팡이 막는 방법', /한 겹 더/],
])('what is announced is quoted with what is told next: %s', async (question, holds) => {
  const library = await (await folder({ 'a.md': post('Jars', NOTES) })).read();
  const result = (await createSearch(library)).search(question);
  expect(plainAnswer(library, result, { locale: 'ko', language: 'ko' })?.text).toMatch(holds);
});
