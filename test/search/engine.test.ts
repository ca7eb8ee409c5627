import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSearch } from '#search/engine.ts';
import type { SearchResult } from '#search/model.ts';
import { library, session } from './library.ts';
import { SAMPLE } from './sample.ts';

const search = await createSearch(SAMPLE);

function first(result: SearchResult): string {
  const [passage] = result.passages;
  return passage === undefined ? 'nothing' : `${passage.session}#${passage.section}`;
}

describe('search', () => {
  const named: readonly (readonly [typed: string, found: string])[] = [
    ['BigQuery ML', '5#bigquery-ml'],
    ['빅쿼리', '5#bigquery-ml'],
    ['BQML', '5#bigquery-ml'],
    ['bigqurey', '5#bigquery-ml'],
    ['ㅂㅋㄹ', '5#bigquery-ml'],
    ['qlrznjfl', '5#bigquery-ml'],
    ['쿠브플로우', '5#kubeflow'],
    ['ㅋㅂㅍㄹㅇ', '5#kubeflow'],
    ['ㅏㅕㅠㄷ리ㅐㅈ', '5#kubeflow'],
    ['쿠ㅂ', '5#kubeflow'],
    ['하이퍼튠', '5#hypertune'],
    ['컨택센타', '5#contact-center'],
    ['netmarble', '4#empty'],
    ['에지컴퓨팅', '4#edge-computing'],
    ['엣지 컴퓨팅', '4#edge-computing'],
    ['양자', '4#quantization'],
    ['에지 컴퓨팅이 왜 중요해?', '4#why-edge'],
    ['What is quantization?', '4#quantization'],
  ];
  for (const [typed, found] of named)
    it(`finds ${found} for ${typed}`, () => {
      const result = search.search(typed);
      assert.equal(first(result), found);
      assert.equal(result.verdict, 'answer');
    });

  it('tells that it read the other keyboard layout', () => {
    assert.equal(search.search('qlrznjfl').readAs, '빅쿼리');
    assert.equal(search.search('빅쿼리').readAs, undefined);
  });

  it('does not answer what the posts do not hold', () => {
    for (const typed of [
      '오늘 날씨 어때?',
      '구글 주식 지금 사도 돼?',
      'BigQuery 가격 얼마야?',
      'How do I cook pasta?',
    ])
      assert.notEqual(search.search(typed).verdict, 'answer', typed);
    assert.equal(search.search('김치찌개 맛있게 끓이는 비법').verdict, 'none');
  });

  it('quotes the sentence that answers, word for word, and marks what matched', () => {
    const [passage] = search.search('네트워크가 끊기면?').passages;
    assert.equal(passage?.quote, '네트워크가 끊겨도 동작한다.');
    const marked = passage.marks.map(([start, end]) => passage.quote.slice(start, end));
    assert.deepEqual(marked, ['네트워크', '끊겨']);
  });

  it('goes on to the answer where a sentence only asks', () => {
    const [passage] = search.search('하이퍼 파라미터란?').passages;
    assert.equal(passage?.quote, '하이퍼 파라미터란?\n학습 전에 사람이 정하는 값이다.');
  });

  it('quotes in the language asked for, else in the original', () => {
    assert.equal(search.search('양자화', { language: 'en' }).passages[0]?.language, 'en');
    assert.equal(search.search('quantization').passages[0]?.language, 'ko');
    assert.equal(search.search('Kubeflow', { language: 'en' }).passages[0]?.language, 'ko');
  });

  it('gives an empty quote for a section without text', () => {
    assert.equal(search.search('넷마블').passages[0]?.quote, '');
  });

  it('keeps to the limit and explains when asked', () => {
    const result = search.search('데이터', { limit: 2, explain: true });
    assert.equal(result.passages.length, 2);
    assert.ok(result.passages.every(({ why }) => why !== undefined && why.length > 0));
    assert.equal(search.search('데이터').passages[0]?.why, undefined);
  });

  it('finds nothing in nothing', async () => {
    const empty = await createSearch(library([]));
    assert.deepEqual(empty.search('무엇'), { verdict: 'none', confidence: 0, passages: [] });
    assert.deepEqual(empty.complete('무', { kind: 'any' }), []);
    assert.equal(search.search('').verdict, 'none');
    assert.equal(search.search('?!…').verdict, 'none');
  });
});

describe('update', () => {
  const words = ['카프카', 'Airflow', '카나리 배포', '패스키', 'Prometheus', '모노레포'];
  const made = (from: number, name: (i: number) => string) =>
    Array.from({ length: 30 }, (_, i) =>
      session(from + i, {
        title: `발표 ${from + i}`,
        sections: [{ id: 'a', name: name(i), text: `${name(i)} 이야기이다.` }],
      }),
    );

  it('takes over new, changed and removed posts as if all were indexed anew', async () => {
    const old = made(1, (i) => `${words[i % 6] ?? ''} ${i}`);
    const updated = await createSearch(library(old));
    const [, second, ...rest] = old;
    assert.ok(second);
    const changed = session(1, {
      title: '발표 1',
      sections: [{ id: 'a', name: '완전히 새로운 제목', text: '고래 이야기이다.' }],
    });
    const now = library([
      changed,
      ...rest,
      session(99, { title: '발표 99', sections: [{ id: 'b', name: '스트리밍' }] }),
    ]);
    await updated.update(now);
    const anew = await createSearch(now);
    const typed = [
      '카프카 0',
      '고래',
      '스트리밍',
      'Airflow 1',
      'streaming',
      '완전히 새',
      '프로메테우스',
      'ㅋㄴㄹ',
    ];
    for (const text of typed) {
      assert.equal(first(updated.search(text)), first(anew.search(text)), text);
      assert.equal(updated.search(text).verdict, anew.search(text).verdict, text);
    }
    assert.notEqual(first(updated.search('Airflow 1')), '2#a');
    assert.deepEqual(updated.complete('스트', { kind: 'any' })[0]?.target, {
      kind: 'section',
      session: '99',
      section: 'b',
    });
  });

  it('stays right over many small changes', async () => {
    const sessions = made(1, (i) => `${words[i % 6] ?? ''} ${i}`);
    const updated = await createSearch(library(sessions));
    for (let round = 0; round < 40; round += 1) {
      const name = `판 ${words[round % 6] ?? ''} ${1000 + round}`;
      sessions[3] = session(4, { title: '발표 4', sections: [{ id: 'a', name }] });
      await updated.update(library([...sessions]));
      assert.equal(first(updated.search(name)), '4#a');
      assert.notEqual(first(updated.search('패스키 3')), '4#a');
    }
  });

  it('answers from the old library until the new one is whole', async () => {
    const updated = await createSearch(library(made(1, (i) => `낡은 ${i}`)));
    const done = updated.update(library(made(1, (i) => `새로운 ${i}`)));
    assert.equal(updated.search('낡은 7').verdict, 'answer');
    await done;
    assert.equal(first(updated.search('새로운 7')), '8#a');
  });

  it('follows the names of topics', async () => {
    const updated = await createSearch(library(SAMPLE.sessions));
    assert.notEqual(updated.search('큰질의').verdict, 'answer');
    await updated.update(SAMPLE);
    assert.equal(first(updated.search('큰질의')), '5#bigquery-ml');
  });
});
