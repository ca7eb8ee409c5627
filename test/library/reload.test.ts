import { rename, rm, symlink, utimes } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Library } from '#library/model.ts';
import { readFolder } from '#library/read.ts';
import { type OpenLibrary, openLibrary, type StartTimer, type WatchFolder } from '#library/watch.ts';
import { type Folder, folder, post, postsOf } from './folder.ts';

const options = (made: Folder) => ({ dir: made.dir, defaultLanguage: 'ko' });
const byFile = (library: Library) => new Map(postsOf(library).map((one) => [one.file, one]));

test('what did not change is the same object, and equal content is the same version', async () => {
  const made = await folder({ 'a.md': post('A', '# One\ntext'), 'b.md': post('B', '# Two\nmore text') });
  const first = await readFolder(options(made));
  const same = await readFolder(options(made), first);
  expect(same).toBe(first);
  await utimes(join(made.dir, 'a.md'), 1, 1);
  const touched = await readFolder(options(made), same);
  expect(touched.library.version).toBe(first.library.version);
  expect(byFile(touched.library)).toStrictEqual(byFile(first.library));
  expect(byFile(touched.library).get('a.md')).toBe(byFile(first.library).get('a.md'));
  await made.write('a.md', post('A', '# One\nother text'));
  const changed = await readFolder(options(made), touched);
  expect(changed.library.version).not.toBe(first.library.version);
  expect(byFile(changed.library).get('a.md')?.hash).not.toBe(byFile(first.library).get('a.md')?.hash);
  expect(byFile(changed.library).get('b.md')).toBe(byFile(first.library).get('b.md'));
  expect(changed.library.sessions.find((one) => one.id === 'b')).toBe(
    first.library.sessions.find((one) => one.id === 'b'),
  );
});

test('a library that was reached by changes equals one that is read anew', async () => {
  const made = await folder({ 'a.md': post('Talk days(1)-A', '# One\ntext'), 'pic.png': 'x' });
  const first = await readFolder(options(made));
  await made.write('b.md', post('Talk days(1)-B', '# Two\n![p](pic.png) see [a](a.md#one)'));
  await made.write('topics.yml', '- id: one\n  name: { en: One }\n');
  const next = await readFolder(options(made), first);
  expect(next.library).toStrictEqual(await made.read());
  expect(next.library.sessions.map((one) => one.id)).toEqual(['a', 'b']);
  await made.remove('b.md');
  await made.remove('pic.png');
  const last = await readFolder(options(made), next);
  expect(last.library).toStrictEqual(await made.read());
  expect(last.library.sessions.map((one) => one.id)).toEqual(['a']);
});

test('a post that breaks keeps its last good version and is named, until it is whole again', async () => {
  const made = await folder({ 'a.md': post('A', '# One\ntext'), 'b.md': post('B', 'text') });
  const first = await readFolder(options(made));
  let last = first;
  for (const broken of ['---\ntitle: "open\n---\nx', '---\ntitle: A\n', '', 'no title any more']) {
    await made.write('a.md', broken);
    last = await readFolder(options(made), last);
    expect(byFile(last.library).get('a.md'), broken).toBe(byFile(first.library).get('a.md'));
    expect(byFile(last.library).get('b.md'), broken).toBe(byFile(first.library).get('b.md'));
    const errors = last.library.findings.filter((one) => one.level === 'error');
    expect(
      errors.map((one) => one.file),
      broken,
    ).toEqual(['a.md']);
    expect(errors[0]?.message ?? '').toMatch(/last good version/u);
  }
  await made.write('a.md', post('A', '# One\nnew text'));
  last = await readFolder(options(made), last);
  expect(byFile(last.library).get('a.md')?.sections[0]?.text).toBe('new text');
  expect(last.library.findings).toEqual([]);
});

test('a long post is read on a thread of its own while replies go on, with the same result', async () => {
  const body = Array.from(
    { length: 60 },
    (_, n) => `## Part ${n}\n\n${'Words and **more** words. '.repeat(12)}`,
  ).join('\n\n');
  const made = await folder({ 'a.md': post('A', 'text'), 'b.md': post('B', 'text') });
  const first = await readFolder(options(made));
  await made.write('a.md', post('A', body));
  await made.write('b.md', post('B', `${'> '.repeat(5000)}deep`));
  const next = await readFolder(options(made), first);
  expect(byFile(next.library).get('a.md')?.sections.length).toBe(60);
  expect(byFile(next.library).get('b.md'), 'nesting that no stack holds is refused').toBe(
    byFile(first.library).get('b.md'),
  );
  expect(next.library.findings.map((one) => [one.file, one.code])).toEqual([['b.md', 'too-deep']]);
  await made.remove('b.md');
  expect((await readFolder(options(made), next)).library).toStrictEqual(await made.read());
});

test('a glossary that breaks keeps its last good version and is named', async () => {
  const made = await folder({
    'a.md': post('A', 'text'),
    'topics.yml': '- id: one\n  name: { en: One }\n',
  });
  const first = await readFolder(options(made));
  await made.write('topics.yml', '- id: [');
  const broken = await readFolder(options(made), first);
  expect(broken.library.topics).toStrictEqual(first.library.topics);
  expect(broken.library.findings.map((one) => one.code)).toEqual(['glossary']);
  await made.remove('topics.yml');
  expect((await readFolder(options(made), broken)).library.topics).toEqual([]);
});

/** A library whose timer and whose notices of change are moved by hand. */
async function opened(made: Folder): Promise<{
  library: OpenLibrary;
  warnings: string[];
  change: (name?: string) => void;
  lose: () => void;
  next: () => Promise<Library>;
  elapse: () => number | undefined;
  /** A minute passes without any notice. */
  aMinute: () => number | undefined;
  /** Folders that are watched, relative to the content folder. */
  watched: () => readonly string[];
}> {
  const warnings: string[] = [];
  const watchers = new Map<string, { changed: () => void; lost: () => void }>();
  const timers = new Set<{ milliseconds: number; run: () => void }>();
  const startTimer: StartTimer = (milliseconds, run) => {
    const own = { milliseconds, run };
    timers.add(own);
    return () => timers.delete(own);
  };
  const fire = (most: number): number | undefined => {
    const [due] = [...timers]
      .filter(({ milliseconds }) => milliseconds <= most)
      .sort((one, other) => one.milliseconds - other.milliseconds);
    if (due === undefined) return undefined;
    timers.delete(due);
    due.run();
    return due.milliseconds;
  };
  const watchFolder: WatchFolder = (path, changed, lost) => {
    watchers.set(path, { changed, lost });
    return () => watchers.delete(path);
  };
  const log = { info: () => {}, warn: (_: object, message: string) => void warnings.push(message) };
  const library = await openLibrary({ ...options(made), log, startTimer, watchFolder });
  onTestFinished(() => library.close());
  return {
    library,
    warnings,
    change: () => watchers.values().next().value?.changed(),
    lose: () => watchers.values().next().value?.lost(),
    next: () =>
      new Promise((resolve) => {
        const stop = library.onChange((one) => {
          stop();
          resolve(one);
        });
      }),
    elapse: () => fire(1_000),
    aMinute: () => fire(60_000),
    watched: () =>
      [...watchers.keys()]
        .map((path) => relative(made.dir, path))
        .filter((path) => path !== '..')
        .sort(),
  };
}

test('a change is read once the folder has settled, and whoever listens gets the whole new library', async () => {
  const made = await folder({ 'a.md': post('A', 'text') });
  const { library, change, next, elapse } = await opened(made);
  const before = library.current();
  await made.write('b.md', post('B', 'text'));
  const arrived = next();
  change();
  change();
  const waited = elapse();
  expect.assert(waited !== undefined, 'well within a second');
  expect(waited, 'well within a second').toBeLessThanOrEqual(200);
  expect(elapse(), 'many notices make one look').toBeUndefined();
  const after = await arrived;
  expect(after.sessions).toHaveLength(2);
  expect(before.sessions).toHaveLength(1);
  expect(library.current()).toBe(after);
});

test('a new folder is watched, and one that is gone no more', async () => {
  const made = await folder({ 'a.md': post('A', 'text'), 'old/b.md': post('B', 'text') });
  const { watched, change, next, elapse } = await opened(made);
  expect(watched()).toEqual(['', 'old']);
  await made.write('new/deep/c.md', post('C', 'text'));
  await made.remove('old');
  const arrived = next();
  change();
  elapse();
  await arrived;
  expect(watched()).toEqual(['', 'new', 'new/deep']);
});

test('what comes into a new folder before it is watched is found by another look', async () => {
  const made = await folder({ 'a.md': post('A', 'text') });
  const { change, next, elapse } = await opened(made);
  await made.write('new/b.md', post('B', 'text'));
  let arrived = next();
  change();
  elapse();
  await arrived;
  // Of this no notice comes.
  await made.write('new/c.md', post('C', 'text'));
  arrived = next();
  expect(elapse(), 'another look is due').toBeLessThanOrEqual(200);
  expect((await arrived).sessions).toHaveLength(3);
});

test('a broken post is reported once, and a listener that throws stops nobody', async () => {
  const made = await folder({ 'a.md': post('A', 'text') });
  const { library, warnings, change, next, elapse } = await opened(made);
  library.onChange(() => {
    throw new Error('mine');
  });
  await made.write('a.md', '---\ntitle: "\n---\n');
  let arrived = next();
  change();
  elapse();
  const broken = await arrived;
  expect(broken.sessions[0]?.posts[0].title).toBe('A');
  expect(warnings.filter((message) => message.startsWith('a.md:'))).toHaveLength(1);
  await made.write('b.md', post('B', 'text'));
  arrived = next();
  change();
  elapse();
  expect((await arrived).sessions).toHaveLength(2);
  expect(warnings.filter((message) => message.startsWith('a.md:'))).toHaveLength(1);
});

test('a folder whose notices are lost is looked at again within a second, and watched anew', async () => {
  const made = await folder({ 'a.md': post('A', 'text') });
  const { watched, change, lose, next, elapse } = await opened(made);
  await made.write('b.md', post('B', 'text'));
  const first = next();
  change();
  elapse();
  await first;
  lose();
  expect(watched()).toEqual([]);
  await made.write('c.md', post('C', 'text'));
  const arrived = next();
  expect(elapse()).toBe(1_000);
  expect((await arrived).sessions).toHaveLength(3);
  expect(watched()).toEqual(['']);
});

test('a folder that is gone keeps the last posts and is looked for again', async () => {
  const outer = await folder({ 'content/a.md': post('A', 'text') });
  const made: Folder = { ...outer, dir: join(outer.dir, 'content') };
  const { library, warnings, change, lose, next, elapse } = await opened(made);
  elapse();
  await outer.remove('content');
  change();
  lose();
  elapse();
  while (warnings.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(library.current().sessions).toHaveLength(1);
  await outer.write('content/b.md', post('B', 'text'));
  const arrived = next();
  while (elapse() === undefined) await new Promise((resolve) => setImmediate(resolve));
  expect((await arrived).sessions.map((one) => one.id)).toEqual(['b']);
});

test("the file system's own notices lead to the new post", async () => {
  const made = await folder({ 'deep/a.md': post('A', 'text') });
  const library = await openLibrary({ ...options(made), log: { info: () => {}, warn: () => {} } });
  onTestFinished(() => library.close());
  const arrived = new Promise<Library>((resolve) => library.onChange(resolve));
  await made.write('deep/a.md', post('A', 'new text'));
  expect((await arrived).sessions[0]?.posts[0].sections[0]?.text).toBe('new text');
});

test('a glossary that changes is read on a thread of its own, with the same result', async () => {
  const made = await folder({
    'a.md': post('A', '# Kubeflow\ntext'),
    'topics.yml': '- { id: a, name: { en: A } }\n',
  });
  const first = await readFolder(options(made));
  await made.write('topics.yml', '- { id: kubeflow, name: { en: Kubeflow } }\n');
  const next = await readFolder(options(made), first);
  expect(next.library).toStrictEqual(await made.read());
  await made.write('topics.yml', '- { id: kubeflow\n');
  const broken = await readFolder(options(made), next);
  expect(broken.library.topics).toStrictEqual(next.library.topics);
  expect(broken.library.findings.map(({ file }) => file)).toContain('topics.yml');
});

test('a folder of which no notice comes is looked at every minute', async () => {
  const made = await folder({ 'a.md': post('A', 'text') });
  const { library, elapse, aMinute } = await opened(made);
  expect(elapse()).toBe(100);
  for (const name of ['b', 'c']) {
    // A look may be under way still, and find the file before its text is written.
    const arrived = new Promise<void>((resolve) => {
      library.onChange(({ sessions }) => sessions.some(({ id }) => id === name) && resolve());
    });
    await made.write(`${name}.md`, post(name, 'text'));
    while (aMinute() !== 60_000) await new Promise((resolve) => setImmediate(resolve));
    await arrived;
  }
  expect(library.current().sessions.map(({ id }) => id)).toEqual(expect.arrayContaining(['a', 'b', 'c']));
});

test('changes that never pause are read all the same', async () => {
  const made = await folder({ 'a.md': post('A', 'text') });
  const { change, next, elapse } = await opened(made);
  while (elapse() !== undefined);
  const arrived = next();
  await made.write('b.md', post('B', 'text'));
  const started: number[] = [];
  // Each notice begins the pause anew, and only the other timer runs out.
  for (let count = 0; count < 5; count += 1) change();
  started.push(elapse() ?? 0);
  expect(started).toEqual([100]);
  expect((await arrived).sessions).toHaveLength(2);
});

test('a folder that cannot be read for a while keeps its posts, as a file does', async () => {
  const made = await folder({
    'a.md': post('A', 'text'),
    'deep/b.md': post('B', 'text'),
    'deep/er/c.md': post('C', 'text'),
  });
  const first = await readFolder(options(made));
  expect(first.library.sessions).toHaveLength(3);
  // Links that lead round in a circle cannot be read, by root either.
  const away = join(made.dir, '..', `${basename(made.dir)}-away`);
  onTestFinished(() => rm(away, { recursive: true, force: true }));
  await rename(join(made.dir, 'deep'), away);
  await symlink('deep', join(made.dir, 'deep'));
  const during = await readFolder(options(made), first);
  expect(during.library.sessions).toEqual(first.library.sessions);
  expect(during.library.findings.map(({ file, code }) => [file, code])).toEqual([['deep', 'unreadable']]);
  await rm(join(made.dir, 'deep'));
  expect((await readFolder(options(made), during)).library.sessions).toHaveLength(1);
  await rename(away, join(made.dir, 'deep'));
  expect((await readFolder(options(made), during)).library).toStrictEqual(await made.read());
});
