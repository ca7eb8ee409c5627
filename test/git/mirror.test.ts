import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readGitAddress } from '../../src/git/address.ts';
import { type Mirror, openMirror } from '../../src/git/mirror.ts';
import { logLines, logTo } from '../e2e/logLines.ts';
import { temporaryFolder } from '../e2e/world.ts';
import { type GitServer, startGitServer } from './server.ts';

/** One timer at a time, which a test lets run out. */
const oneTimer = () => {
  let callback: (() => void) | undefined;
  const pauses: number[] = [];
  return {
    pauses,
    after: (milliseconds: number, run: () => void) => {
      pauses.push(milliseconds);
      callback = run;
      return () => {
        callback = undefined;
      };
    },
    runOut: () => callback?.(),
  };
};

const open = async (password?: string) => {
  const { folder, remove } = await temporaryFolder();
  onTestFinished(remove);
  const server: GitServer = await startGitServer(path.join(folder, 'server'), password);
  onTestFinished(server.close);
  await server.commit({ '_posts/a.md': 'one', 'other/b.md': 'b' });
  const log = logLines();
  const timer = oneTimer();
  const mirror = async (place = '', url = server.url): Promise<Mirror> => {
    const address = readGitAddress(`${url}${place}`);
    expect.assert(address !== undefined);
    const opened = await openMirror({
      address,
      folder: path.join(folder, 'data'),
      log: logTo(log),
      after: timer.after,
    });
    onTestFinished(opened.close);
    return opened;
  };
  return { server, log, timer, mirror, folder };
};

test('a folder of a branch is copied, and follows the repository', async () => {
  const { server, mirror, timer, log } = await open();
  const { dir, follow } = await mirror('#main:_posts');
  expect(await readdir(dir)).toEqual(['a.md']);
  const changes = Promise.withResolvers<void>();
  follow(changes.resolve);
  await server.commit({ '_posts/a.md': 'two', '_posts/c.md': 'c' });
  timer.runOut();
  await changes.promise;
  expect(await readdir(dir)).toEqual(['a.md', 'c.md']);
  expect(await readFile(path.join(dir, 'a.md'), 'utf8')).toBe('two');
  expect(log.lines.filter(({ msg }) => msg?.includes('newer commit'))).toHaveLength(2);
});

test('while the server is away the last good state stays, looks get rarer, and the log says it once', async () => {
  const { server, mirror, timer, log } = await open();
  const { dir, follow } = await mirror('#main:_posts');
  const changes = Promise.withResolvers<void>();
  follow(changes.resolve);
  server.setUp(false);
  for (const count of [2, 3, 4]) {
    timer.runOut();
    await expect.poll(() => timer.pauses.length).toBe(count);
  }
  expect(timer.pauses.map((pause) => pause / 60_000)).toEqual([3, 6, 12, 24]);
  expect(log.lines.filter(({ msg }) => msg?.includes('cannot be read'))).toHaveLength(1);
  expect(await readFile(path.join(dir, 'a.md'), 'utf8')).toBe('one');
  // A start meanwhile goes by what there is.
  expect((await mirror('#main:_posts')).dir).toBe(dir);
  server.setUp(true);
  await server.commit({ '_posts/a.md': 'three' });
  timer.runOut();
  await changes.promise;
  expect(await readFile(path.join(dir, 'a.md'), 'utf8')).toBe('three');
});

test('of former commits one copy stays', async () => {
  const { server, mirror } = await open();
  for (const text of ['2', '3', '4']) {
    await server.commit({ '_posts/a.md': text });
    await mirror('#main:_posts');
  }
  const { dir } = await mirror('#main:_posts');
  const copies = (await readdir(path.join(dir, '../..'))).filter((name) => /^[\da-f]{40}$/.test(name));
  expect(copies).toHaveLength(2);
});

test('a password is used, and stands in no file and no log', async () => {
  const { server, mirror, log, folder } = await open('hunter2-secret');
  await expect(mirror('#main:_posts')).rejects.toThrow(/could not read Username|Authentication failed/);
  const { dir } = await mirror('#main:_posts', server.url.replace('://', '://me:hunter2-secret@'));
  expect(await readdir(dir)).toEqual(['a.md']);
  expect(JSON.stringify(log.lines)).not.toMatch(/hunter2/);
  const files = await readdir(path.join(folder, 'data'), { recursive: true, withFileTypes: true });
  for (const file of files.filter((one) => one.isFile())) {
    expect(await readFile(path.join(file.parentPath, file.name), 'latin1')).not.toMatch(/hunter2|aHVudGVy/);
  }
});

test.each([
  ['#nowhere', /it has no branch nowhere/],
  ['#main:nowhere', /it has no folder nowhere/],
])('%s is told in words', async (place, words) => {
  const { mirror } = await open();
  await expect(mirror(place)).rejects.toThrow(words);
});
