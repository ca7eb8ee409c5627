import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '#library/check.ts';
import type { Library } from '#library/model.ts';
import { readFolder } from '#library/read.ts';
import { civilDate } from '#library/text/date.ts';
import { codes, folder, onlyPost, post, postsOf, section } from './folder.ts';

test('front matter is read as people write it', async () => {
  const made = await folder({
    'a.md':
      '\ufeff---\r\n\r\ntitle : "제목"\r\ndate : 2018-10-25 10:00:00 + 0000\r\ntags: one two\r\ncategories: [A, B]\r\naliases: 별명, 다른 이름\r\nsummary: 짧은 글.\r\n\r\n---\r\n\r\n# 하나\r\n본문\r\n',
  });
  const made1 = onlyPost(await made.read({ siteUrl: 'https://blog.example' }));
  expect([made1.title, made1.date, made1.tags, made1.aliases, made1.summary]).toEqual([
    '제목',
    '2018-10-25',
    ['one', 'two'],
    ['별명', '다른 이름'],
    '짧은 글.',
  ]);
  expect(made1.url).toBe('https://blog.example/a/b/2018/10/25/a.html');
  expect(section(made1, 'hana').line).toBe(12);
});

test.each(
  Object.entries({
    '2018-10-25': '2018-10-25',
    '2018-10-25 05:00:00 +0900': '2018-10-25',
    '2018-10-25 23:59:59 -1100': '2018-10-25',
    '2018-10-25 10:00:00 + 0000': '2018-10-25',
    '2018-10-25T10:00:00.000Z': '2018-10-25',
    '2018-1-5 1:00 PM': '2018-01-05',
    '2018/10/25': '2018-10-25',
    '2018-10-25 +0900': '2018-10-25',
    '2018. 10. 25.': '2018-10-25',
    '2018년 10월 25일': '2018-10-25',
    'Oct 25, 2018': '2018-10-25',
    '25 October 2018 10:00': '2018-10-25',
    '20181025': '2018-10-25',
  }),
)('a date in a form that blogs have is read, and not moved by its zone: $0', (written, date) => {
  expect(civilDate(written)).toBe(date);
});

test.each(['2018-02-30', 'yesterday', '', '2018-13-01', '25/10/2018', '2018-10-25 sometime'])(
  'what is no date is not read as one: %j',
  (written) => {
    expect(civilDate(written)).toBeUndefined();
  },
);

test('a date that cannot be read is named, and the file name serves instead', async () => {
  const made = await folder({ '2020-03-04-x.md': post('X', 'text', 'date: soon') });
  const library = await made.read();
  expect(onlyPost(library).date).toBe('2020-03-04');
  expect(codes(library)).toEqual(['bad-date:3']);
});

test('drafts, hidden folders, READMEs and other files are no posts', async () => {
  const made = await folder({
    'yes.markdown': post('Yes', 'text'),
    'README.md': post('No', 'text'),
    '_drafts/a.md': post('No', 'text'),
    '.git/a.md': post('No', 'text'),
    '(작성중) b.md': post('No', 'text'),
    'c.md': post('No', 'text', 'draft: true'),
    'd.md': post('No', 'text', 'published: false'),
    'e.txt': post('No', 'text'),
    'deep/er/f.md': post('Also', 'text'),
  });
  const library = await made.read();
  expect(
    postsOf(library)
      .map((one) => one.title)
      .sort(),
  ).toEqual(['Also', 'Yes']);
  expect(library.findings.map(({ file, line, code, level }) => `${file}:${line} ${code} ${level}`)).toEqual([
    'c.md:3 hidden note',
    'd.md:3 hidden note',
  ]);
});

test('a README that has its folder to itself is a post; one beside or above others tells of its folder', async () => {
  const made = await folder({
    'README.md': '# Harbor notes\n\nWhat this is.\n',
    'devground/README.md': '# Devground 2021\n\n## Tides\n\nThey rise.\n',
    'devground/images/tide.png': 'x',
    '2024/README.md': '# 2024\n\nOf that year.\n',
    '2024/pier/README.md': '# Pier talk\n\nIt stands.\n',
    '2024/pier/README.ko.md': '# 부두 발표\n\n서 있습니다.\n',
    'quay/README.md': '# Quay days\n\nAll talks.\n',
    'quay/rope.md': '# Rope\n\nIt holds.\n',
  });
  const snapshot = await readFolder({ dir: made.dir, defaultLanguage: 'ko' });
  const files = (library: Library) => postsOf(library).map(({ file }) => file);
  expect(files(snapshot.library).sort()).toEqual([
    '2024/pier/README.ko.md',
    '2024/pier/README.md',
    'devground/README.md',
    'quay/rope.md',
  ]);
  expect(snapshot.skipped.map(({ file, reason }) => `${file} ${reason}`)).toEqual(
    ['2024/README.md', 'README.md', 'quay/README.md'].map((file) => `${file} tells of its folder`),
  );
  await made.write('devground/waves.md', '# Waves\n\nThey break.\n');
  await made.remove('quay/rope.md');
  const later = await readFolder({ dir: made.dir, defaultLanguage: 'ko' }, snapshot);
  expect(later.library).toStrictEqual(await made.read());
  expect(files(later.library).sort()).toEqual([
    '2024/pier/README.ko.md',
    '2024/pier/README.md',
    'devground/waves.md',
    'quay/README.md',
  ]);
});

test('pages that a site is built around, and backups of notes, are no posts and are named', async () => {
  const made = await folder({
    'index.md': '---\nlayout: home\n---\n',
    'docs/README.md': '---\nhome: true\nheroText: Harbor\nfeatures:\n  - title: Tides\n---\n',
    'ko/index.md': '---\nhome: true\ntitle: 항구\ndescription: 첫 쪽\n---\n',
    'about/start.md': post('Start', 'Welcome to the harbor.', 'permalink: /'),
    'talks/a.md': post('A', 'text', 'layout: talk'),
    'logseq/bak/pages/a.md': post('Old', 'text'),
  });
  expect(postsOf(await made.read()).map(({ file }) => file)).toEqual(['talks/a.md']);
  const { text } = await check([made.dir], { siteUrl: undefined, defaultLanguage: 'ko' });
  for (const file of ['about/start.md', 'docs/README.md', 'ko/index.md'])
    expect(text).toContain(`${file}:1: note: The file is not read: it is the front page of its site.`);
  expect(text).toContain(
    'index.md:1: note: The file is not read: it has no text of its own: its layout fills it.',
  );
});

test.each([
  ['date: { start: 2024-05-01, end: 2024-05-02 }', '2024-05-01'],
  ['date_published: 2022-10-08', '2022-10-08'],
  ["pub_date: '2017-04-27'", '2017-04-27'],
  ['publish-date: May 8 2023', '2023-05-08'],
  ["createdTime: 'Mon Sep 1 2023 12:19:17 GMT+0100'", undefined],
])('a date that a database of pages writes: %s', async (keys, date) => {
  const made = await folder({ 'a.md': post('A', 'text', keys) });
  expect(onlyPost(await made.read()).date).toBe(date);
});

test('somebody’s name on GitHub is no broken address', async () => {
  const made = await folder({ 'a.md': post('A', 'text', 'github: keeper') });
  expect(codes(await made.read())).toEqual([]);
});

test('code that opens and closes within a list is closed', async () => {
  const made = await folder({
    'a.md': post('A', '- ```js\n  tide();\n  ```\n- b\n    - ```js\n      moon();\n      ```\n'),
    'b.md': post('B', '- ```js\n  tide();\n'),
  });
  expect(codes(await made.read())).toEqual(['open-fence:4']);
});

test('front matter that cannot be read is named with its line, and takes no other post down', async () => {
  const made = await folder({
    'bad.md': '---\ntitle: fine\ndate: "2018\n---\ntext\n',
    'tail.md': '---\nlayout: post\ntitle: Tail\nno key at all: "\n---\ntext\n',
    'open.md': '---\ntitle: never closed\ntext\n',
    'code.md': '---js\nmodule.exports = process.exit(7)\n---\ntext\n',
    'empty.md': '',
    'good.md': post('Good', 'text'),
  });
  const library = await made.read();
  expect(postsOf(library).map((one) => one.title)).toEqual(['Good']);
  const found = library.findings.map(({ file, line, code, level }) => `${file}:${line} ${code} ${level}`);
  expect(found).toEqual([
    'bad.md:3 front-matter error',
    'code.md:1 front-matter error',
    'empty.md:1 empty-post error',
    'open.md:1 front-matter error',
    'tail.md:4 front-matter error',
  ]);
  expect((await made.read()).findings, 'the second look finds the same').toStrictEqual(library.findings);
});

test('a post without a title is shown by the heading that opens it', async () => {
  const library = await (await folder({ 'a.md': '# 첫 제목\n글\n' })).read();
  expect(onlyPost(library).title).toBe('첫 제목');
  expect(codes(library)).toEqual([]);
});

test.each([
  ['2019/2019 Harbor Days.md', '2019 Harbor Days'],
  ['07. Harbor Days.md', 'Harbor Days'],
  ['2019-05-01-harbor-days.md', 'harbor days'],
])('a post without a title is called after its file: %s', async (file, title) => {
  const library = await (await folder({ [file]: '글\n' })).read();
  expect(onlyPost(library).title).toBe(title);
});

test('names in NFD are read and shown in NFC', async () => {
  const made = await folder();
  await made.write(
    '가나다.md'.normalize('NFD'),
    post('제목'.normalize('NFD'), '# 소제목\n글'.normalize('NFD')),
  );
  const one = onlyPost(await made.read());
  expect(one.file).toBe('가나다.md');
  expect(one.title).toBe('제목');
  expect(one.sections[0]?.name).toBe('소제목');
});

test('a link out of the folder is refused, one within it is followed', async () => {
  const outside = await folder({ 'secret.md': post('Secret', 'text'), 'pic.png': 'x' });
  const made = await folder({ 'real/a.md': post('A', '# S\n![](p.png)\ntext') });
  await symlink(join(outside.dir, 'secret.md'), join(made.dir, 'out.md'));
  await symlink(outside.dir, join(made.dir, 'outdir'));
  await symlink(join(outside.dir, 'pic.png'), join(made.dir, 'real', 'p.png'));
  await symlink(join(made.dir, 'real', 'a.md'), join(made.dir, 'in.md'));
  await symlink(made.dir, join(made.dir, 'loop'));
  const library = await made.read();
  expect(
    postsOf(library)
      .map((one) => one.file)
      .sort(),
  ).toEqual(['in.md', 'real/a.md']);
  expect(library.findings.filter((one) => one.code === 'outside-link').map((one) => one.file)).toEqual([
    'out.md',
    'outdir',
    'real/p.png',
  ]);
  expect(postsOf(library).flatMap((one) => one.image ?? [])).toEqual([]);
});

test('a file in an old Korean encoding is read and named', async () => {
  const made = await folder();
  const eucKr = Uint8Array.from([0xb0, 0xa1, 0xb3, 0xaa, 0xb4, 0xd9]);
  await made.write('a.md', Buffer.concat([Buffer.from('---\ntitle: A\n---\n'), eucKr]));
  const library = await made.read();
  expect(onlyPost(library).sections[0]?.text).toBe('가나다');
  expect(codes(library)).toEqual(['encoding:1']);
});

test('the folder itself must be readable', async () => {
  const made = await folder();
  await expect(made.read({ dir: join(made.dir, 'nowhere') })).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a long post is read in pieces with the same result for each of them', async () => {
  const part = (n: number) =>
    `## Part ${n}\n\nSee [there][ref] and [^note]${n}.\n\n\`\`\`\n# no heading\n\n\`\`\`\n\n${'words and more words. '.repeat(60)}\n`;
  const body = Array.from({ length: 50 }, (_, n) => part(n)).join('\n');
  const made = await folder({
    'a.md': post('Long', `${body}\n[ref]: https://example.com/ref\n\n[^note]: a note\n`),
  });
  const one = onlyPost(await made.read());
  expect(one.sections).toHaveLength(50);
  one.sections.forEach((found, n) => {
    expect(found.name).toBe(`Part ${n}`);
    expect(found.line).toBe(4 + n * 11);
    expect(found.text).toMatch(/^See there and /);
    expect(found.text).toContain('# no heading');
    expect(JSON.stringify(found.blocks)).toContain('https://example.com/ref');
    expect(found.text).toMatch(/a note$/);
  });
});

test.each([
  ['topics.yml', `- id: a\n  name: { en: ${'a'.repeat(600_000)} }\n`],
  ['authors.yml', `a: { name: ${'a'.repeat(600_000)} }\n`],
  ['b.md', post('B', 'text '.repeat(900_000))],
])('a file that is larger than any of its kind is named and not read: %s', async (name, text) => {
  const made = await folder({ 'a.md': post('A', 'text'), [name]: text });
  const library = await made.read();
  expect(library.sessions.map(({ id }) => id)).toHaveLength(1);
  expect(library.findings).toMatchObject([{ level: 'error', file: name, code: 'too-large' }]);
});

test.each([
  ['a comment above', '<!-- x -->\n---\ntitle: A\ndraft: true\n---\n비밀'],
  ['a space in front', ' ---\ntitle: A\ndraft: true\n---\n비밀'],
  ['a comment within', '---\n# about the post\ntitle: A\ndraft: true\n---\n비밀'],
  ['JSON between the marks', '---\n{"title": "A", "draft": true}\n---\n비밀'],
  ['a key of another name', '---\ntitle: A\nisUnlisted: true\n---\n비밀'],
  ['a moment by another name', '---\ntitle: A\npublish_date: 2999-01-01\n---\n비밀'],
  ['TOML that is YAML', '+++\ntitle: A\ndraft: true\n+++\n비밀'],
])('front matter with %s hides its post and is never printed', async (_, text) => {
  const library = await (await folder({ 'a.md': text })).read();
  expect(library.sessions).toEqual([]);
  expect(library.findings).toHaveLength(1);
});

test.each(['drafts/a.md', '_drafts/a.md', '초안/a.md', 'a.draft.md', '_part.md'])(
  '%s is no post, by its name',
  async (file) => {
    const library = await (await folder({ [file]: '# A\n글이다.', 'b.md': '# B\n글이다.' })).read();
    expect(library.sessions.map(({ posts }) => posts[0].file)).toEqual(['b.md']);
  },
);
