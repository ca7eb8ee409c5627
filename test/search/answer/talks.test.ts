import { describe, expect, it } from 'vitest';
import { plainAnswer } from '#pages/answer/plainAnswer.ts';
import { createSearch } from '#search/engine.ts';
import { folder } from '../../library/folder.ts';

/** An event of several talks, told in one post. */
const EVENT = {
  'content/bake.md': `---
title: 굽는날 2024 후기
event: 굽는 날
---

서울 마루홀에서 열린 굽는 날에 다녀왔다. 200명쯤 모였고, 발표는 세 개였다.

## 1. 반죽 기계 길들이기

겹겹 기술실 *조반죽* 님.

믹서는 Kneader를 쓴다. 반죽 온도는 24도로 맞춘다.

## Talk 2 - "We burnt the ovens" by Priya Raman (Otterbake)

The ovens were burnt on a Friday, and nobody saw it for an hour.

## 3. 효모 재우기 | 윤가람 @새벽빵집

효모는 찬 곳에서 하룻밤 재운다.

## Proofing is boring until it isn't

by Amara Osei, independent baker

Proofing takes a whole night.

## 포장 상자 고르기

> 유채린, 상자나라 디자인팀 리드

상자는 두꺼운 종이로 접는다.

## 총평

입장권은 이틀권 7만 7천 원, 학생은 3만 원이었다.
`,
};

/** Talks of which each post tells one, and introduces who gave it in its own words. */
const ONE_BY_ONE = {
  'content/1.md': `---
title: 빵잔치 2024 (1) 오븐 세 대로 버티기
---

첫 발표는 화덕팀 정은채 님의 "오븐 세 대로 버티기"였다. 오븐은 2023년까지 한 대였다.

## 식히는 시간

오븐에서 꺼낸 판은 20분 동안 식힌다.
`,
  'content/2.md': `---
title: 빵잔치 2024 (2) 남은 빵은 어디로 가는가
---

두 번째 발표자는 배달팀의 Minh Tran 님. 하노이에서 왔다고 한다.

## 남은 빵

남은 빵은 저녁 8시에 동네 식당으로 보낸다.
`,
  'content/3.md': `---
title: 빵잔치 2024 (3) 나머지 이야기
---

나머지를 한 글에 모은다.

## Sofie Brandt: "Nobody answers the bell"

The shop has a bell that rings at noon.

## Are five tasters enough? Hendrik Vos

Five tasters find most of the burnt loaves.

## Dough Storage: the basics

Dough is stored in a cold cellar.
`,
};

describe('an event told in a post for each talk', () => {
  it.each([
    ['오븐 얘기 하신 분 성함이 어떻게 되나요', /정은채 님의/],
    ['오븐 얘기 누가 했더라', /정은채 님의/],
    ['남은 빵 이야기 해 주신 분 누구예요', /Minh Tran 님. 하노이에서/],
    ['who gave the talk about the bell', /Sofie Brandt/],
    ['who talked about five tasters', /Hendrik Vos/],
  ])('%s', async (question, told) => {
    const library = await (await folder(ONE_BY_ONE)).read();
    const result = (await createSearch(library)).search(question);
    expect(plainAnswer(library, result, { locale: 'ko', language: 'ko' })?.text ?? '').toMatch(told);
    expect(result.verdict).toBe('answer');
  });

  it('takes no thing for a person', async () => {
    const library = await (await folder(ONE_BY_ONE)).read();
    const result = (await createSearch(library)).search('who talked about storing dough');
    expect(result.answer?.kind === 'facts' ? result.answer.fact : {}).not.toHaveProperty('told');
  });
});

describe('an event of several talks', () => {
  it.each([
    ['반죽 기계 발표 누가 했더라', /^겹겹 기술실 조반죽 님/m],
    ['who gave the burnt ovens talk', /by Priya Raman/],
    ['who talked about proofing', /by Amara Osei/],
    ['포장 상자 세션 누가 발표', /유채린, 상자나라/],
    ['kneader 쓰는 회사 어디였죠', /^겹겹 기술실 조반죽 님/m],
    ['which company is Priya Raman from?', /Otterbake/],
    ['윤가람님 어디 회사 분이야', /윤가람 @새벽빵집/],
    ['굽는날 발표 몇개였음', /발표는 세 개였다/],
    ['how many talks were there', /발표는 세 개였다/],
    ['티켓값 얼마였어', /7만 7천 원/],
    ['how much was the ticket', /7만 7천 원/],
    ['굽는날 참가비는?', /7만 7천 원/],
    ['チケットはいくら？', /7만 7천 원/],
  ])('%s', async (question, shown) => {
    const library = await (await folder(EVENT)).read();
    const search = await createSearch(library);
    const reader = { locale: 'ko', language: 'ko' } as const;
    expect(plainAnswer(library, search.search(question, { language: 'ko' }), reader)?.text ?? '').toMatch(
      shown,
    );
  });

  it('the price of a ticket for something else is not that of the event', async () => {
    const search = await createSearch(await (await folder(EVENT)).read());
    expect(search.search('재즈 공연 티켓값 얼마').verdict).not.toBe('answer');
  });
});

describe('names of one family', () => {
  const GARDEN = {
    'content/garden.md':
      '---\ntitle: Garden Night\n---\n\n## Garden Cloud Core\n\nGarden Cloud Core는 화분의 센서를 모으는 핵심 서비스입니다. 물이 마르면 알려 줍니다.\n\n## Rose Maker\n\nRose Maker는 장미를 고르는 도구입니다. 꽃집에 어울립니다.\n\n## Rose Finder\n\nRose Finder는 장미를 찾는 도구입니다. 들판에 어울립니다.\n\n## 물 주기\n\n아침마다 물을 준다.\n',
  };

  it('one with another head is not answered by what shares the rest', async () => {
    const search = await createSearch(await (await folder(GARDEN)).read());
    for (const question of ['garden cloud hub가 뭐야', 'what is garden cloud hub'])
      expect(search.search(question).verdict, question).not.toBe('answer');
    expect(search.search('garden cloud core가 뭐야').verdict).toBe('answer');
  });

  it.each([
    'Rose Maker랑 Rose Finder 중에 언제 뭐 써',
    'Rose Maker나 Rose Finder 언제 어떤거 써요',
    'Rose Maker이나 Rose Finder 언제 어떤거 써요',
    'rose maker or rose finder, when do i use which',
    'Rose Maker or Rose Finder, which one when?',
    'Rose MakerとRose Finderって何が違うの',
  ])('%s: both are shown', async (question) => {
    const search = await createSearch(await (await folder(GARDEN)).read());
    expect(search.search(question).answer?.kind).toBe('comparison');
  });
});

describe('a name that is asked for by what it does', () => {
  const SEEDS = {
    'content/seeds.md':
      '---\ntitle: Seed Night\n---\n\n## SeedTune\n\n파종 간격은 심기 전에 사람이 정하는 값입니다. 어떤 값이 좋은지는 심어 보기 전에 모릅니다.\n\nSeedTune은 이 일을 자동으로 해 줍니다. 파종을 되풀이하며 좋은 값을 찾아갑니다.\n\n## Big Garden\n\nBig Garden은 큰 밭을 다룹니다. 모종 선택과 파종 간격 조정이 자동화되어 있습니다.\n\n## Potprep\n\nPotprep은 심기 전에 화분을 씻는 서비스입니다.\n',
  };

  it.each([
    ['파종 간격 알아서 찾아주는거 이름 뭐였더라', /SeedTune/],
    ['the service that washes pots before planting, forgot the name', /Potprep/],
  ])('%s: the section named for it', async (question, shown) => {
    const library = await (await folder(SEEDS)).read();
    const result = (await createSearch(library)).search(question, { language: 'ko' });
    expect(plainAnswer(library, result, { locale: 'ko', language: 'ko' })?.text ?? '').toMatch(shown);
  });
});
