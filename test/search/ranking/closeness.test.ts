import { describe, expect, it } from 'vitest';
import { docsOf } from '#search/index/documents.ts';
import { closenessOf } from '#search/ranking/closeness/closeness.ts';
import { queryKeysOf } from '#search/ranking/closeness/queryKeys.ts';
import { readQuery } from '#search/ranking/query.ts';
import { type SectionSketch, session } from '../library.ts';

const UNKNOWN = { sure: 0, headed: false } as const;

/** How closely a section holds a query whose words are all as rare. */
function read(
  asked: string,
  { known = UNKNOWN, ...sketch }: Partial<SectionSketch> & { known?: typeof UNKNOWN },
) {
  const query = readQuery(asked);
  const words = query.words.filter(({ hint }) => !hint);
  const keys = queryKeysOf(
    { ...query, words },
    words.map(() => 1),
  );
  const [doc] = docsOf({
    kind: 'session',
    session: session(1, { title: '0', sections: [{ id: 'a', name: '1', ...sketch }] }),
    about: [],
  });
  if (doc === undefined) throw new Error('No section');
  return closenessOf(doc, keys, {
    matches: words.map(() => ({ value: known.sure, weight: known.sure })),
    headed: known.headed ? (1 << words.length) - 1 : 0,
  });
}

describe('how closely a text holds a query', () => {
  it('is nothing where the text is about something else', () => {
    expect(read('파도가 높은 바다', { text: '사막에는 모래뿐입니다.' })).toMatchObject({
      held: 0,
      sentence: 0,
      pair: 0,
      seams: 0,
      numbers: 0,
      order: 0,
    });
  });

  it('finds words inside compounds and behind other particles', () => {
    expect(read('등대 관리원', { text: '항구의 등대관리원은 둘이다.' }).held).toBeCloseTo(1, 5);
  });

  it('is more where one sentence says all of it', () => {
    const together = read('등대 불빛 고장', { text: '등대의 불빛이 고장으로 꺼졌다. 배는 많다.' });
    const apart = read('등대 불빛 고장', { text: '등대가 있다. 불빛은 희다. 배는 고장이 났다.' });
    expect(together.held).toBeCloseTo(apart.held, 5);
    expect(together.sentence).toBeGreaterThan(apart.sentence);
    expect(apart.pair).toBeGreaterThan(apart.sentence);
    expect(together.order).toBeGreaterThan(apart.order);
  });

  it('takes a number with its counter for one thing', () => {
    expect(read('등대 불빛 4월', { text: '등대 불빛은 4월부터 밝다.' }).numbers).toBe(1);
    expect(read('등대 불빛 4월', { text: '등대 불빛은 14월, 4일, 40월에 밝다.' }).numbers).toBe(0);
    expect(read('등대 불빛 12,500명', { text: '등대 불빛을 12500명이 보았다.' }).numbers).toBe(1);
  });

  it('knows Latin words by their stems, and not by longer words that begin alike', () => {
    expect(read('lighthouse keepers', { text: 'The lighthouse keeper left.' }).held).toBeCloseTo(1, 5);
    expect(read('car park', { text: 'The carpenter parked.' }).held).toBeLessThan(0.6);
  });

  it('holds what the heading says in every sentence', () => {
    const headed = read('등대 불빛', { name: '등대', text: '모래가 많다. 불빛이 밝다.' });
    expect(headed.sentence).toBeCloseTo(1, 5);
  });

  it('reads a hostile text', () => {
    for (const text of [
      '가'.repeat(20_000),
      '\ud800'.repeat(20_000),
      '1,.'.repeat(9_000),
      '. '.repeat(9_000),
    ])
      for (const value of Object.values(read(`가가 나나 ${text.slice(0, 300)}`, { text })))
        expect(Number.isFinite(value)).toBe(true);
  });
});
