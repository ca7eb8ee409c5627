import { describe, expect, it } from 'vitest';
import { createSearch } from '#search/engine.ts';
import type { Scope, Target } from '#search/model.ts';
import { openCorpus } from '../relevance/corpora.ts';
import { library, topic } from './library.ts';
import { SAMPLE } from './sample.ts';

const search = await createSearch(SAMPLE);

function best(typed: string, scope: Scope): Target | undefined {
  return search.complete(typed, scope)[0]?.target;
}

describe('complete', () => {
  it('gives something useful before anything is typed', () => {
    expect(search.complete('', { kind: 'session' }).map(({ target }) => target)).toStrictEqual([
      { kind: 'session', session: '4' },
      { kind: 'session', session: '5' },
    ]);
    expect(search.complete('', { kind: 'section', session: '5' })).toHaveLength(5);
    expect(search.complete('', { kind: 'section', session: 'no such' })).toEqual([]);
    expect(best('', { kind: 'topic' })).toStrictEqual({ kind: 'topic', topic: 'bigquery-ml' });
  });

  it('begins a question with what the posts are most about, then with sessions', async () => {
    const about = (count: number) =>
      ['bigquery-ml', 'kubeflow', 'hypertune'].slice(0, count).map((id) => ({ session: '5', section: id }));
    const topics = [
      topic('seldom', { name: { ko: '가끔' }, about: about(1) }),
      topic('never', { name: { ko: '스침' }, mentions: about(2) }),
      topic('often', { name: { ko: '자주' }, about: about(3) }),
      topic('again', { name: { ko: '다시' }, about: about(1) }),
    ];
    const asked = await createSearch(library(SAMPLE.sessions, topics));
    const names = (limit: number): readonly string[] =>
      asked
        .complete('', { kind: 'any' }, limit)
        .map(({ target }) => (target.kind === 'topic' ? target.topic : target.kind));
    expect(names(25)).toEqual(['often', 'seldom', 'again', 'session', 'session']);
    expect(names(3)).toEqual(['often', 'seldom', 'session']);
    expect(names(0)).toEqual([]);
  });

  it.each(['5', '5번', '세션 5', 'session 5', '#5', '5번째 세션'])(
    'knows sessions by number: $0',
    (typed) => {
      expect(search.complete(typed, { kind: 'session' })[0]).toStrictEqual({
        target: { kind: 'session', session: '5' },
        confidence: 1,
      });
    },
  );

  it.each([
    ['빅', 'bigquery-ml'],
    ['bigq', 'bigquery-ml'],
    ['쿠ㅂ', 'kubeflow'],
    ['ㅋㅂ', 'kubeflow'],
    ['하이ㅍ', 'hypertune'],
    ['zjsxorx', 'contact-center'],
    ['contct', 'contact-center'],
    ['정', 'wrap-up'],
    ['스스로 찾는', 'hypertune'],
  ])('knows names from their beginnings, whole syllables or not: $0', (typed, section) => {
    const found = best(typed, { kind: 'section', session: '5' });
    expect(found).toStrictEqual({ kind: 'section', session: '5', section });
  });

  it('stays within the scope', () => {
    for (const typed of ['에지', '양', 'b', '데이터'])
      for (const { target } of search.complete(typed, { kind: 'section', session: '5' })) {
        expect.assert(target.kind === 'section');
        expect(target.session).toBe('5');
      }
    expect(search.complete('kube', { kind: 'topic' }).every(({ target }) => target.kind === 'topic')).toBe(
      true,
    );
    expect(best('쿠브플로', { kind: 'topic' })).toStrictEqual({ kind: 'topic', topic: 'kubeflow' });
    expect(best('플랫폼', { kind: 'session' })).toStrictEqual({ kind: 'session', session: '5' });
  });

  it('is sure of what was typed in full, and not of a letter or two', () => {
    const sure = (typed: string, scope: Scope): number => search.complete(typed, scope)[0]?.confidence ?? 0;
    expect(sure('에지 컴퓨팅', { kind: 'section', session: '4' })).toBeGreaterThanOrEqual(0.9);
    expect(sure('현장으로 가는 머신러닝', { kind: 'session' })).toBeGreaterThanOrEqual(0.9);
    expect(sure('kubeflwo', { kind: 'topic' })).toBeGreaterThanOrEqual(0.5);
    expect(sure('ㅂ', { kind: 'any' })).toBeLessThan(0.5);
    expect(sure('asdfgh', { kind: 'any' })).toBeLessThan(0.5);
  });

  it('gives no more than asked for', () => {
    expect(search.complete('데이터', { kind: 'any' }, 2)).toHaveLength(2);
    expect(search.complete('데이터', { kind: 'any' }, 0)).toEqual([]);
  });
});

describe('false friends', async () => {
  const { search: bundled } = await openCorpus('full');
  const best = (typed: string, scope: Scope) => bundled.complete(typed, scope)[0];
  const opened = (typed: string): boolean => {
    const first = best(typed, { kind: 'topic' });
    return first !== undefined && first.confidence >= 0.5 && first.guess !== true;
  };

  it.each([
    '보안',
    '로그',
    '캐시',
    '센서',
    '드론',
    '결제',
    '코인',
    'aws',
    'car',
    '비용',
    'java',
    '양자컴퓨터',
  ])('%s names no topic that only sounds like it', (typed) => {
    expect(opened(typed)).toBe(false);
  });

  it.each(['쿠브플로우', '하이퍼튠', 'kubernets', 'bigqury', '오토엠엘', '데이터 래이크', '빅쿼', 'pos'])(
    '%s still names its topic',
    (typed) => {
      expect(opened(typed)).toBe(true);
    },
  );

  it.each([
    ['iot', '4'],
    ['에지', '4'],
    ['오토엠엘', '3'],
    ['automl', '3'],
    ['머신러닝', '6'],
  ])('%s is the session whose title holds it: %s', (typed, session) => {
    const first = best(typed, { kind: 'session' });
    expect(first?.target).toEqual({ kind: 'session', session });
    expect(first?.confidence).toBeGreaterThanOrEqual(0.5);
  });
});
