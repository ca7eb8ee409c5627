import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { codeVersion } from '#library/cache/codeVersion.ts';
import { type DiskCache, openDiskCache } from '#library/cache/diskCache.ts';
import { createSearch } from '#search/engine.ts';
import { keptIndex } from '#search/index/keptIndex.ts';
import { type Folder, folder, post } from '../folder.ts';

const caches = async (): Promise<() => Promise<DiskCache>> => {
  const dir = await mkdtemp(join(tmpdir(), 'lectern-cache-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return () =>
    openDiskCache({ folder: dir, name: 'all', version: '1', onTrouble: (message) => expect.fail(message) });
};

const talks = (): Promise<Folder> =>
  folder({
    'a.md': post(
      '데이터 모임(1)-카프카',
      '# 카프카\n\n[다음](b.md#스파크) **로그**를 모읍니다.\n\n- 하나\n- 둘\n',
    ),
    'b.md': post('데이터 모임(2)-스파크', '# 스파크\n\n표로 [다룹니다](https://example.com/x).\n'),
    'topics.yml': '- id: kafka\n  name: { ko: 카프카, en: Kafka }\n',
  });

describe('a restart', () => {
  test('with a cache gives the library that reading everything gives', async () => {
    const [posts, open] = [await talks(), await caches()];
    const first = await open();
    await posts.read({ cache: first });
    await first.save();
    await posts.write('b.md', post('데이터 모임(2)-스파크', '# 스파크\n\n그래프로 다룹니다.\n'));
    await posts.write('c.md', post('데이터 모임(3)-플링크', '# 플링크\n\n흐름을 다룹니다.\n'));
    const cached = await posts.read({ cache: await open() });
    expect(JSON.stringify(cached)).toBe(JSON.stringify(await posts.read()));
  });

  test('does not read a file whose stamp is the same', async () => {
    const [posts, open] = [await talks(), await caches()];
    const first = await open();
    const before = await posts.read({ cache: first });
    await first.save();
    const asked: string[] = [];
    const second = await open();
    const spy: DiskCache = { ...second, set: (key) => asked.push(key) };
    expect(await posts.read({ cache: spy })).toEqual(before);
    expect(asked).toEqual([]);
  });

  test('finds with the kept index what a new index finds', async () => {
    const [posts, open] = [await talks(), await caches()];
    const first = await open();
    await createSearch(await posts.read(), { cache: first });
    await first.save();
    await writeFile(
      join(posts.dir, 'b.md'),
      post('데이터 모임(2)-스파크', '# 스파크\n\n그래프 이론입니다.\n'),
    );
    const library = await posts.read();
    const second = await open();
    const kept = await createSearch(library, { cache: second });
    const fresh = await createSearch(library);
    for (const query of ['카프카', '그래프', '표로', '스파크', 'ㅋㅍㅋ'])
      expect(kept.search(query)).toEqual(fresh.search(query));
  });

  test('takes from the kept index what did not change alone', async () => {
    const [posts, open] = [await talks(), await caches()];
    const first = await open();
    await createSearch(await posts.read(), { cache: first });
    await first.save();
    await posts.write('b.md', post('데이터 모임(2)-스파크', '# 스파크\n\n그래프 이론입니다.\n'));
    const index = await keptIndex(await posts.read(), await open());
    expect([...(index?.places.keys() ?? [])]).toEqual(expect.arrayContaining(['session a']));
    expect([...(index?.places.keys() ?? [])]).not.toContain('session b');
  });
});

test('the version of the code is one for the same code, and another for other code', () => {
  const here = new URL('.', import.meta.url);
  expect(codeVersion(here)).toBe(codeVersion(here));
  expect(codeVersion(here)).not.toBe(codeVersion(new URL('../', import.meta.url)));
});
