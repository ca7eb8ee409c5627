import { describe, expect, it } from 'vitest';
import { plainAnswer } from '#pages/answer/plainAnswer.ts';
import { createSearch } from '#search/engine.ts';
import { folder } from '../../library/folder.ts';

/** Posts as people write them in haste, each a folder of its own. */
const POSTS = {
  programme: `# 2022 염전 개발자의 밤

## 프로그램

| 순번 | 시간 | 세션 내용 | 발표자 |
|:--:|:--:|:--:|:--:|
| 1st | 13:00~13:10 | 행사 오프닝 | 윤서담 교수<BR>(소금대학교) |
| 2nd | 13:10~13:50 | 파도를 예측하는 모델 ([PDF](https://example.com/a.pdf)) | 한도겸 책임<BR>(파도연구소) |
|  | 13:50~14:00 | Coffee Break |
| 3rd | 14:00~14:40 | 염전에서 돌아가는 쿠버네티스 | 오하린 (소금컴퍼니) |

## 마무리

재밌었다.
`,
  schedule: `---
title: Notes from Brine Conf
date: 2023-05-20
---
| Time | Talk | Speaker |
|------|------|---------|
| 9:00 | Registration | |
| 9:30 | Taming tides with time series | Mira Solheim, Tidal Inc |
| 10:15 | Containers on a container ship | Joakim Vester |

### Taming tides with time series
She fills gaps with the neighbouring buoy.
`,
  days: `---
title: 소금빵 콘퍼런스 1일차
author: crumb84
date: 2021-08-29
---
줄이 길었다.

# 후기

## 키노트

**효모는 기다려 준다 - 노은결 -**

기다림에 대한 이야기였다.

## 오후

**오븐 온도를 재는 법 -구본휘-**

제일 좋았던 발표였다. 센서 세 개로 잰다.

**Sourdough at scale (Ty McRae | Crust)**

빵이 만 개다.
`,
  names: `---
title: 맷돌 모임
date: 2020-03-15
---

#### 고은결
두부를 만들다가 포기한 이야기.

- **단점**
1. 무겁고 시끄럽다
2. 씻기 어렵다

#### 표가람
콩을 고르는 기준.

#### 질의응답시간
시간이 모자랐다.

#### 맷돌 모임 (Facebook Group)
누구나 올 수 있다.
`,
  trip: `# [소금캠프] 무엇을 말릴 것인가? (by 권소금)

3박 4일 일정이고 모든 비용을 소금캠프에서 낸다. 소금캠프는 2019년부터 열리는 모임으로, 소금을 말리는 사람들이 온다.

## 말리기

바람이 중요하다.
`,
};

async function ask(post: keyof typeof POSTS, question: string) {
  const library = await (await folder({ 'content/post.md': POSTS[post] })).read();
  const result = (await createSearch(library)).search(question);
  const text = plainAnswer(library, result, { locale: 'ko', language: 'ko' })?.text ?? '';
  return { verdict: result.verdict, text };
}

describe('who spoke about what is read', () => {
  it.each([
    ['programme', '쿠버네티스 발표 누가 했어', /오하린/, /한도겸/],
    ['programme', 'who talked about kubernetes', /오하린/, /한도겸/],
    ['programme', '소금컴퍼니에서 온 연사 누구', /오하린/, /한도겸/],
    ['programme', '발표자 누구누구', /윤서담[\s\S]*한도겸[\s\S]*오하린/, /적혀 있지/],
    ['programme', '무슨 발표가 있었어', /파도를 예측하는 모델[\s\S]*염전에서/, /세션은 1개/],
    ['schedule', 'who spoke about containers', /Joakim Vester/, /Mira/],
    ['schedule', 'who spoke', /Mira Solheim[\s\S]*Joakim Vester/, /do not say/],
    ['schedule', 'what did Joakim Vester talk about', /Containers on a container ship/, /There is 1/],
  ] as const)('from a table of the programme: %s, %s', async (post, question, holds, not) => {
    const { verdict, text } = await ask(post, question);
    expect(verdict).toBe('answer');
    expect(text).toMatch(holds);
    expect(text).not.toMatch(not);
  });

  it.each([
    ['days', '누가 발표했어', /노은결[\s\S]*구본휘[\s\S]*Ty McRae/, /crumb84/],
    ['days', '키노트 누가 했어', /노은결/, /구본휘/],
    ['days', '기조 연설은 어느 분이 하셨나요?', /노은결/, /구본휘/],
    ['days', 'who gave the keynote', /노은결/, /구본휘/],
    ['days', 'Crust에서 온 발표자 누구야', /Ty McRae/, /노은결/],
    ['names', '누가 발표했어', /고은결[\s\S]*표가람/, /Facebook|질의응답/],
    ['names', '무슨 발표가 있었어', /고은결[\s\S]*표가람/, /Facebook|질의응답/],
    ['names', '두부 발표한 사람', /고은결/, /표가람/],
  ] as const)(
    'from headings below those of days, signed as people sign: %s, %s',
    async (post, question, holds, not) => {
      const { verdict, text } = await ask(post, question);
      expect(verdict).toBe('answer');
      expect(text).toMatch(holds);
      expect(text).not.toMatch(not);
    },
  );
});

describe('what the notes tell better than the facts of the library', () => {
  it.each([
    ['소금캠프 며칠짜리 일정이었어요?', /3박 4일/],
    ['소금캠프가 뭐하는 행사임?', /소금을 말리는 사람들/],
    ['발표자가 누구야', /권소금/],
    ['소금캠프 발표자 이름 아시는 분', /권소금/],
  ] as const)('%s', async (question, holds) => {
    const { verdict, text } = await ask('trip', question);
    expect(verdict).toBe('answer');
    expect(text).toMatch(holds);
  });
});

describe('what is asked of a talk is told by its text', () => {
  it.each([
    ['days', '오븐 발표 어땠어', /제일 좋았던 발표/],
    ['days', '오븐 온도 발표에서 센서 얘기도 했나', /센서 세 개/],
    ['days', '센서 다룬 발표', /센서 세 개/],
    ['names', '맷돌 나쁜 점이 뭐래', /무겁고 시끄럽다[\s\S]*씻기 어렵다/],
  ] as const)('%s, %s', async (post, question, holds) => {
    const { text } = await ask(post, question);
    expect(text).toMatch(holds);
  });
});
