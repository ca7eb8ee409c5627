import { describe, expect, it, vi } from 'vitest';
import { runAtOnce } from '#library/compute/slicedWork.ts';
import { createSearch } from '#search/engine.ts';
import { unitsOf } from '#search/index/documents.ts';
import { type Indexer, indexInSlices } from '#search/index/indexer.ts';
import { indexInThread } from '#search/index/indexThread.ts';
import { buildIndex, mergeSegments, updateIndex } from '#search/index/searchIndex.ts';
import type { Search } from '#search/model.ts';
import { library, session } from '../library.ts';
import { plainResult } from '../plainResult.ts';
import { SAMPLE } from '../sample.ts';

const script = (code: string): URL => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const typed = ['쿠브플로우', 'qlrznjfl', '에지 컴퓨팅이 왜 중요해?', 'ㅋㅂㅍㄹㅇ', '구글 주식 지금 사도 돼?'];
const many = library(
  Array.from({ length: 300 }, (_, i) =>
    session(i + 1, {
      title: `발표 ${i}`,
      sections: [{ id: 'a', name: `제목 ${i} Airflow`, text: `카프카 ${i} 이야기이다. `.repeat(40) }],
    }),
  ),
);

describe('the index thread', () => {
  it.each([
    ['a sample', SAMPLE],
    ['many parcels', many],
    ['nothing', library([])],
  ] as const)('indexes $0 as this one does', async (_name, posts) => {
    const units = [...runAtOnce(unitsOf(posts)).values()];
    expect(await indexInThread(units)).toStrictEqual(await indexInSlices(units));
  });

  it('gives the same answers as indexing in place', async () => {
    const here = await createSearch(SAMPLE, { indexer: indexInSlices });
    const apart = await createSearch(SAMPLE, { indexer: (units) => indexInThread(units) });
    for (const text of typed) {
      const ask = (one: Search) => plainResult(one.search(text, { explain: true }));
      expect(ask(apart)).toStrictEqual(ask(here));
      expect(apart.complete(text, { kind: 'any' })).toStrictEqual(here.complete(text, { kind: 'any' }));
    }
  });

  it('rejects the change where it fails', async () => {
    const units = [...runAtOnce(unitsOf(SAMPLE)).values()];
    await expect(indexInThread(units, script('throw new Error("no room")'))).rejects.toMatchObject({
      message: 'The posts could not be indexed for search: no room',
    });
    await expect(indexInThread(units, script('process.exit(7)'))).rejects.toThrow(/ended early, with code 7/);
    await expect(
      createSearch(SAMPLE, { indexer: (all) => indexInThread(all, script('null.none')) }),
    ).rejects.toThrow(/could not be indexed/);
  });

  it('leaves the old index as it was where it fails, and takes the next change over', async () => {
    let broken = false;
    const indexer: Indexer = (units) =>
      broken ? indexInThread(units, script('throw new Error("no room")')) : indexInSlices(units);
    const search = await createSearch(library(many.sessions.slice(0, 3)), { indexer });
    broken = true;
    await expect(search.update(SAMPLE)).rejects.toThrow(/no room/);
    expect(search.search('제목 2 Airflow').verdict).toBe('answer');
    broken = false;
    await search.update(SAMPLE);
    expect(search.search('쿠브플로우').passages[0]?.section).toBe('kubeflow');
  });
});

describe('a quiet time', () => {
  it('brings the index of a changed library together', { timeout: 60_000 }, async () => {
    let indexed = 0;
    const indexer: Indexer = (units) => {
      indexed += 1;
      return indexInSlices(units);
    };
    const sessions = [...many.sessions];
    const search = await createSearch(many, { indexer, quiet: 20 });
    for (let round = 0; round < 4; round += 1) {
      const text = `고래 ${round} 이야기이다. `.repeat(1_500);
      sessions[round * 9] = session(round * 9 + 1, {
        title: `발표 ${round * 9}`,
        sections: [{ id: 'a', name: `고래 ${round}`, text }],
      });
      await search.update(library([...sessions]));
    }
    const before = indexed;
    await vi.waitFor(() => expect(indexed).toBeGreaterThan(before), { timeout: 30_000 });
    await search.update(library([...sessions]));
    const anew = await createSearch(library([...sessions]));
    const first = (one: Search, text: string): unknown => one.search(text).passages[0]?.session;
    for (const text of ['고래 2', '제목 100 Airflow', '제목 9 Airflow', '카프카 77'])
      expect(first(search, text), text).toBe(first(anew, text));
  });

  it('leaves a large segment alone for one small change', async () => {
    const index = await buildIndex(many, indexInSlices);
    const [, ...others] = many.sessions;
    const small = session(1, {
      title: '고래',
      sections: [{ id: 'a', name: '고래', text: '고래 이야기이다.' }],
    });
    const { index: changed } = await updateIndex(index, library([small, ...others]), indexInSlices);
    expect(changed.segments).toHaveLength(2);
    expect(await mergeSegments(changed, indexInSlices)).toBeUndefined();
  });
});
