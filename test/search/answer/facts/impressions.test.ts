import { describe, expect, it } from 'vitest';
import type { Library } from '#library/model.ts';
import { plainAnswer } from '#pages/answer/plainAnswer.ts';
import { createSearch } from '#search/engine.ts';
import type { Search } from '#search/model.ts';
import { folder } from '../../../library/folder.ts';

const POSTS = {
  'content/_posts/2023-04-01-ferry-day-1.md': `---
title: "나루터 잔치 2023 (1) 노와 돛"
---

강릉 솔밭에서 열린 나루터 잔치 2023. 트랙은 뱃길과 장터 두 개로 나뉘었다. 사람이 많아 이름표를 달고 줄을 섰다.

## 노 깎는 법 — 한도연 (솔밭조선)

노는 물푸레나무로 깎는다. 결을 따라 천천히 깎는다.

### 아쉬운 점

깎고 나면 톱밥이 너무 많이 남는다.

## 돛 꿰매기 — 서가람 (바람직물)

돛은 두 겹으로 꿰맨다.

이날 들은 것 중 가장 재미있는 발표였다.
`,
  'content/_posts/2023-04-02-ferry-day-2.md': `---
title: "나루터 잔치 2023 (2) 물길"
---

둘째 날. 매듭 발표는 버스를 놓쳐서 못 들었다.

## 물길 읽기 — 노은재 (물결학교)

물길은 바위를 보고 읽는다. 질문이 가장 많았던 발표다. 자리가 모자라 서서 들었다.

## 마치며

좋았던 것: 국수가 공짜, 그늘이 넓음.
아쉬운 것: 화장실이 멀다.
`,
};

let made: Promise<readonly [library: Library, search: Search]> | undefined;
async function readPosts(): Promise<readonly [library: Library, search: Search]> {
  const library = await (await folder(POSTS)).read();
  return [library, await createSearch(library)];
}
async function shown(question: string): Promise<string> {
  made ??= readPosts();
  const [library, search] = await made;
  return plainAnswer(library, search.search(question), { locale: 'ko', language: 'ko' })?.text ?? '';
}

describe('what an author says of an event', () => {
  it.each([
    '트랙이 몇 개였나',
    '트랙 어떻게 갈라져 있었어',
    '무슨 트랙들이 있었지',
    '트랙구성',
    '트랙이 어떻게 나뉘어있었음',
    'how was it split into tracks?',
  ])('its tracks: %s', async (question) => expect(await shown(question)).toMatch(/뱃길과 장터 두 개/));

  it.each([
    '잔치 단점이 뭐였대',
    '행사 별로였던 거',
    '나루터 잔치 아쉬웠던 점 알려줘',
    'what was bad about the event',
  ])('what was bad, and not of a talk: %s', async (question) => {
    expect(await shown(question)).toMatch(/화장실이 멀다/);
    expect(await shown(question)).not.toMatch(/톱밥/);
  });

  it.each(['행사 뭐가 좋았어', '이 행사 장점', 'anything good about the event?'])(
    'what was good: %s',
    async (question) => expect(await shown(question)).toMatch(/국수가 공짜/),
  );

  it.each([
    '제일 재밌었던 발표는?',
    '글쓴이 최애 세션',
    '글쓴이가 최고로 꼽은 강연',
    'which talk did the author like best',
    '가장 즐겁게 들은 세션이 뭐였나요',
    'which talk was the most fun',
  ])('which talk was best: %s', async (question) => expect(await shown(question)).toMatch(/돛 꿰매기/));

  it.each(['못 들은 발표 있대?', '글쓴이가 놓친 세션', 'which talk did they miss'])(
    'which talk was missed: %s',
    async (question) => expect(await shown(question)).toMatch(/매듭 발표/),
  );

  it.each(['질문이 제일 많이 나온 발표는?', '문의 제일 많았던 세션', 'which session got the most questions'])(
    'which talk had the most of it: %s',
    async (question) => expect(await shown(question)).toMatch(/질문이 가장 많았던/),
  );

  it.each(['사람 많았어요?', '자리 꽉 찼어?', 'was it packed'])('how full it was: %s', async (question) =>
    expect(await shown(question)).toMatch(/서서 들었다|사람이 많아/),
  );

  it('what is not told is not said of a talk', async () => {
    made ??= readPosts();
    const [, search] = await made;
    const { verdict, answer } = search.search('나루터 잔치 또 언제 해');
    expect(verdict).toBe('none');
    expect(answer).toMatchObject({ kind: 'facts', fact: { about: 'next' } });
  });

  it.each(['좋은 글 추천해줘', '노 깎는 법 아쉬운 점'])('another thing is asked: %s', async (question) =>
    expect(await shown(question)).not.toMatch(/화장실|가장 재미있는/),
  );
});
