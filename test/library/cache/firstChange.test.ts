import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Folder, post } from '../folder.ts';
import { caches, shown, start, talks } from './start.ts';

type Started = Awaited<ReturnType<typeof start>>;

/** Lets what is due run until another library is shown. */
async function change({ onChange, runTimers }: Started, most?: number): Promise<void> {
  const changed = Promise.withResolvers<void>();
  const stop = onChange(() => changed.resolve());
  runTimers(most);
  await changed.promise;
  stop();
}

/** More posts, of which some depend on others. */
async function many(): Promise<Folder> {
  const posts = await talks();
  await posts.write('c.md', post('따로', '# 글\n\n카프카도 나옵니다.\n'));
  await posts.write('d.md', post('데이터 모임(3)-플링크', '# 플링크\n\n흐름입니다.\n'));
  await posts.write('en/d.md', post('Data meeting(3)-Flink', '# Flink\n\nStreams.\n', 'lang: en'));
  await posts.write('e.md', post('예고', '# 예고\n\n나중에 나옵니다.\n', 'publishDate: 2030-01-01'));
  await posts.write('g/README.md', '---\nlayout: page\n---\n');
  return posts;
}

describe.each(['the first start', 'a later start'])('the first change after %s', (which) => {
  const opened = async (posts: Folder, open: Parameters<typeof start>[1]): Promise<Started> => {
    if (which === 'a later start') await (await start(posts, open)).close();
    return start(posts, open);
  };

  test.each([
    ['a text', 'c.md', post('따로', '# 글\n\n스파크도 나옵니다.\n'), ['c.md']],
    // A link to a heading may lead nowhere then: who has one, and where it leads.
    ['a title', 'c.md', post('또 따로', '# 글\n\n카프카도 나옵니다.\n'), ['c.md', 'a.md', 'b.md']],
    ['a heading', 'c.md', post('따로', '# 빅쿼리\n\n카프카도 나옵니다.\n'), ['c.md', 'a.md', 'b.md']],
  ])('of %s looks into no post that has nothing to do with it', async (_, file, text, files) => {
    const [posts, open] = [await many(), await caches()];
    const second = await opened(posts, open);
    const before = second.current();
    await posts.write(file, text);
    await change(second);
    expect([...second.asked()].filter((one) => one !== 'topics.yml')).toEqual(files);
    const now = second.current();
    expect(shown(now)).toEqual(shown(await posts.read()));
    for (const session of before.sessions)
      if (session.posts[0].file !== file) expect(now.sessions).toContain(session);
    await second.close();
    const third = await start(posts, open);
    expect(third.looked()).toBe(false);
    expect(shown(third.current())).toEqual(shown(now));
    await third.close();
  });

  test.each(['each after a start', 'one after the other'])(
    'shows what reading everything shows, and so do the next ones: %s',
    async (when) => {
      const [posts, open] = [await many(), await caches()];
      const steps: (() => Promise<void>)[] = [
        () => posts.write('b.md', post('데이터 모임(2)-스파크', '# 스파크\n\n빅쿼리, 플링크.\n')),
        () => posts.write('f.md', post('데이터 모임(4)-빅쿼리', '# 빅쿼리\n\n표입니다.\n')),
        () => posts.remove('d.md'),
        () => posts.write('a.md', post('데이터 모임(1)-카프카', '# 큐\n\n줄입니다.\n', 'date: 2018-01-01')),
        () => posts.write('topics.yml', '- id: spark\n  name: { ko: 스파크, en: Spark }\n'),
        () => posts.write('g/README.md', post('더', '# 플링크 더\n\n더 있습니다.\n')),
      ];
      let started = await opened(posts, open);
      for (const step of steps) {
        await step();
        started.readAgain();
        await change(started);
        expect(shown(started.current())).toEqual(shown(await posts.read()));
        if (when === 'one after the other') continue;
        await started.close();
        started = await start(posts, open);
      }
      await started.close();
    },
  );
});

describe('the first change after a start', () => {
  test('of which there is a notice is read by itself; what came before is found once the start is over', async () => {
    const [posts, open] = [await many(), await caches()];
    await (await start(posts, open)).close();
    const second = await start(posts, open);
    await posts.write('b.md', post('데이터 모임(2)-스파크', '# 스파크\n\n없습니다.\n'));
    await posts.write('c.md', post('따로', '# 글\n\n스파크도 나옵니다.\n'));
    second.notice('c.md');
    await change(second, 5000);
    const text = (file: string) =>
      second
        .current()
        .sessions.flatMap((session) => session.posts)
        .find((one) => one.file === file)?.sections[0]?.text;
    expect(text('c.md')).toBe('스파크도 나옵니다.');
    expect(text('b.md')).toBe('표로 다룹니다.');
    await change(second);
    expect(shown(second.current())).toEqual(shown(await posts.read()));
    await second.close();
  });

  test('is made in the same way once the bot has been idle, when nothing has to be prepared any more', async () => {
    const [posts, open] = [await many(), await caches()];
    await (await start(posts, open)).close();
    const second = await start(posts, open);
    const before = second.current();
    second.runTimers();
    await expect.poll(() => second.looked()).toBe(true);
    await posts.write('c.md', post('따로', '# 글\n\n스파크도 나옵니다.\n'));
    second.readAgain();
    await change(second);
    expect([...second.asked()].filter((one) => one !== 'topics.yml')).toEqual(['c.md']);
    expect(before).not.toBe(second.current());
    expect(shown(second.current())).toEqual(shown(await posts.read()));
    await second.close();
  });

  test('is read from the files where what was kept of them is damaged meanwhile', async () => {
    const troubles: string[] = [];
    const [posts, open] = [await many(), await caches((message) => troubles.push(message))];
    await (await start(posts, open)).close();
    const second = await start(posts, open);
    second.runTimers();
    await expect.poll(() => second.looked()).toBe(true);
    const file = join(open.dir, 'posts-1');
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(7));
    await posts.write('c.md', post('따로', '# 글\n\n스파크도 나옵니다.\n'));
    second.readAgain();
    await change(second);
    expect(troubles).toEqual([expect.stringContaining('damaged')]);
    expect(shown(second.current())).toEqual(shown(await posts.read()));
    await second.close();
  });
});
