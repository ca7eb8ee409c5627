import { describe, expect, it } from 'vitest';
import type { Library } from '#library/model.ts';
import { plainAnswer } from '#pages/answer/plainAnswer.ts';
import { createSearch } from '#search/engine.ts';
import type { Search, SearchResult } from '#search/model.ts';
import { folder } from '../../../library/folder.ts';

const POSTS = {
  'content/_posts/2023-04-01-ferry-day-1.md': `---
title: "나루터 잔치 2023 첫째 날 - 노와 돛"
author: 갈대
---

강릉 솔밭에서 열린 나루터 잔치 2023. 이틀 동안 여섯 발표를 들었다.

## 키노트: 천천히 건너기 — 한도연 (솔밭조선)

물살을 이기려 하지 말라는 이야기.

## 노 깎는 법 — 서가람 (바람목공)

노는 물푸레나무로 깎는다.

## 돛 꿰매기 — 노은재 (물결직물)

돛은 두 겹으로 꿰맨다.
`,
  'content/_posts/2023-04-02-ferry-day-2.md': `---
title: "나루터 잔치 2023 둘째 날 - 물길"
author: 갈대
---

둘째 날은 물길 이야기다.

## 물길 읽기 — 마한솔 (강물학교)

물길은 바위를 보고 읽는다.

## 라이트닝 토크

- 표이랑 — 밧줄 매듭 세 가지. 여덟팔자 매듭이 가장 쓸모 있다.
- 라온유 — 안개 낀 날의 종소리. 두 번 치면 온다는 뜻이다.
- 길다온 — 나룻배 청소. 마른 솔로 먼저 턴다.
`,
};

let made: Promise<readonly [library: Library, search: Search]> | undefined;
async function readPosts(): Promise<readonly [library: Library, search: Search]> {
  const library = await (await folder(POSTS)).read();
  return [library, await createSearch(library)];
}
async function ask(question: string): Promise<readonly [result: SearchResult, shown: string]> {
  made ??= readPosts();
  const [library, search] = await made;
  const result = search.search(question);
  return [result, plainAnswer(library, result, { locale: 'ko', language: 'ko' })?.text ?? ''];
}

describe('one talk of several', () => {
  it.each([
    ['노 깎는 법 다음 발표는 뭐야', /돛 꿰매기/],
    ['키노트 바로 다음에 뭐 했어', /노 깎는 법/],
    ['돛 꿰매기 직전 세션', /노 깎는 법/],
    ['노 깎는 법 발표 전에는 무슨 발표였어', /천천히 건너기/],
    ['키노트 다음 발표자 누구', /서가람/],
    ['what talk came after the keynote', /노 깎는 법/],
    ['who spoke before 돛 꿰매기', /서가람/],
  ])('beside another: %s', async (question, tells) => {
    expect((await ask(question))[1]).toMatch(tells);
  });

  it.each(['what is the idea behind 노 깎는 법', 'what should I do before 돛 꿰매기'])(
    'what stands behind a thing is no talk: %s',
    async (question) => expect((await ask(question))[0].answer?.kind).not.toBe('facts'),
  );

  it.each([
    ['키노트 누가 했어', /한도연/],
    ['기조연설은 무슨 내용', /천천히 건너기/],
    ['라이트닝 토크 누구누구 했대', /표이랑[\s\S]*라온유[\s\S]*길다온/],
    ['who gave the lightning talks', /표이랑[\s\S]*길다온/],
    ['라이트닝 토크 뭐뭐 있었어', /밧줄 매듭/],
  ])('of a kind: %s', async (question, tells) => {
    expect((await ask(question))[1]).toMatch(tells);
  });

  it.each(['패널 토의 누가 나왔어', '워크숍 진행은 누가', 'who ran the workshop'])(
    'of a kind that no post tells of: %s',
    async (question) => {
      const [{ verdict }, shown] = await ask(question);
      expect(verdict).not.toBe('answer');
      expect(shown).not.toMatch(/갈대|한도연/);
    },
  );

  it.each([
    ['둘째날엔 뭐 했어', /물길 읽기/],
    ['what was on day one', /노 깎는 법/],
  ])('of a day: %s', async (question, tells) => {
    expect((await ask(question))[1]).toMatch(tells);
  });
});
