import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFolder } from '#library/read.ts';
import { rescanPaths, scanFolder } from '#library/scan.ts';
import { folder, post } from './folder.ts';

const FILES = {
  'a.md': post('A', '# One\ntext'),
  'deep/b.md': post('B', '# Two\ntext'),
  'old/c.md': post('C', 'text'),
};

test('posts with other texts are found without listing the folder', async () => {
  const made = await folder(FILES);
  const before = await scanFolder(made.dir);
  await made.write('deep/b.md', post('B', '# Two\nother text'));
  const after = await rescanPaths(before, new Set([join(before.root, 'deep/b.md')]));
  expect(after).toEqual(
    await scanFolder(made.dir).then(({ layout: _, ...scan }) => expect.objectContaining(scan)),
  );
  expect(after?.posts[0]).toBe(before.posts[0]);
});

test.each<[string, (dir: string) => Promise<unknown>, string]>([
  ['the last post of a folder is gone', (dir) => rm(join(dir, 'old/c.md')), 'old/c.md'],
  ['a folder is gone', (dir) => rm(join(dir, 'old'), { recursive: true }), 'old'],
  ['a folder is new', (dir) => mkdir(join(dir, 'new')), 'new'],
  ['a folder takes the place of another', (dir) => rename(join(dir, 'old'), join(dir, 'newer')), 'newer'],
  [
    'a post is the first of its folder',
    async (dir) => {
      await mkdir(join(dir, 'new'));
      await rename(join(dir, 'a.md'), join(dir, 'new/a.md'));
    },
    'new/a.md',
  ],
  ['a folder has the name of a post', (dir) => mkdir(join(dir, 'new.md')), 'new.md'],
  ['a picture is new', (dir) => writeFile(join(dir, 'p.png'), ''), 'p.png'],
])('the folder is listed again where %s', async (_, change, name) => {
  const made = await folder(FILES);
  const before = await scanFolder(made.dir);
  await change(made.dir);
  expect(await rescanPaths(before, new Set([join(before.root, name)]))).toBeUndefined();
});

test('posts that came or went beside others are found without listing the folder', async () => {
  const made = await folder({ ...FILES, 'b.md': post('B', 'text') });
  let scan = await scanFolder(made.dir);
  const look = async (...names: string[]) => {
    const now = await rescanPaths(scan, new Set(names.map((name) => join(scan.root, name))));
    const { layout: _, ...anew } = await scanFolder(made.dir);
    expect(now).toEqual(expect.objectContaining(anew));
    scan = now ?? scan;
  };
  await made.write('ab.md', post('New', 'text'));
  await look('ab.md');
  await rm(join(made.dir, 'a.md'));
  await look('a.md');
  await rename(join(made.dir, 'ab.md'), join(made.dir, 'z.md'));
  await made.write('b.md', post('B', 'other text'));
  await look('z.md', 'ab.md', 'b.md');
  await made.write('_part.md', 'text');
  await made.write('LICENSE.md', 'text');
  expect(await rescanPaths(scan, new Set([join(scan.root, '_part.md')]))).toBeUndefined();
});

test('what an editor writes beside a post for a moment is passed over', async () => {
  const made = await folder({ ...FILES, '.a.md.swp': 'x', 'a.md~': 'x' });
  const before = await scanFolder(made.dir);
  const paths = ['.a.md.swp', 'a.md~', '4913', 'a.md.tmp'].map((name) => join(before.root, name));
  expect(await rescanPaths(before, new Set(paths))).toEqual(before);
});

test('a library of which it is told what changed equals one that is read anew', async () => {
  const made = await folder(FILES);
  const options = { dir: made.dir, defaultLanguage: 'ko' };
  let last = await readFolder(options);
  const changes: readonly (readonly [string, string])[] = [
    ['a.md', post('A', '# One\nother text')],
    ['deep/b.md', post('B', '# Two\ntext of A')],
    ['a.md', post('Another title', '# One\nother text')],
    ['a.md', '---\ntitle: "open\n---\n'],
    ['a.md', post('A', '# New\n[b](deep/b.md#two)')],
    ['deep/b.md', post('B', '# Three\ntext')],
    ['z.md', post('Z', '# Three\ntext of [B](deep/b.md#three)')],
    ['y.md', post('Y', '# Four\ntext', 'draft: true')],
    ['x.md', '---\ntitle: "open\n---\n'],
    ['x.md', post('X', '# Five\ntext')],
  ];
  for (const [name, text] of changes) {
    await made.write(name, text);
    last = await readFolder(options, last, new Set([join(last.scan.root, name)]));
    const anew = await made.read();
    if (text.includes('"open'))
      expect(last.library.findings.filter(({ level }) => level === 'error').map(({ file }) => file)).toEqual([
        name,
      ]);
    else expect(last.library).toStrictEqual(anew);
  }
  for (const [name] of changes.slice(1)) {
    if (last.scan.posts.every(({ file }) => file !== name)) continue;
    await made.remove(name);
    last = await readFolder(options, last, new Set([join(last.scan.root, name)]));
    expect(last.library).toStrictEqual(await made.read());
  }
});
