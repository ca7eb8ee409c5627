import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeVersion } from '#library/cache/codeVersion.ts';
import type { DiskCache } from '#library/cache/diskCache.ts';
import { createSearch } from '#search/engine.ts';
import { readIndexCache } from '#search/index/indexCache.ts';
import { plainResult } from '../../search/plainResult.ts';
import { post } from '../folder.ts';
import { caches, shown, start, talks } from './start.ts';

describe('a restart', () => {
  test('with a cache gives the library that reading everything gives', async () => {
    const [posts, open] = [await talks(), await caches()];
    const first = await open();
    await posts.read({ cache: async () => first });
    await first.save();
    await posts.write('b.md', post('데이터 모임(2)-스파크', '# 스파크\n\n그래프로 다룹니다.\n'));
    await posts.write('c.md', post('데이터 모임(3)-플링크', '# 플링크\n\n흐름을 다룹니다.\n'));
    const cached = await posts.read({ cache: () => open() });
    expect(JSON.stringify(cached)).toBe(JSON.stringify(await posts.read()));
  });

  test('finds what was read kept before the first start went on', async () => {
    const [posts, open] = [await talks(), await caches()];
    const first = await start(posts, open);
    const second = await start(posts, open);
    expect(second.looked()).toBe(false);
    expect(shown(second.current())).toEqual(shown(first.current()));
    await first.close();
    await second.close();
  });

  test('after a start that was killed before it kept what was read reads again', async () => {
    const [posts, open] = [await talks(), await caches()];
    const first = await start(posts, async (name) => {
      const cache = await open(name);
      return name === 'library' ? { ...cache, save: async () => {} } : cache;
    });
    await first.close();
    const second = await start(posts, open);
    expect(second.looked()).toBe(true);
    expect(shown(second.current())).toEqual(shown(first.current()));
    await second.close();
  });

  test('does not read a file whose stamp is the same', async () => {
    const [posts, open] = [await talks(), await caches()];
    const first = await open();
    const before = await posts.read({ cache: async () => first });
    await first.save();
    const asked: string[] = [];
    const second = await open();
    const spy: DiskCache = { ...second, set: (key) => asked.push(key) };
    expect(await posts.read({ cache: async () => spy })).toEqual(before);
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
      expect(plainResult(kept.search(query))).toEqual(plainResult(fresh.search(query)));
    await second.save();
  });

  test('takes from the kept index what did not change alone', async () => {
    const [posts, open] = [await talks(), await caches()];
    const first = await open();
    await createSearch(await posts.read(), { cache: first });
    await first.save();
    await posts.write('b.md', post('데이터 모임(2)-스파크', '# 스파크\n\n그래프 이론입니다.\n'));
    const index = await readIndexCache(await posts.read(), await open());
    expect([...(index?.places.keys() ?? [])]).toEqual(expect.arrayContaining(['session a']));
    expect([...(index?.places.keys() ?? [])]).not.toContain('session b');
  });
});

test('the version of the code is one for the same code, and another for other code', () => {
  const here = new URL('.', import.meta.url);
  expect(codeVersion(here)).toBe(codeVersion(here));
  expect(codeVersion(here)).not.toBe(codeVersion(new URL('../', import.meta.url)));
});

describe('a library of the last start', () => {
  test('is taken as it was, blocks and links included, without a look into the posts', async () => {
    const [posts, open] = [await talks(), await caches()];
    const first = await start(posts, open);
    await first.close();
    const second = await start(posts, open);
    expect(second.looked()).toBe(false);
    expect(shown(second.current())).toEqual(shown(first.current()));
    await second.close();
  });

  test('is the same as long as nothing changes, and what the posts were read to is kept for later', async () => {
    const [posts, open] = [await talks(), await caches()];
    await (await start(posts, open)).close();
    const second = await start(posts, open);
    const before = second.current();
    second.runTimers();
    await second.close();
    expect(second.current()).toBe(before);
    await posts.remove('b.md');
    const third = await start(posts, open);
    await third.close();
    const kept = await open('posts');
    expect(kept.get('stamp\na.md')).toBeDefined();
  });

  test('is read whole when something changes', async () => {
    const [posts, open] = [await talks(), await caches()];
    await (await start(posts, open)).close();
    const second = await start(posts, open);
    const before = shown(second.current());
    const changed = Promise.withResolvers<void>();
    second.onChange(() => changed.resolve());
    await posts.write('b.md', post('데이터 모임(2)-스파크', '# 스파크\n\n그래프 이론입니다.\n'));
    second.runTimers();
    await changed.promise;
    expect(second.looked()).toBe(true);
    expect(shown(second.current())).not.toEqual(before);
    expect(shown(second.current())).toEqual(shown(await posts.read()));
    await second.close();
  });

  test('shows the last good version of what is broken later: a post, the glossary, a list of authors', async () => {
    const [posts, open] = [await talks(), await caches()];
    const authors = 'kim:\n  name: 김하나\n';
    await posts.write('authors.yml', authors);
    await posts.write('c.md', post('저자', '# 글\n\n글입니다.\n', 'authors: kim'));
    await (await start(posts, open)).close();
    const second = await start(posts, open);
    const before = second.current();
    expect(before.sessions.flatMap(({ speakers = [] }) => speakers.flatMap(({ names }) => names))).toEqual([
      '김하나',
    ]);
    const changed = Promise.withResolvers<void>();
    second.onChange(() => changed.resolve());
    await posts.write('b.md', '---\ntitle: 닫히지 않음\n');
    await posts.write('topics.yml', '- id: [kafka\n');
    await posts.write('authors.yml', 'kim: [\n');
    second.runTimers();
    await changed.promise;
    const now = second.current();
    const errors = now.findings.filter(({ level }) => level === 'error').map(({ file }) => file);
    expect(errors).toEqual(['authors.yml', 'b.md', 'topics.yml']);
    expect(now.version).toBe(before.version);
    expect(now.sessions.length).toBe(before.sessions.length);
    for (const [at, session] of now.sessions.entries()) expect(session).toBe(before.sessions[at]);
    for (const [at, topic] of now.topics.entries()) expect(topic).toBe(before.topics[at]);
    await second.close();
  });

  test('is not taken where a file came, went or changed, nor where a post has become public', async () => {
    const [posts, open] = [await talks(), await caches()];
    await posts.write('d.md', post('예고', '# 예고\n\n나중에 나옵니다.\n', 'publishDate: 2030-01-01'));
    await (await start(posts, open)).close();
    const later = await start(posts, open, Date.parse('2030-01-02'));
    expect(later.looked()).toBe(true);
    await later.close();
    await posts.remove('b.md');
    const third = await start(posts, open);
    expect([third.looked(), third.current().sessions.length]).toEqual([true, 1]);
    await third.close();
  });

  test('is not kept while a post is worse than its last good version', async () => {
    const [posts, open] = [await talks(), await caches()];
    await posts.write('b.md', '---\ntitle: 닫히지 않음\n');
    await (await start(posts, open)).close();
    const second = await start(posts, open);
    expect(second.looked()).toBe(true);
    await second.close();
  });
});
