import assert from 'node:assert/strict';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Library } from '#library/model.ts';
import { readFolder } from '#library/read.ts';
import { type OpenLibrary, openLibrary, type StartTimer, type WatchFolder } from '#library/watch.ts';
import { type Folder, folder, post, postsOf } from './folder.ts';

const options = (made: Folder) => ({ dir: made.dir, defaultLanguage: 'ko' });
const byFile = (library: Library) => new Map(postsOf(library).map((one) => [one.file, one]));

test('what did not change is the same object, and equal content is the same version', async (t) => {
  const made = await folder(t, { 'a.md': post('A', '# One\ntext'), 'b.md': post('B', '# Two\nmore text') });
  const first = await readFolder(options(made));
  const same = await readFolder(options(made), first);
  assert.equal(same, first);
  await utimes(join(made.dir, 'a.md'), 1, 1);
  const touched = await readFolder(options(made), same);
  assert.equal(touched.library.version, first.library.version);
  assert.deepEqual(byFile(touched.library), byFile(first.library));
  assert.equal(byFile(touched.library).get('a.md'), byFile(first.library).get('a.md'));
  await made.write('a.md', post('A', '# One\nother text'));
  const changed = await readFolder(options(made), touched);
  assert.notEqual(changed.library.version, first.library.version);
  assert.notEqual(byFile(changed.library).get('a.md')?.hash, byFile(first.library).get('a.md')?.hash);
  assert.equal(byFile(changed.library).get('b.md'), byFile(first.library).get('b.md'));
  assert.equal(
    changed.library.sessions.find((one) => one.id === 'b'),
    first.library.sessions.find((one) => one.id === 'b'),
  );
});

test('a library that was reached by changes equals one that is read anew', async (t) => {
  const made = await folder(t, { 'a.md': post('Talk days(1)-A', '# One\ntext'), 'pic.png': 'x' });
  const first = await readFolder(options(made));
  await made.write('b.md', post('Talk days(1)-B', '# Two\n![p](pic.png) see [a](a.md#one)'));
  await made.write('topics.yml', '- id: one\n  name: { en: One }\n');
  const next = await readFolder(options(made), first);
  assert.deepEqual(next.library, await made.read());
  assert.deepEqual(
    next.library.sessions.map((one) => one.id),
    ['talk-days-1', 'talk-days-1-2'],
  );
  await made.remove('b.md');
  await made.remove('pic.png');
  const last = await readFolder(options(made), next);
  assert.deepEqual(last.library, await made.read());
  assert.deepEqual(
    last.library.sessions.map((one) => one.id),
    ['1'],
  );
});

test('a post that breaks keeps its last good version and is named, until it is whole again', async (t) => {
  const made = await folder(t, { 'a.md': post('A', '# One\ntext'), 'b.md': post('B', 'text') });
  const first = await readFolder(options(made));
  let last = first;
  for (const broken of ['---\ntitle: "open\n---\nx', '---\ntitle: A\n', '', 'no title any more']) {
    await made.write('a.md', broken);
    last = await readFolder(options(made), last);
    assert.equal(byFile(last.library).get('a.md'), byFile(first.library).get('a.md'), broken);
    assert.equal(byFile(last.library).get('b.md'), byFile(first.library).get('b.md'), broken);
    const errors = last.library.findings.filter((one) => one.level === 'error');
    assert.deepEqual(
      errors.map((one) => one.file),
      ['a.md'],
      broken,
    );
    assert.match(errors[0]?.message ?? '', /last good version/u);
  }
  await made.write('a.md', post('A', '# One\nnew text'));
  last = await readFolder(options(made), last);
  assert.equal(byFile(last.library).get('a.md')?.sections[0]?.text, 'new text');
  assert.deepEqual(last.library.findings, []);
});

test('a long post is read on a thread of its own while replies go on, with the same result', async (t) => {
  const body = Array.from(
    { length: 60 },
    (_, n) => `## Part ${n}\n\n${'Words and **more** words. '.repeat(12)}`,
  ).join('\n\n');
  const made = await folder(t, { 'a.md': post('A', 'text'), 'b.md': post('B', 'text') });
  const first = await readFolder(options(made));
  await made.write('a.md', post('A', body));
  await made.write('b.md', post('B', `${'> '.repeat(5000)}deep`));
  const next = await readFolder(options(made), first);
  assert.equal(byFile(next.library).get('a.md')?.sections.length, 60);
  assert.equal(
    byFile(next.library).get('b.md'),
    byFile(first.library).get('b.md'),
    'nesting that no stack holds is refused',
  );
  assert.deepEqual(
    next.library.findings.map((one) => [one.file, one.code]),
    [['b.md', 'markdown']],
  );
  await made.remove('b.md');
  assert.deepEqual((await readFolder(options(made), next)).library, await made.read());
});

test('a glossary that breaks keeps its last good version and is named', async (t) => {
  const made = await folder(t, {
    'a.md': post('A', 'text'),
    'topics.yml': '- id: one\n  name: { en: One }\n',
  });
  const first = await readFolder(options(made));
  await made.write('topics.yml', '- id: [');
  const broken = await readFolder(options(made), first);
  assert.deepEqual(broken.library.topics, first.library.topics);
  assert.deepEqual(
    broken.library.findings.map((one) => one.code),
    ['glossary'],
  );
  await made.remove('topics.yml');
  assert.deepEqual((await readFolder(options(made), broken)).library.topics, []);
});

/** A library whose timer and whose notices of change are moved by hand. */
async function opened(
  t: TestContext,
  made: Folder,
): Promise<{
  library: OpenLibrary;
  warnings: string[];
  change: (name?: string) => void;
  lose: () => void;
  next: () => Promise<Library>;
  elapse: () => number | undefined;
}> {
  const warnings: string[] = [];
  const watchers = new Map<string, { changed: () => void; lost: () => void }>();
  let timer: { milliseconds: number; run: () => void } | undefined;
  const startTimer: StartTimer = (milliseconds, run) => {
    const own = { milliseconds, run };
    timer = own;
    return () => {
      if (timer === own) timer = undefined;
    };
  };
  const watchFolder: WatchFolder = (path, changed, lost) => {
    watchers.set(path, { changed, lost });
    return () => watchers.delete(path);
  };
  const log = { info: () => {}, warn: (_: object, message: string) => void warnings.push(message) };
  const library = await openLibrary({ ...options(made), log, startTimer, watchFolder });
  t.after(() => library.close());
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
    elapse: () => {
      const due = timer;
      timer = undefined;
      due?.run();
      return due?.milliseconds;
    },
  };
}

test('a change is read once the folder has settled, and whoever listens gets the whole new library', async (t) => {
  const made = await folder(t, { 'a.md': post('A', 'text') });
  const { library, change, next, elapse } = await opened(t, made);
  const before = library.current();
  await made.write('b.md', post('B', 'text'));
  const arrived = next();
  change();
  change();
  const waited = elapse();
  assert.ok(waited !== undefined && waited <= 200, 'well within a second');
  assert.equal(elapse(), undefined, 'many notices make one look');
  const after = await arrived;
  assert.equal(after.sessions.length, 2);
  assert.equal(before.sessions.length, 1);
  assert.equal(library.current(), after);
});

test('a broken post is reported once, and a listener that throws stops nobody', async (t) => {
  const made = await folder(t, { 'a.md': post('A', 'text') });
  const { library, warnings, change, next, elapse } = await opened(t, made);
  library.onChange(() => {
    throw new Error('mine');
  });
  await made.write('a.md', '---\ntitle: "\n---\n');
  let arrived = next();
  change();
  elapse();
  const broken = await arrived;
  assert.equal(broken.sessions[0]?.posts[0].title, 'A');
  assert.equal(warnings.filter((message) => message.startsWith('a.md:')).length, 1);
  await made.write('b.md', post('B', 'text'));
  arrived = next();
  change();
  elapse();
  assert.equal((await arrived).sessions.length, 2);
  assert.equal(warnings.filter((message) => message.startsWith('a.md:')).length, 1);
});

test('a folder that is gone keeps the last posts and is looked for again', async (t) => {
  const outer = await folder(t, { 'content/a.md': post('A', 'text') });
  const made: Folder = { ...outer, dir: join(outer.dir, 'content') };
  const { library, warnings, change, lose, next, elapse } = await opened(t, made);
  elapse();
  await outer.remove('content');
  change();
  lose();
  elapse();
  while (warnings.length === 0) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(library.current().sessions.length, 1);
  await outer.write('content/b.md', post('B', 'text'));
  const arrived = next();
  while (elapse() === undefined) await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(
    (await arrived).sessions.map((one) => one.id),
    ['b'],
  );
});

test("the file system's own notices lead to the new post", async (t) => {
  const made = await folder(t, { 'deep/a.md': post('A', 'text') });
  const library = await openLibrary({ ...options(made), log: { info: () => {}, warn: () => {} } });
  t.after(() => library.close());
  const arrived = new Promise<Library>((resolve) => library.onChange(resolve));
  await made.write('deep/a.md', post('A', 'new text'));
  assert.equal((await arrived).sessions[0]?.posts[0].sections[0]?.text, 'new text');
});
