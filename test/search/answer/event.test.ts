import { describe, expect, it } from 'vitest';
import { plainAnswer } from '#pages/answer/plainAnswer.ts';
import { createSearch } from '#search/engine.ts';
import { folder } from '../../library/folder.ts';

/** A blog on an event, whose last post tells what came of it. */
const BLOG = {
  'content/1.md': `---
title: 누룩데이 2021 봄 다녀옴 (1) 밀가루 창고 줄이기
date: 2021-04-13
tags: [누룩데이]
---

지난주 토요일(4/12) 전주 **모래내홀**에서 한 누룩데이 2021 봄 후기. 240명쯤 왔다. 발표는 여섯 개.

- 참가비: 2만 2천원 (학생 9천원)
- 주최: 동네빵집연합

## 1. 밀가루 창고 줄이기 — 지평강 (겹겹제분)

창고를 반으로 줄였다. 밀가루는 서른 포대면 넉넉하다.

## 2. 반죽은 어디서 쉬나 — 봉다미

반죽을 쉬게 하는 방은 18도다.
`,
  'content/2.md': `---
title: 누룩데이 2021 봄 다녀옴 (2) 오븐과 이스트
date: 2021-04-20
tags: [누룩데이]
---

오후 발표 두 개. 이 세션은 빵을 처음 굽는 사람을 위해 천천히 설명했다.

## 3. 오븐은 왜 느린가 — 육하랑

오븐 예열은 40분이 걸린다.

## 총평

영상은 5월 말에 유튜브에 올린다고 한다. 발표 자료는 행사 노션에 있다.
`,
  'content/3.md': `---
title: 집에서 굽기 시작
author: 밀돌이
date: 2021-06-01
---

누룩데이에서 듣고 시작했다.

## 소식

누룩데이 2022 봄은 5월 8일 군산 등대홀로 정해졌다. 입장권은 3만원으로 오른다.
`,
};

describe('what posts tell of an event as a whole', () => {
  it.each([
    ['누룩데이 언제 어디서 했어', [/4\/12/, /모래내홀/]],
    ['누룩데이 21 봄 어디서 했고 몇 명 왔어?', [/모래내홀/, /240명/]],
    ['where was Nurukday and how many people came', [/모래내홀/, /240명/]],
    ['입장권 얼마였어', [/^참가비: 2만 2천원/]],
    ['티켓값 학생도 똑같아?', [/학생 9천원/]],
    ['누가 주최했어', [/동네빵집연합/]],
    ['다음 누룩데이는 언제 어디서 해?', [/5월 8일 군산/]],
    ['내년 행사 날짜 나왔나요', [/5월 8일/]],
    ['when will the recordings of the talks be out', [/5월 말에 유튜브/]],
    ['발표자료 어디서 봐요', [/노션/]],
    ['초보가 들을만한 세션 추천좀', [/처음 굽는 사람/]],
    ['두번째 세션은 누구 들으라고 한거야', [/처음 굽는 사람/]],
    ['which town hosts Nurukday next time?', [/군산/]],
    ['누룩데이 표값이랑 장소', [/2만 2천원/, /모래내홀/]],
    ['몇 명 왔고 누가 주최했는지', [/240명/, /동네빵집연합/]],
    ['누룩데이 온라인이었어?', [/모래내홀/]],
    ['이거 무슨 행사 정리한거야', [/세션 3개/, /모래내홀/]],
    ['두번째 발표 누가 했어', [/봉다미/]],
    ['who gave talk 3', [/육하랑/]],
    ['첫 발표 제목이 뭐였지', [/밀가루 창고 줄이기 — 지평강/, /창고를 반으로/]],
    ['마지막 발표 내용 알려줘', [/오븐은 왜 느린가/, /40분/]],
    ['발표 몇 개였어', [/발표는 여섯 개/]],
    ['누가 썼어 이 글들', [/집에서 굽기 시작: 밀돌이/]],
    ['개발자 아니어도 들을만한 세션 있어?', [/처음 굽는 사람/]],
  ] as const)('%s', async (question, holds) => {
    const library = await (await folder(BLOG)).read();
    const search = await createSearch(library);
    const result = search.search(question);
    expect(result.verdict).toBe('answer');
    const text = plainAnswer(library, result, { locale: 'ko', language: 'ko' })?.text;
    for (const pattern of holds) expect(text).toMatch(pattern);
  });

  it.each([
    ['누룩데이 2019 장소가 어디야', 'another year'],
    ['오븐 예열은 몇 분이야', 'a part of a talk'],
    ['반죽은 어디서 쉬어', 'a part of a talk'],
    ['밀가루 다음은 뭐야', 'a part of a talk'],
    ['Did any of the speakers compare ovens with grills?', 'what was said'],
    ['어떤 밀가루인지 모르는 글도 구워져?', 'a thing that is done'],
  ])('%s asks for %s', async (question) => {
    const library = await (await folder(BLOG)).read();
    const search = await createSearch(library);
    expect(search.search(question).answer?.kind).not.toBe('facts');
  });

  it.each([
    ['녹화영상 볼 수 있어?', /발표 2만 9월까지/],
    ['내년에도 하나', /6월 둘째 주로/],
  ])('%s is told by the answer to such a question', async (question, holds) => {
    const asked = `---
title: 굽는날 2021 후기
---

굽는 날에 다녀왔다.

## 묻고 답하기

**Q. 녹화 영상은 나중에 볼 수 있나요?**
A. 발표 2만 9월까지 비공개 링크로 볼 수 있다.

**Q. 내년에도 하나요?**
A. 네! 6월 둘째 주로 예정되어 있다.
`;
    const library = await (await folder({ 'content/1.md': asked })).read();
    const search = await createSearch(library);
    const text = plainAnswer(library, search.search(question), { locale: 'ko', language: 'ko' })?.text;
    expect(text).toMatch(holds);
  });

  it('says so where no post tells it', async () => {
    const library = await (await folder({ 'content/1.md': BLOG['content/2.md'] })).read();
    const search = await createSearch(library);
    const result = search.search('몇 명 왔어?');
    expect(result.verdict).toBe('none');
    const text = plainAnswer(library, result, { locale: 'ko', language: 'ko' })?.text;
    expect(text).toMatch(/몇 명이 왔는지는 글에 적혀 있지 않습니다/);
  });

  it.each([
    '다음 Kneadfest는 언제야',
    '내년 Kneadfest는 몇 월에 열려',
    'Kneadfest 다음 개최지',
    'on what date is the next Kneadfest planned',
    "what's the date of the next Kneadfest?",
    '来年のKneadfestの日程は？',
    '次回のKneadfestはどこで開催されますか',
  ])('%s is not told by the day of the last one, nor by what somebody does next year', async (question) => {
    const last = `---
title: Kneadfest 2023 후기
date: 2023-05-20
---

2023년 5월 13일 강릉 시민회관에서 열린 Kneadfest에 다녀왔다.

## 뒤풀이

내년에 빵집을 여는 분, 올해 연 분과 앉았다. 다음 행사에서도 많이 배우고 싶다.
`;
    const library = await (await folder({ 'content/1.md': last })).read();
    const search = await createSearch(library);
    expect(search.search(question).verdict).toBe('none');
  });
});
