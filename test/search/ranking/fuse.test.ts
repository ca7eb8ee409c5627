import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { SectionRef } from '#library/model.ts';
import { readLibrary } from '#library/read.ts';
import { createSearch } from '#search/engine.ts';
import type { Nearness } from '#search/model.ts';

const dir = fileURLToPath(new URL('../../../content', import.meta.url));
const search = await createSearch(await readLibrary({ dir, defaultLanguage: 'ko' }));

const same = (one: SectionRef) => (other: SectionRef) =>
  one.session === other.session && one.section === other.section;

/** A model to which some sections are nearest, in this order, and all others far. */
const near = (sections: readonly SectionRef[], standsOut = 2): Nearness => ({
  standsOut,
  place: (section) => sections.findIndex(same(section)) + 1 || 99,
});

const ask = (question: string, nearness?: Nearness) =>
  search.search(question, { language: 'ko', limit: 50, nearness });

const refs = (question: string) =>
  ask(question).passages.map(({ session, section }) => ({ session, section }));

/** Questions by what words make of them. */
const ANSWERED = ['에지 컴퓨팅이 왜 중요해?', '텐서가 뭐야', 'BigQuery ML의 장점'];
const MAYBE = [
  '안 쓰는 것들',
  '비용',
  '파이썬 배우고 싶어',
  '데이터를 안전하게',
  '모델을 빠르게',
  '기기에서 바로 처리',
].filter((question) => ask(question).verdict === 'maybe');
const NONE = ['오늘 점심 뭐 먹지?', 'ㅎㅇ', 'ㅋㅋ', '김치찌개 맛있게 끓이는 비법'];

describe('meaning, fused with words by reciprocal rank', () => {
  test('changes nothing where it agrees, and nothing where it knows no section', () => {
    for (const question of ANSWERED) {
      const plain = ask(question);
      const unknown: Nearness = { standsOut: 0, place: () => undefined };
      expect(ask(question, unknown)).toMatchObject({ verdict: plain.verdict, answer: plain.answer });
      expect(ask(question, near(refs(question))).passages[0]).toEqual(plain.passages[0]);
    }
  });

  test('brings a section forward, where words are not sure of another one', () => {
    for (const question of MAYBE) {
      const [, , third] = refs(question);
      expect.assert(third !== undefined);
      expect(ask(question, near([third], 0)).passages[0]).toMatchObject(third);
    }
    const [first, second] = refs('에지 컴퓨팅이 왜 중요해?');
    expect.assert(first !== undefined && second !== undefined);
    expect(ask('에지 컴퓨팅이 왜 중요해?', near([second])).passages[0]).toMatchObject(first);
  });

  test('takes no answer away, wherever it would look instead', () => {
    for (const question of ANSWERED)
      for (const section of refs(question).slice(0, 10))
        expect(ask(question, near([section])).verdict).toBe('answer');
  });

  test('makes an answer of a possibility where the nearest of all sections stands out', () => {
    expect(MAYBE.length).toBeGreaterThan(0);
    for (const question of MAYBE) {
      const [first] = refs(question);
      expect.assert(first !== undefined);
      expect(ask(question, near([first], 0.9)).verdict).toBe('maybe');
      expect(ask(question, near([{ session: 'x', section: 'x' }, first])).verdict).toBe('maybe');
    }
    const lifted = MAYBE.filter((question) => ask(question, near(refs(question))).verdict === 'answer');
    expect(lifted.length).toBeGreaterThan(0);
  });

  test('makes nothing of what words find nowhere', () => {
    for (const question of NONE)
      expect(ask(question, near(refs(question))).verdict).toBe(ask(question).verdict);
  });
});
