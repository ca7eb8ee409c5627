import { describe, expect, it } from 'vitest';
import { plainAnswer } from '#pages/answer/plainAnswer.ts';
import { namesPerson } from '#search/answer/facts/speakerPatterns.ts';
import { createSearch } from '#search/engine.ts';
import { folder } from '../../../library/folder.ts';

const POSTS = {
  'content/1.md': `---
title: 오븐을 오래 쓰는 법
---

오븐을 다루는 첫 발표였습니다.

## 문 닦기

유리문은 식초를 묻힌 천으로 닦습니다. 기름때가 굳기 전에 닦아야 합니다.
`,
  'content/2.md': `---
title: 반죽의 시간
---

반죽을 다루는 두 번째 발표였습니다.

## 냉장 발효

반죽을 냉장고에 넣어 하룻밤 천천히 부풀립니다. 빵집 영상을 틀어 보여 주었습니다.
`,
};

describe('which talk it was', () => {
  const ask = async (question: string) => {
    const library = await (await folder(POSTS)).read();
    const result = (await createSearch(library)).search(question, { language: 'ko' });
    return { result, text: plainAnswer(library, result, { locale: 'ko', language: 'ko' })?.text ?? '' };
  };

  it.each([
    ['유리문은 식초로 닦는다고 어느 시간에 말했지', /오븐을 오래 쓰는 법/],
    ['냉장고에 넣어 하룻밤 부풀린다고 한 발표가 어떤 거였지', /반죽의 시간/],
  ])('%s is told by its title', async (question, title) => {
    const { result, text } = await ask(question);
    expect(result).toMatchObject({ verdict: 'answer', answer: { kind: 'facts', fact: { about: 'list' } } });
    expect(text).toMatch(title);
  });

  it.each([
    '첫 발표에서 식초 묻힌 천 얘기 나왔어?',
    '1번 발표 유리문은 뭘로 닦아',
    '마지막 발표에서 냉장고 어디에 썼대',
  ])('what is asked of one talk is told by its text: %s', async (question) => {
    const { result } = await ask(question);
    expect(result).toMatchObject({ verdict: 'answer', answer: { kind: 'quote' } });
  });

  it('what the talk says is told by its text', async () => {
    const { text } = await ask('유리문은 뭘로 닦아?');
    expect(text).toMatch(/식초를 묻힌 천/);
    const { result } = await ask('어느 발표에서 왜 냉장고에 넣는다고 했어');
    expect(result.answer).not.toMatchObject({ fact: { about: 'list', only: '냉장 발효' } });
  });
});

describe('a text that names somebody', () => {
  it.each([
    ['Late in the evening Mira Solberg and Jo Tan hosted the prize for the best crust.', true],
    ['The Crust Awards were handed out late in the evening.', false],
  ])('%s', (text, names) => {
    expect(namesPerson(text)).toBe(names);
  });
});
