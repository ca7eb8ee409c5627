import { describe, expect, it } from 'vitest';
import { plainAnswer } from '#pages/answer/plainAnswer.ts';
import { createSearch } from '#search/engine.ts';
import { folder } from '../../library/folder.ts';

/** Posts of which each tells of several talks, or of one. */
const BLOG = {
  'content/1.md': `---
title: Loom Days 2023, day one - warps
author: Weft Ibsen
date: 2023-03-04
---

Eleven talks in two days, all told.

## The long warp — Ines Halvorsen

A warp is set before anything is woven.

## Why looms creak

Speaker: Tobias Okonkwo, Lumi Mill

They creak because they are dry.

## Lunch-table notes

Soup.

## What a knot costs

Nobody ever says. It costs a minute.
`,
  'content/2.md': `---
title: Loom Days 2023, day two - wefts
author: Weft Ibsen
date: 2023-03-05
---

Coffee first.

## Picking by hand — Petra Lindqvist

Slow, and better.

## Dyes that stay — Ravi Castellanos

Salt keeps them.
`,
  'content/3.md': `---
title: Selvedge at home
author: Weft Ibsen
date: 2024-01-02
---

The last talk of Loom Days was Aurélie Strand's "Edges first", and I tried it at home.
`,
};

/** A meeting for each post; of one the front matter names a speaker. */
const MEETINGS = {
  'content/1.md': `---
title: "대팻밥 모임 일곱 번째: 당번 없애기 워크숍"
date: 2024-05-01
---

책방을 빌렸다.

## 호출기 당번을 없앤 해 — 봉하늬, 캠핑온

당번을 없앴다.

## 저장소를 바꾼 이야기 — 함초롬, 우리동네약국

저장소를 바꿨다.
`,
  'content/2.md': `---
title: "대팻밥 모임 여덟 번째 금요일 밤"
date: 2024-08-02
speaker: 옥찬미
---

다시 모였다.

## 키노트: 커버리지의 거짓말 — 옥찬미, 보험다모아

숫자는 채워졌다.
`,
  'content/3.md': `---
title: "대팻밥 모임 오후 소풍"
date: 2024-09-02
---

밖에서 했다.

## 수박 고르기 — 구슬기, 과일나라

두드려 본다.
`,
};

const ask = async (question: string) => {
  const library = await (await folder(BLOG)).read();
  const result = (await createSearch(library)).search(question);
  const text = plainAnswer(library, result, { locale: 'en', language: 'en' })?.text ?? '';
  return { result, text };
};

describe('posts on several talks each', () => {
  it.each([
    [
      'what talks were there',
      [/The long warp/, /Why looms creak/, /What a knot costs/, /Dyes that stay/],
      /Soup|Lunch/,
    ],
    ['발표 뭐뭐 있었어', [/The long warp/, /Dyes that stay/], /Lunch/],
    ['how many talks were there', [/Eleven talks/, /The long warp/], /Lunch/],
    ['day two talks?', [/Picking by hand/, /Dyes that stay/], /The long warp/],
    ['둘째날 발표 목록', [/Picking by hand/, /Dyes that stay/], /The long warp/],
    ['첫날 무슨 발표 있었어', [/The long warp/, /Why looms creak/], /Dyes/],
    ['second day speakers', [/Petra Lindqvist/, /Ravi Castellanos/], /Ines/],
    ['who spoke', [/Ines Halvorsen/, /Tobias Okonkwo/, /Ravi Castellanos/, /Aurélie Strand/], /written by/],
    ['who gave talk 2', [/Tobias Okonkwo/], /Ines/],
    ['두번째 발표 누가 했어', [/Tobias Okonkwo/], /Ines/],
    ['두번째 글은 누구 발표야', [/Petra Lindqvist/, /Ravi Castellanos/], /Ines/],
    ['who gave the last talk', [/Aurélie Strand/], /Ravi/],
  ] as const)('%s', async (question, holds, not) => {
    const { result, text } = await ask(question);
    expect(result.verdict).toBe('answer');
    for (const pattern of holds) expect(text).toMatch(pattern);
    expect(text).not.toMatch(not);
  });

  it.each([
    ['일곱 번째 모임에서 누가 발표했어', [/봉하늬/, /함초롬/], /옥찬미/],
    ['오후 발표 뭐 있었어', [/수박 고르기/], /호출기/],
    ['금요일에 누가 발표했어', [/옥찬미/], /봉하늬/],
    ['list of speakers', [/봉하늬/, /옥찬미/, /구슬기/], /written by/],
    ['키노트 누가 했음', [/옥찬미/], /봉하늬/],
    ['마지막 발표 누구', [/구슬기/], /옥찬미/],
    ['워크숍 누구누구 했어', [/봉하늬/, /함초롬/], /옥찬미/],
    ['발표 누구누구 했는지 쭉 적어줘', [/함초롬/, /구슬기/], /썼습니다/],
  ] as const)('of several meetings: %s', async (question, holds, not) => {
    const library = await (await folder(MEETINGS)).read();
    const result = (await createSearch(library)).search(question);
    const text = plainAnswer(library, result, { locale: 'ko', language: 'ko' })?.text ?? '';
    expect(result.verdict).toBe('answer');
    for (const pattern of holds) expect(text).toMatch(pattern);
    expect(text).not.toMatch(not);
  });

  it.each(['2019', '2024'])('does not tell who spoke in %s', async (year) => {
    expect((await ask(`who spoke in ${year}`)).result.verdict).not.toBe('answer');
  });
});

const YARN = {
  'content/a.md': `---
title: 「糸の会 #6」参加まとめ
lang: ja
---
# はじめに

糸の会に行ってきました。

# 織り機の刷新に挑んだ日々 by 一円 真治さん

古い織り機を新しくした話でした。

# 「結び目の値段」 松本 華歩さん

結び目には一分かかるそうです。
`,
};

describe('a Japanese post whose headings name who spoke', () => {
  const shown = async (question: string) => {
    const library = await (await folder(YARN)).read();
    const result = (await createSearch(library)).search(question, { language: 'ja' });
    return plainAnswer(library, result, { locale: 'en', language: 'ja' })?.text;
  };

  it('lists its talks', async () => {
    expect(await shown('発表は何があった？')).toMatch(/織り機の刷新に挑んだ日々[\s\S]*結び目の値段/u);
  });

  it('tells who gave one of them', async () => {
    const told = await shown('織り機を新しくした話は誰の発表？');
    expect(told).toMatch(/一円 真治さん/u);
    expect(told).not.toMatch(/松本/u);
  });
});
