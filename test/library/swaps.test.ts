import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'vitest';
import type { Library } from '#library/model.ts';
import { openLibrary, type StartTimer } from '#library/watch.ts';
import { folder, post } from './folder.ts';

/** Without the timer that looks every minute: the file system's notices have to do. */
const noMinute: StartTimer = (milliseconds, run) => {
  if (milliseconds >= 60_000) return () => {};
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

const write = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, post('A', text));
};

interface Swap {
  /** The content folder, and the file in it that is written at last. */
  readonly content: string;
  readonly last: string;
  readonly before: (at: string) => Promise<void>;
  readonly swap: (at: string) => Promise<void>;
}

const SWAPS: Readonly<Record<string, Swap>> = {
  'replaced by mv': {
    content: 'content',
    last: 'content/a.md',
    before: (at) => write(join(at, 'content/a.md'), 'one'),
    swap: async (at) => {
      await write(join(at, 'next/a.md'), 'two');
      await rename(join(at, 'content'), join(at, 'old'));
      await rename(join(at, 'next'), join(at, 'content'));
    },
  },
  'removed and made again at once': {
    content: 'content',
    last: 'content/a.md',
    before: (at) => write(join(at, 'content/a.md'), 'one'),
    swap: async (at) => {
      await rm(join(at, 'content'), { recursive: true });
      await write(join(at, 'content/a.md'), 'two');
    },
  },
  'a sub-folder replaced': {
    content: 'content',
    last: 'content/sub/a.md',
    before: (at) => write(join(at, 'content/sub/a.md'), 'one'),
    swap: async (at) => {
      await write(join(at, 'next/a.md'), 'two');
      await rename(join(at, 'content/sub'), join(at, 'old'));
      await rename(join(at, 'next'), join(at, 'content/sub'));
    },
  },
  'a link that leads elsewhere': {
    content: 'current',
    last: 'releases/2/a.md',
    before: async (at) => {
      await write(join(at, 'releases/1/a.md'), 'one');
      await symlink('releases/1', join(at, 'current'));
    },
    swap: async (at) => {
      await write(join(at, 'releases/2/a.md'), 'two');
      await symlink('releases/2', join(at, 'current.next'));
      await rename(join(at, 'current.next'), join(at, 'current'));
    },
  },
  'a ConfigMap': {
    content: 'mount',
    last: 'mount/..2/a.md',
    before: async (at) => {
      await write(join(at, 'mount/..1/a.md'), 'one');
      await symlink('..1', join(at, 'mount/..data'));
      await symlink('..data/a.md', join(at, 'mount/a.md'));
    },
    swap: async (at) => {
      await write(join(at, 'mount/..2/a.md'), 'two');
      await symlink('..2', join(at, 'mount/..data_tmp'));
      await rename(join(at, 'mount/..data_tmp'), join(at, 'mount/..data'));
      await rm(join(at, 'mount/..1'), { recursive: true });
    },
  },
  'a file in a new folder': {
    content: 'content',
    last: 'content/new/deep/a.md',
    before: (at) => write(join(at, 'content/b.md'), 'other'),
    swap: (at) => write(join(at, 'content/new/deep/a.md'), 'two'),
  },
  'a folder renamed': {
    content: 'content',
    last: 'content/later/a.md',
    before: (at) => write(join(at, 'content/sooner/a.md'), 'one'),
    swap: (at) => rename(join(at, 'content/sooner'), join(at, 'content/later')),
  },
};

// Each waits for the file system and for a pause in which nothing changes.
test.concurrent.for(Object.entries(SWAPS))(
  'what is saved after a swap is seen: %s',
  async ([, swap], { onTestFinished }) => {
    const made = await folder({}, onTestFinished);
    await swap.before(made.dir);
    const library = await openLibrary({
      dir: join(made.dir, swap.content),
      defaultLanguage: 'ko',
      log: { info: () => {}, warn: () => {} },
      startTimer: noMinute,
    });
    onTestFinished(() => library.close());
    const shows = (words: string): Promise<void> =>
      new Promise((resolve) => {
        const look = (one: Library): void => {
          const texts = one.sessions.flatMap(({ posts }) => posts.flatMap(({ sections }) => sections));
          if (texts.some(({ text }) => text === words)) resolve();
        };
        look(library.current());
        library.onChange(look);
      });
    await swap.swap(made.dir);
    await shows(swap.swap.toString().includes("'two'") ? 'two' : 'one');
    for (const words of ['three', 'four']) {
      await write(join(made.dir, swap.last), words);
      await shows(words);
    }
  },
);
