import { describe, expect, it } from 'vitest';
import { createSearch } from '#search/engine.ts';
import { folder } from '../../library/folder.ts';
import { openCorpus } from '../../relevance/corpora.ts';

const POST = {
  'content/bake.md': `---
title: 빵 굽기
---

굽기 전에 알아 둘 것을 적는다.

## 반죽 쉬게 하기

상온 발효는 부엌에 그대로 두고 한 시간을 기다린다. 냉장 발효는 냉장고에 넣고 하룻밤을 기다린다. 발효가 덜 되면 빵이 무겁다.

## 오븐

- 컨벡션: 팬이 바람을 돌려 골고루 굽는다
- 데크: 돌바닥이 아래에서 굽는다

오븐은 비싸다.

## Proofing baskets

A bamboo basket is cheap and dries slowly. A plastic basket is easy to wash, but the dough sticks to it.

## 소금 vs 설탕

| | 소금 | 설탕 |
|---|---|---|
| 반죽 | 조인다 | 무르게 한다 |
| 빛깔 | 그대로 | 짙어진다 |
`,
};

describe('what is compared is answered by what tells of each', () => {
  it.each([
    ['상온 발효랑 냉장 발효 뭐가 달라', [/부엌에 그대로/, /하룻밤/]],
    ['컨벡션 데크 차이 자꾸 까먹음', [/바람을 돌려/, /돌바닥/]],
    ['bamboo or plastic basket, which should I buy?', [/dries slowly/, /easy to wash/]],
    ['소금이랑 설탕 각각 반죽에 어떻게 해?', [/조인다 \| 무르게/]],
  ] as const)('%s', async (question, holds) => {
    const search = await createSearch(await (await folder(POST)).read());
    const { passages } = search.search(question);
    for (const pattern of holds) expect(passages[0]?.quote).toMatch(pattern);
  });

  it('and is not shown twice', async () => {
    const { search } = await openCorpus('full');
    const { answer } = search.search('stt tts 맨날 헷갈림 뭐가 뭐임');
    expect.assert(answer?.kind === 'comparison');
    const [left, right] = answer.sides.map(({ passage }) => passage?.quote);
    expect(left).toMatch(/음성을 텍스트로/);
    expect(right).toMatch(/텍스트를 음성으로/);
    expect(answer.together?.quote).toBe('회의를 받아 적거나 화면의 글을 읽어 주는 서비스를 떠올리면 됩니다.');
  });

  it.each([
    ['CNN이랑 RNN 차이', 'ko', /^다루는 데이터의 모양에 따라[^\n]*$/],
    ['difference between Data Studio and Datalab', 'en', /^Which one fits[^\n]*$/],
  ])('beside what leads up to both: %s', async (question, language, leads) => {
    const { search } = await openCorpus('full');
    const { answer } = search.search(question, { language });
    expect.assert(answer?.kind === 'comparison');
    expect(answer.together?.quote).toMatch(leads);
  });

  it('and what goes on about one of them alone is left out', async () => {
    const { search } = await openCorpus('full');
    const { answer } = search.search('Vision API랑 AutoML Vision 중에 뭐 써야 돼', { language: 'ko' });
    expect.assert(answer?.kind === 'comparison');
    expect(answer.together?.quote ?? '').not.toMatch(/Video Intelligence/);
  });

  it.each([
    'DNN, CNN, RNN.. whats the diff',
    'compare CNN RNN DNN',
    'how do DNN, CNN, RNN differ',
    'CNN RNN DNN 차이 설명',
  ])('three things are told apart by the list of them: %s', async (question) => {
    const { search } = await openCorpus('full');
    const { verdict, answer, passages } = search.search(question);
    expect({ verdict, answer }).toEqual({ verdict: 'answer', answer: { kind: 'quote' } });
    for (const name of ['DNN', 'CNN', 'RNN'])
      expect(passages[0]?.quote).toMatch(new RegExp(`^${name}`, 'mu'));
  });

  it('tells two things apart of which one sentence tells', async () => {
    const { search } = await openCorpus('full');
    const { answer } = search.search('Edge TPU랑 Cloud TPU 차이');
    expect.assert(answer?.kind === 'comparison');
    const [left, right] = answer.sides.map(({ passage }) => passage?.quote);
    expect(left).not.toBe(right);
  });

  it('is not answered where one of them is unknown', async () => {
    const search = await createSearch(await (await folder(POST)).read());
    expect(search.search('상온 발효랑 진공 발효 뭐가 달라').verdict).not.toBe('answer');
  });

  it('is told by the part of a post on it, and not by an opening that has it for a title', async () => {
    const post = `# [빵] Slow-Rise(SR)

💡 빵굽는 모임의 “모두의 Slow-Rise” 발표를 듣고 정리했습니다.

## Fast Rise

: 따뜻한 곳에서 짧게 부풀리는 방식

## Slow-Rise(SR)

: 찬 곳에서 하룻밤 부풀리는 방식
`;
    const search = await createSearch(await (await folder({ 'content/rise.md': post })).read());
    const { answer } = search.search('fast rise하고 SR 차이');
    expect(answer?.kind === 'comparison' && answer.sides.map(({ passage }) => passage?.quote)).toEqual([
      expect.stringMatching(/짧게/),
      expect.stringMatching(/하룻밤/),
    ]);
  });
});
