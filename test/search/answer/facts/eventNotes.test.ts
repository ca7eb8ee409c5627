import { describe, expect, it } from 'vitest';
import { plainAnswer } from '#pages/answer/plainAnswer.ts';
import { createSearch } from '#search/engine.ts';
import type { SearchResult } from '#search/model.ts';
import { folder } from '../../../library/folder.ts';

const POSTS = {
  'content/_posts/2024-05-01-baking-day.md': `---
title: "빵 굽는 날 후기"
---

동네 오븐 축제에 처음 다녀왔다. 아침부터 줄이 길었다.

특히 다람님의 발효 기록으로 실패를 되짚은 강연은 정말 재미있었다.

별도의 참가비는 없습니다.

점심은 호밀빵 샌드위치가 나왔고, 돌아갈 때 스티커와 밀가루 한 봉지를 받았다.

올해는 후원사가 몇 곳 안 되는지 부스가 적었다. 올해 후원사는 밀밭공방, 소금상회, 우유조합 이렇게 된다고 한다.
`,
  'content/_posts/2024-06-01-first-fair.md': `---
title: My First Fair
lang: en
---

I went to the fair with Connor.

## Awards

On Friday we went to see the pie awards. It was loud, and the hall was full.
`,
};

describe('what posts tell of an event and do not', () => {
  async function ask(question: string): Promise<readonly [result: SearchResult, shown: string]> {
    const library = await (await folder(POSTS)).read();
    const result = (await createSearch(library)).search(question);
    return [result, plainAnswer(library, result, { locale: 'ko', language: 'ko' })?.text ?? ''];
  }

  it.each([
    '점심 뭐 나왔어',
    '밥 줬나요',
    '먹을 거 뭐 있었어',
    '간식 준비됐었나',
    '굿즈 뭐 받았어요',
    'was lunch served',
    'any goodies?',
    'お昼は出ましたか',
  ])('what there was to eat and take home is told by the sentence that tells it: %s', async (question) => {
    const [result, shown] = await ask(question);
    expect(result.verdict).toBe('answer');
    expect(shown).toMatch(/샌드위치|스티커/);
  });

  it.each(['점심 메뉴 추천해 줘', '빵 굽는 온도 알려 줘', '선물 추천', 'lunch places nearby'])(
    'none of it is asked by: %s',
    async (question) => {
      const [result] = await ask(question);
      expect(result.verdict).not.toBe('answer');
    },
  );

  it('is not said of a talk that a text names with who gave it', async () => {
    const [, shown] = await ask('발효 기록으로 실패 되짚은 그 강연 한 사람 누구더라');
    expect(shown).toMatch(/다람님/);
  });

  it('is not said of another thing than was asked about', async () => {
    const [{ verdict, answer }] = await ask('who presented the pie awards');
    expect(verdict).not.toBe('answer');
    expect(answer?.kind).not.toBe('facts');
  });

  it.each(['참가비 얼마였어?', '입장료 얼마예요?'])(
    'a fee that nobody takes is told: %s',
    async (question) => {
      const [, shown] = await ask(question);
      expect(shown).toMatch(/참가비는 없습니다/);
    },
  );

  it('who paid for it is told by their names', async () => {
    const [, shown] = await ask('후원사 어디야?');
    expect(shown).toMatch(/소금상회/);
  });

  it('how long each talk lasts counts no talks', async () => {
    const [{ answer }] = await ask('발표 하나가 몇 분짜리예요?');
    expect(answer?.kind).not.toBe('facts');
  });
});

describe('who spoke', () => {
  it('is not asked where the title of their talk is', async () => {
    const library = await (
      await folder({
        'content/2024/lt.md': '# 勉強会に参加した\n\n「パンで拍手をする話」というタイトルで登壇しました。\n',
      })
    ).read();
    const search = await createSearch(library);
    expect(search.search('この人は何てタイトルで登壇した？').passages[0]?.quote).toMatch(/パンで拍手/);
  });
});

describe('what stands below a heading for who spoke', () => {
  const NOTES = {
    'notes/oven-day-2023.md': `# 2023 화덕의 날
- 장소: 밀밭공방

## 1. 언제까지 굽고 싶으세요?
### 연사 소개
(문다람 님)
- 새벽빵집 제빵사

### 발표 내용
- 오래 굽는 법

## 2. 반죽의 속도
### 연사 소개
나호밀, 밀밭공방

### 발표 내용
- 빠르게 치대기

## 후기
즐거웠다.
`,
    'notes/yeast-meetup-2024.md': `# 효모 밋업 2024

## 연사 소개
* 발효종 이야기 - 곽서담(새벽빵집)
* 새로운 오븐 - 이새롬(돌가마)

## 강연 내용
### 발효종 이야기
- 매일 밥을 준다

### 새로운 오븐
- Amazon OvenGuru
`,
  };
  it.each([
    ['화덕의 날 연사 누구누구야?', /문다람 님[\s\S]*나호밀/],
    ['반죽의 속도 발표한 사람 누구?', /^나호밀/],
    ['효모 밋업 발표자 누구야?', /곽서담[\s\S]*이새롬/],
    ['새로운 오븐 발표한 사람', /^새로운 오븐 - 이새롬/],
  ])('tells it: %s', async (question, expected) => {
    const library = await (await folder(NOTES)).read();
    const result = (await createSearch(library)).search(question);
    expect(plainAnswer(library, result, { locale: 'ko', language: 'ko' })?.text).toMatch(expected);
  });
});

describe('notes of one event', () => {
  const NOTES = {
    '_posts/2019-7-4-oven.md': `---
title: "2nd 함께하는 화덕 컨퍼런스(2nd HWADEOK)"
date: 2019-07-04
---
작년 6월 대전에서 첫 모임을 했습니다. 올해도 오븐을 식히지 않습니다.

* 일시: 2019년 7월 9일
* 장소: 밀밭문화회관

# 기조연설

개회사에 이어 밀밭공방의 대표, Jo Baker님이 나와서 기조연설을 하였습니다. 통역기가 늦게 켜졌습니다.
`,
  };
  it.each([
    ['두번째 함께하는 화덕 컨퍼런스 언제 어디서 열리나요', /7월 9일\n장소: 밀밭문화회관/],
    ['키노트 누가 했음?', /Jo Baker님/],
  ])('answer: %s', async (question, expected) => {
    const library = await (await folder(NOTES)).read();
    const result = (await createSearch(library)).search(question);
    expect(plainAnswer(library, result, { locale: 'ko', language: 'ko' })?.text).toMatch(expected);
  });
});

it('several of what two letters stand for are that', async () => {
  const notes = `# Oven apps

## Hardware

The gadget can read 45 cards a minute, and keep the phone app awake.

## Summary

The speaker unpacked the ~40 local databases that the oven client uses.
`;
  const library = await (await folder({ 'talks/oven-apps.md': notes })).read();
  const search = await createSearch(library);
  expect(search.search('how many DBs does the oven app keep').passages[0]?.quote).toMatch(/~40 local/);
});
