import { describe, expect, test } from 'vitest';
import type { SectionRef } from '#library/model.ts';
import type { Nearness } from '#search/model.ts';
import { fuse } from '#search/ranking/fuse.ts';
import { readAsked } from '../../relevance/asked.ts';
import { openCorpus } from '../../relevance/corpora.ts';
import { plainResult } from '../plainResult.ts';

const { search } = await openCorpus('full');

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
const MAYBE = readAsked('tune')
  .filter(({ set }) => set === 'content')
  .map(({ text }) => text)
  .filter((text) => ask(text).verdict === 'maybe');
const NONE = ['오늘 점심 뭐 먹지?', 'ㅎㅇ', 'ㅋㅋ', '김치찌개 맛있게 끓이는 비법'];

describe('meaning, fused with words by reciprocal rank', () => {
  test('changes nothing where it agrees, and nothing where it knows no section', () => {
    for (const question of ANSWERED) {
      const plain = ask(question);
      const unknown: Nearness = { standsOut: 0, place: () => undefined };
      expect(ask(question, unknown)).toMatchObject({ verdict: plain.verdict, answer: plain.answer });
      const [first] = plainResult(ask(question, near(refs(question)))).passages;
      expect(first).toEqual(plainResult(plain).passages[0]);
    }
  });

  test.each([
    ['words that are not sure give way to the nearest section', 0.3, [3], [3, 1, 2, 4]],
    ['sure ones do not', 0.95, [3], [1, 2, 3, 4]],
    ['where both weigh the same, words decide', 0, [2, 1], [1, 2, 3, 4]],
    ['a section that the model does not know keeps its place', 0, [1, 2, 3, 4], [1, 2, 3, 4]],
  ] as const)('%s', (_, sure, nearest, expected) => {
    const candidate = (at: number) => ({ doc: { session: 's', section: `${at}` }, score: 1 / at });
    const places = near(nearest.map((at) => candidate(at).doc));
    const fused = fuse([1, 2, 3, 4].map(candidate), places, sure);
    expect(fused.map(({ doc }) => Number(doc.section))).toEqual(expected);
    // Scores belong to places.
    expect(fused.map(({ score }) => score)).toEqual([1, 2, 3, 4].map((at) => 1 / at));
  });

  test('takes no answer away, wherever it would look instead', () => {
    for (const question of ANSWERED)
      for (const section of refs(question).slice(0, 10))
        expect(ask(question, near([section])).verdict).toBe('answer');
  });

  test('makes an answer of a possibility where the nearest of all sections stands out', () => {
    expect(MAYBE.length).toBeGreaterThan(9);
    const lifted = MAYBE.filter((question) => ask(question, near(refs(question))).verdict === 'answer');
    expect(lifted.length).toBeGreaterThan(0);
    for (const question of lifted) {
      const [first] = refs(question);
      expect.assert(first !== undefined);
      expect(ask(question, near([first], 0.9)).verdict).toBe('maybe');
      expect(ask(question, near([{ session: 'x', section: 'x' }, first])).verdict).toBe('maybe');
    }
  });

  test('makes nothing of what words find nowhere', () => {
    for (const question of NONE)
      expect(ask(question, near(refs(question))).verdict).toBe(ask(question).verdict);
  });
});
