import { describe, expect, it } from 'vitest';
import { plainAnswer } from '#pages/answer/plainAnswer.ts';
import { createSearch } from '#search/engine.ts';
import { folder } from '../../library/folder.ts';

const POSTS = {
  'content/2019/Garden Day/Garden Day.md':
    '# Garden Day\n\n## Tools\n\n- Rakes\n- Wheel hoes\n  - For rows that are far apart\n  - Never on wet ground\n- Spades that are kept sharp with a file, oiled for winter, and hung up by the door of the shed so that nobody falls over them in the dark\n- Buckets for the weeds, of which two are enough for a small garden and a barrow is better for a large one that lies on a slope\n\n## Water\n\nWater early in the morning, before it is hot.\n',
  'content/2018/Orchard Day/Orchard Day.md':
    '---\nauthor: Jane Doe\n---\n\n# Orchard Day\n\n## Apples\n\nApples are cut in winter, while the tree sleeps.\n',
};

/** Several talks a post, each under a heading of its own. */
const DAYS = {
  'content/bread-1.md': `---
title: 빵 컨퍼런스 후기 (1일차)
author: 하늘이
---

- 참가자 420명쯤
- 주최: 빵굽는 모임

## 천연 발효종 키우기 - 문보리 (새벽빵집)

발효종은 밀가루와 물을 섞어 효모를 기르는 반죽이다.

### 장점과 단점

향이 깊다는 것이 장점이고, 단점은 매일 밥을 줘야 한다는 점이다.

## 오븐 고르기

- 연사: 나호밀
- 소속: 밀밭공방

돌 오븐은 소금과 흙으로 만들어졌다. 전기 오븐은 예열이 빠르다.

### 숫자로 보기

바꾸고 나서 만족한다고 한다.

| 항목 | 돌 오븐 | 전기 오븐 |
|---|---|---|
| 예열 시간 | 90분 | 12분 |
| 한 달 연료비 | 41만 원 | 27만 원 |
`,
  'content/bread-2.md': `---
title: 빵 컨퍼런스 후기 (2일차)
author: 하늘이
---

## 크루아상의 결 | 서버터 @겹겹

버터를 스물일곱 겹으로 접는다. 굽는 곳은 다섯 군데로 늘었다.

**단점**

- 손이 많이 간다
- 버터값이 비싸다

## 짧은 발표 (5분 × 2)

- **표인영** — 호밀을 90% 버렸더니 생긴 일. 밀만 남겼다.
- **Daniel Cho** — 야생 효모 찾기. 발효종은 고치지 않는다.

## 뒷이야기

점심은 어묵국수였고 손님은 420명쯤 왔다. 사진 촬영은 하지 않았다. 반죽을 두 번 접어 굽는다. 굽기까지 35분이 걸린다.

첫날에는 오븐이 11분 멈췄다. 이 일을 다들 '타르트 사건'이라 부른다.

## 포장지 다시 보기

종이 봉투는 지금도 쓴다. 참가비는 무료였다.

## 반죽이 망가진 날

### 무엇이 문제였나

- 물이 너무 따뜻했다
- 소금을 빠뜨렸다
`,
};

async function asking(
  FILES: Readonly<Record<string, string>> = POSTS,
): Promise<(question: string, language?: 'ko' | 'en') => string> {
  const library = await (await folder(FILES)).read();
  const search = await createSearch(library);
  return (question, language = 'en') => {
    const result = search.search(question, { language });
    return plainAnswer(library, result, { locale: language, language })?.text ?? '';
  };
}

describe('posts of others', () => {
  it('an item that only names something is quoted with what stands below it', async () => {
    const ask = await asking();
    expect(ask('When are wheel hoes used?')).toMatch(
      /Wheel hoes[\s\S]*rows that are far apart[\s\S]*wet ground/,
    );
    expect(ask('When are wheel hoes used?')).not.toMatch(/Spades/);
  });

  it('sessions of a year are those of its folder where no date is known', async () => {
    const ask = await asking();
    expect(ask('2019년에 열린 행사 뭐가 있어', 'ko')).toMatch(/^‘2019’에 맞는 세션은 1개입니다/);
  });

  it('sessions of no named event are called so once', async () => {
    const ask = await asking();
    expect(ask('이거 무슨 행사야', 'ko')).toMatch(/^(?:.*에 열린 )?세션 2개를/);
    expect(ask('what is this bot about?')).toMatch(/about the sessions: 2 sessions/);
  });

  it('who wrote a post is not said to have presented', async () => {
    const ask = await asking();
    expect(ask('누가 썼어?', 'ko')).toMatch(/Orchard Day: Jane Doe[가이] 썼습니다/);
    expect(ask('who wrote this?')).toMatch(/Orchard Day: written by Jane Doe/);
  });

  it.each([
    ['발효종 발표 누가 했어?', /문보리/],
    ['오븐 발표한 사람', /나호밀[\s\S]*밀밭공방/],
    ['호밀 버린 발표 누구야', /^표인영 — 호밀을/m],
    ['효모 찾기 발표한 사람', /^Daniel Cho — 야생 효모/m],
    ['점심 뭐 나왔어', /어묵국수/],
    ['주최가 어디야', /주최: 빵굽는 모임/],
    ['몇 명 왔대', /420명/],
    ['타르트 사건이 뭐야', /오븐이 11분 멈췄다\. 이 일을/],
    ['사진 찍었어?', /촬영은 하지 않았다/],
    ['손님 몇 명 왔대', /420명/],
    ['반죽 굽는 데 얼마나 걸려', /35분/],
    ['크루아상 발표자 누구야', /서버터/],
    ['누가 썼어?', /하늘이/],
    ['둘째 날에는 무슨 세션이 있었어', /크루아상[\s\S]*포장지/],
    ['1일차 세션 알려줘', /발효종[\s\S]*오븐/],
    ['빵알못인데요 발효종 개념 좀 쉽게 잡아주세요', /효모를 기르는 반죽/],
    ['발효종이란 게 도대체 뭐 하는 물건이래요', /효모를 기르는 반죽/],
    ['발효종이 어떤 것인지 설명을 부탁드려도 될까요', /효모를 기르는 반죽/],
    ['발효종 정의가 어떻게 되나요', /효모를 기르는 반죽/],
    ['크루아상 단점', /손이 많이[\s\S]*비싸다/],
    ['참가비 얼마', /무료/],
    ['행사 후기 누가 썼어', /하늘이/],
    ['돌 오븐은 뭐로 만들어졌어?', /소금과 흙/],
    ['전기 오븐 한 달 연료비 얼마', /^[^\n]*\n항목 \| 돌 오븐 \| 전기 오븐\n[\s\S]*27만 원/],
    ['돌 오븐이랑 전기 오븐 예열 시간 얼마나 차이나', /90분 \| 12분/],
  ])('%s', async (question, shown) => {
    const ask = await asking(DAYS);
    expect(ask(question, 'ko')).toMatch(shown);
  });

  it.each([
    ['when was it?', 'en', /^I spent 15 and 16 May/],
    ['when and where was it held?', 'en', /^I spent 15 and 16 May at Orchard Days in Turku/],
    ['언제 어디서 열렸어', 'ko', /^I spent 15 and 16 May at Orchard Days in Turku/],
  ] as const)(
    '%s: as its visitor tells, and not when the post was written',
    async (question, language, shown) => {
      const ask = await asking({
        'content/orchard.md':
          '---\ntitle: Orchard Days\ndate: 2025-05-20\n---\n\nI spent 15 and 16 May at Orchard Days in Turku.\n\n## Pruning\n\nPruning is done in winter.\n',
      });
      expect(ask(question, language)).toMatch(shown);
    },
  );

  it.each([
    ['가마 아직 장작으로 때는 거 있어?', 'ko', /지금도 캄파뉴는 장작으로/],
    ['습도 몇퍼까지 내렸어', 'ko', /35%로/],
    ['what percent did the humidity drop to', 'en', /dropped to 35%/],
  ] as const)('%s: as it came to be', async (question, language, shown) => {
    const ask = await asking({
      'content/kiln.md': `# 가마 이야기

## 가마

가마는 장작으로 때고 있었다. 그을음이 심해서 바꿀 것을 찾아야 했다.

## 바꾸며 남긴 것

다른 빵은 다 옮겼다. 그래서 지금도 캄파뉴는 장작으로 굽는다.

## 습도

습도는 처음에 62%였다.

창을 내고서 습도가 35%로 내려갔다.
`,
      'content/humidity.md':
        '---\nlang: en\n---\n\n# Kiln\n\n## Humidity\n\nThe humidity was 62% at first.\n\nWith a window the humidity dropped to 35%.\n',
    });
    expect(ask(question, language)).toMatch(shown);
  });

  it.each([
    ['水やりって何？', /根まで水を/],
    ['三つの道具を教えて', /じょうろ[\s\S]*ホース[\s\S]*霧吹き/],
    ['収穫まで何か月かかる？', /3か月/],
    ['この話は誰が発表した？', /草野/],
    ['会はどこで開かれた？', /緑町ホール/],
  ])('%s', async (question, shown) => {
    const library = await (
      await folder({
        'content/garden.md':
          '---\nlang: ja\n---\n\n# 庭の話\n\n2024年に緑町ホールで開かれた会で、草野さんの発表を聴きました。\n\n## 三つの道具\n\n- **水やり**: 根まで水を届けることです。\n- **じょうろ**: 近い所に使います。\n- **ホース**: 遠い所に使います。\n- **霧吹き**: 葉に使います。\n\n## 育て方\n\n種は2週間で芽を出します。収穫までに3か月かかります。水やりは朝だけです。\n',
      })
    ).read();
    const search = await createSearch(library);
    const reader = { locale: 'ja', language: 'ja' } as const;
    expect(plainAnswer(library, search.search(question, { language: 'ja' }), reader)?.text ?? '').toMatch(
      shown,
    );
  });

  it.each([['Slow-Cold Proof란', /Slow-Cold-Proof\(저온 발효\)\n냉장고에서/]])(
    '%s: said below a heading of which it is a part',
    async (question, shown) => {
      const ask = await asking({
        'content/bake.md': `---
title: "[빵] 오토리즈(AU)와 Slow-Cold Proof"
---

💡 빵 모임에서 “모두의 AU와 Slow-Cold Proof” 발표를 듣고 정리한 글입니다.

### 1. 오토리즈(AU)

: 밀가루와 물만 먼저 섞어 두는 방식

- 장점
  - 반죽이 부드럽다

### 2. Slow-Cold-Proof(저온 발효)

냉장고에서 하룻밤을 재우는 방법

### 3. AU 다음에 하는 일

AU가 끝나면 소금을 넣는다. AU 중에는 소금을 넣지 않는다. AU는 삼십 분이면 된다.
`,
      });
      expect(ask(question, 'ko')).toMatch(shown);
    },
  );

  it.each(['나래 모임 iOS', 'iOS', '사진', '뒤풀이'])(
    '%s: a heading alone is never an empty quote',
    async (asked) => {
      const library = await (
        await folder({
          'content/one.md':
            '---\ntitle: 나래 모임 첫째 날\n---\n\n# Android\n\n나래 모임의 첫날은 Android 이야기였다.\n',
          'content/two.md':
            '---\ntitle: 나래 모임 둘째 날\n---\n\n# iOS\n\n## 사진\n\n![사진](a.png)\n\n## 뒤풀이\n',
        })
      ).read();
      const { verdict, passages } = (await createSearch(library)).search(asked, { language: 'ko' });
      expect(verdict).toBe('answer');
      expect(passages[0]?.session).toMatch(/two/);
      for (const { quote } of passages) expect(quote).not.toBe('');
    },
  );
});

/** Facts as hasty notes tell them: in lines, with wide digits, with colons. */
const NOTES = {
  'content/knit.md': `---
title: 뜨개 콘퍼런스 2023
---

다시 만나는 뜨개

2023.08.11-13 COEX 그랜드볼룸

약 300명의 경쟁률을 뚫고(?) 표를 구했다.

## 코콘이란?

### 실을 사랑하는 이들의 모임

### 함께 뜨고 함께 푼다

- 나눔

## 실험 환경

- 바늘 : 알루미늄
- knitlib : 4.2.1

## 키노트

- 송다정 실타래 CTO
- 실은 문화다.

## 코바늘로 그리기

- Ida VanDoren - https://github.com/idavd
- 코바늘은 하나면 된다.

## 윤채령님 발표

- 대바늘은 두 개다.

## 팀

앱을 만드는 팀은 ３人이다.
`,
  'content/en/loop.md': `---
title: Yarn Loop notes
---

Yarn Loop is an annual conference at St. Louis, MO, USA, and covers all that is spun.
`,
  'content/en/other.md': `---
title: Loom notes
---

## Looms

Looms are wide.
`,
};

describe('facts in hasty notes', () => {
  it.each([
    ['뜨개 콘퍼런스 어디서 했어', 'ko', /COEX 그랜드볼룸/],
    ['경쟁률 얼마나 빡셌음', 'ko', /약 300명의 경쟁률/],
    ['코콘이 뭐야', 'ko', /실을 사랑하는 이들의 모임\n나눔/],
    ['키노트 누가 했어', 'ko', /송다정 실타래 CTO/],
    ['코바늘로 그리기 누가 발표했어', 'ko', /Ida VanDoren/],
    ['대바늘 발표한 사람 누구야', 'ko', /윤채령님 발표/],
    ['knitlib 버전 몇이야', 'ko', /knitlib : 4\.2\.1/],
    ['앱 만드는 팀 몇 명이야', 'ko', /３人/],
    ['which city was yarn loop in', 'en', /St\. Louis, MO/],
  ] as const)('%s', async (question, language, shown) => {
    const ask = await asking(NOTES);
    expect(ask(question, language)).toMatch(shown);
  });
});
