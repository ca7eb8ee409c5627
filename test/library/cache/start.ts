import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type DiskCache, openDiskCache } from '#library/cache/diskCache.ts';
import type { Library } from '#library/model.ts';
import { openLibrary } from '#library/watch.ts';
import { type Folder, folder, post } from '../folder.ts';

/** Opens caches in a folder of the test's own. */
export const caches = async (onTrouble: (message: string) => void = (message) => expect.fail(message)) => {
  const dir = await mkdtemp(join(tmpdir(), 'lectern-cache-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const open = (name = 'all'): Promise<DiskCache> =>
    openDiskCache({ folder: dir, name, version: '1', onTrouble });
  return Object.assign(open, { dir });
};

/** A few posts that have something to do with each other. */
export const talks = (): Promise<Folder> =>
  folder({
    'a.md': post(
      '데이터 모임(1)-카프카',
      '# 카프카\n\n[다음](b.md#스파크) **로그**를 모읍니다.\n\n- 하나\n- 둘\n',
    ),
    'b.md': post('데이터 모임(2)-스파크', '# 스파크\n\n표로 [다룹니다](https://example.com/x).\n'),
    'topics.yml': '- id: kafka\n  name: { ko: 카프카, en: Kafka }\n',
  });

const LONG = 60_000;

const log = { info: () => {}, warn: () => {} };

/** Opens the folder as a start does; timers run by hand. Tells whether the posts were looked into. */
export const start = async (posts: Folder, open: (name: string) => Promise<DiskCache>, now = 0) => {
  const asked: string[] = [];
  let read: Promise<DiskCache> | undefined;
  const timers = new Map<() => void, number>();
  let noticed: (name: string) => void = () => {};
  const library = await open('library');
  const opened = await openLibrary({
    dir: posts.dir,
    defaultLanguage: 'ko',
    log,
    now: () => now,
    caches: {
      library,
      posts: () => {
        read ??= open('posts').then((cache) => ({
          ...cache,
          get: (key) => {
            asked.push(key);
            return cache.get(key);
          },
        }));
        return read;
      },
    },
    startTimer: (milliseconds, run) => {
      // What is looked at whatever happens is left out.
      if (milliseconds < LONG) timers.set(run, milliseconds);
      return () => timers.delete(run);
    },
    watchFolder: (watched, changed) => {
      if (watched === posts.dir) noticed = changed;
      return () => {};
    },
  });
  return {
    ...opened,
    looked: () => read !== undefined,
    /** The files that were asked for as they were parsed. */
    asked: () => new Set(asked.filter((key) => key.startsWith('parsed')).map((key) => key.split('\n')[1])),
    /** Tells of a change in the folder itself. */
    notice: (name: string) => noticed(name),
    /** Those that were to wait less than so many milliseconds. */
    runTimers: (most = LONG) => {
      const due = [...timers].filter(([, milliseconds]) => milliseconds < most);
      for (const [run] of due) timers.delete(run);
      for (const [run] of due) run();
    },
  };
};

/** Blocks included, in whatever order the fields stand. */
export const shown = (library: Library): unknown => JSON.parse(JSON.stringify(library));
