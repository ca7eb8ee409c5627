import { describe, expect, it } from 'vitest';
import { createSearch } from '#search/engine.ts';
import type { SearchResult } from '#search/model.ts';
import { library, session } from './library.ts';
import { plainResult } from './plainResult.ts';
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
  it.each(named)('finds $1 for $0', (typed, found) => {
    const result = search.search(typed);
    expect(first(result)).toBe(found);
    expect(result.verdict).toBe('answer');
  });

  it('tells that it read the other keyboard layout', () => {
    expect(search.search('qlrznjfl').readAs).toBe('빅쿼리');
    expect(search.search('빅쿼리').readAs).toBeUndefined();
  });

  it.each(['오늘 날씨 어때?', '구글 주식 지금 사도 돼?', 'BigQuery 가격 얼마야?', 'How do I cook pasta?'])(
    'does not answer what the posts do not hold: $0',
    (typed) => {
      expect(search.search(typed).verdict).not.toBe('answer');
    },
  );

  it('finds nothing at all for what no post comes near to', () => {
    expect(search.search('김치찌개 맛있게 끓이는 비법').verdict).toBe('none');
  });

  it('quotes the sentence that answers, word for word, and marks what matched', () => {
    const [passage] = search.search('네트워크가 끊기면?').passages;
    expect.assert(passage);
    expect(passage?.quote).toBe('네트워크가 끊겨도 동작한다.');
    const marked = passage.marks.map(([start, end]) => passage.quote.slice(start, end));
    expect(marked).toEqual(['네트워크', '끊겨']);
  });

  it('goes on to the answer where a sentence only asks', () => {
    const [passage] = search.search('하이퍼 파라미터란?').passages;
    expect(passage?.quote).toBe('하이퍼 파라미터란?\n학습 전에 사람이 정하는 값이다.');
  });

  it('quotes in the language asked for, else in the original', () => {
    expect(search.search('양자화', { language: 'en' }).passages[0]?.language).toBe('en');
    expect(search.search('quantization').passages[0]?.language).toBe('ko');
    expect(search.search('Kubeflow', { language: 'en' }).passages[0]?.language).toBe('ko');
  });

  it('shows what a post is about for a section without text', () => {
    expect(search.search('넷마블').passages[0]?.quote).toBe('현장으로 가는 머신러닝');
  });

  it('keeps to the limit and explains when asked', () => {
    const result = search.search('데이터', { limit: 2, explain: true });
    expect(result.passages).toHaveLength(2);
    expect(result.passages.every(({ why }) => why !== undefined && why.length > 0)).toBe(true);
    expect(search.search('데이터').passages[0]?.why).toBeUndefined();
  });

  it('finds nothing in nothing', async () => {
    const empty = await createSearch(library([]));
    expect(empty.search('무엇', { plain: true })).toStrictEqual({
      verdict: 'none',
      confidence: 0,
      passages: [],
    });
    expect(empty.complete('무', { kind: 'any' })).toEqual([]);
    expect(search.search('').verdict).toBe('none');
    expect(search.search('?!…').verdict).toBe('none');
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
    expect(second).toBeDefined();
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
      expect(first(updated.search(text)), text).toBe(first(anew.search(text)));
      expect(updated.search(text).verdict, text).toBe(anew.search(text).verdict);
    }
    expect(first(updated.search('Airflow 1'))).not.toBe('2#a');
    expect(updated.complete('스트', { kind: 'any' })[0]?.target).toStrictEqual({
      kind: 'section',
      session: '99',
      section: 'b',
    });
  });

  it('stays right over many small changes', async () => {
    const sessions = made(1, (i) => `${words[i % 6] ?? ''} ${i}`);
    const updated = await createSearch(library([...sessions]));
    for (let round = 0; round < 40; round += 1) {
      const name = `판 ${words[round % 6] ?? ''} ${1000 + round}`;
      sessions[3] = session(4, { title: '발표 4', sections: [{ id: 'a', name }] });
      await updated.update(library([...sessions]));
      expect(first(updated.search(name))).toBe('4#a');
      expect(first(updated.search('패스키 3'))).not.toBe('4#a');
    }
  });

  it('answers from the old library until the new one is whole', async () => {
    const updated = await createSearch(library(made(1, (i) => `낡은 ${i}`)));
    const done = updated.update(library(made(1, (i) => `새로운 ${i}`)));
    expect(updated.search('낡은 7').verdict).toBe('answer');
    await done;
    expect(first(updated.search('새로운 7'))).toBe('8#a');
  });

  it('keeps the answer to a question that is asked again, as long as the library is the same', async () => {
    const updated = await createSearch(library(SAMPLE.sessions));
    const ask = (language: string) => updated.search('큰질의', { language, limit: 5 });
    const before = ask('ko');
    expect(before.verdict).not.toBe('answer');
    const again = ask('ko');
    expect(plainResult(again)).toStrictEqual(plainResult(before));
    expect(ask('ko')).toBe(again);
    expect(ask('en')).not.toBe(again);
    await updated.update(SAMPLE);
    expect(ask('ko').verdict).toBe('answer');
  });

  it('keeps no answer of which the order by meaning is a part', () => {
    const nearness = { place: () => undefined, standsOut: 0 };
    const ask = () => search.search('빅쿼리', { nearness });
    const [, second, third] = [ask(), ask(), ask()];
    expect(third).not.toBe(second);
  });

  it('follows the names of topics', async () => {
    const updated = await createSearch(library(SAMPLE.sessions));
    expect(updated.search('큰질의').verdict).not.toBe('answer');
    await updated.update(SAMPLE);
    expect(first(updated.search('큰질의'))).toBe('5#bigquery-ml');
  });
});

describe('what is kept between questions', () => {
  it('answers the same whatever was asked before: what a word means with its neighbours is not kept for it alone', async () => {
    const words = ['머신', '러닝', '컴퓨팅', 'machine', 'learning'];
    const asked = words.flatMap((one) => words.map((other) => `${one} ${other}`));
    const used = await createSearch(SAMPLE);
    for (let time = 0; time < 3; time += 1) for (const text of asked) used.search(text);
    for (const text of asked)
      expect(plainResult(used.search(text))).toStrictEqual(
        plainResult((await createSearch(SAMPLE)).search(text)),
      );
  });
});
