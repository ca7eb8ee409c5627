import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSearch } from '#search/engine.ts';
import type { Scope, Target } from '#search/model.ts';
import { library, topic } from './library.ts';
import { SAMPLE } from './sample.ts';

const search = await createSearch(SAMPLE);

function best(typed: string, scope: Scope): Target | undefined {
  return search.complete(typed, scope)[0]?.target;
}

describe('complete', () => {
  it('gives something useful before anything is typed', () => {
    assert.deepEqual(
      search.complete('', { kind: 'session' }).map(({ target }) => target),
      [
        { kind: 'session', session: '4' },
        { kind: 'session', session: '5' },
      ],
    );
    assert.equal(search.complete('', { kind: 'section', session: '5' }).length, 5);
    assert.deepEqual(search.complete('', { kind: 'section', session: 'no such' }), []);
    assert.deepEqual(best('', { kind: 'topic' }), { kind: 'topic', topic: 'bigquery-ml' });
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
    assert.deepEqual(names(25), ['often', 'seldom', 'again', 'session', 'session']);
    assert.deepEqual(names(3), ['often', 'seldom', 'session']);
    assert.deepEqual(names(0), []);
  });

  it('knows sessions by number', () => {
    for (const typed of ['5', '5번', '세션 5', 'session 5', '#5', '5번째 세션'])
      assert.deepEqual(search.complete(typed, { kind: 'session' })[0], {
        target: { kind: 'session', session: '5' },
        confidence: 1,
      });
  });

  it('knows names from their beginnings, whole syllables or not', () => {
    const section = (id: string): Target => ({ kind: 'section', session: '5', section: id });
    const scope: Scope = { kind: 'section', session: '5' };
    for (const [typed, id] of [
      ['빅', 'bigquery-ml'],
      ['bigq', 'bigquery-ml'],
      ['쿠ㅂ', 'kubeflow'],
      ['ㅋㅂ', 'kubeflow'],
      ['하이ㅍ', 'hypertune'],
      ['zjsxorx', 'contact-center'],
      ['contct', 'contact-center'],
      ['정', 'wrap-up'],
      ['스스로 찾는', 'hypertune'],
    ] as const)
      assert.deepEqual(best(typed, scope), section(id), typed);
  });

  it('stays within the scope', () => {
    for (const typed of ['에지', '양', 'b', '데이터'])
      for (const { target } of search.complete(typed, { kind: 'section', session: '5' }))
        assert.ok(target.kind === 'section' && target.session === '5');
    assert.ok(search.complete('kube', { kind: 'topic' }).every(({ target }) => target.kind === 'topic'));
    assert.deepEqual(best('쿠브플로', { kind: 'topic' }), { kind: 'topic', topic: 'kubeflow' });
    assert.deepEqual(best('플랫폼', { kind: 'session' }), { kind: 'session', session: '5' });
  });

  it('is sure of what was typed in full, and not of a letter or two', () => {
    const sure = (typed: string, scope: Scope): number => search.complete(typed, scope)[0]?.confidence ?? 0;
    assert.ok(sure('에지 컴퓨팅', { kind: 'section', session: '4' }) >= 0.9);
    assert.ok(sure('현장으로 가는 머신러닝', { kind: 'session' }) >= 0.9);
    assert.ok(sure('kubeflwo', { kind: 'topic' }) >= 0.5);
    assert.ok(sure('ㅂ', { kind: 'any' }) < 0.5);
    assert.ok(sure('asdfgh', { kind: 'any' }) < 0.5);
  });

  it('gives no more than asked for', () => {
    assert.equal(search.complete('데이터', { kind: 'any' }, 2).length, 2);
    assert.deepEqual(search.complete('데이터', { kind: 'any' }, 0), []);
  });
});
