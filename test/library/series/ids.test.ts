import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSession, locateSection } from '#library/find.ts';
import type { Library } from '#library/model.ts';
import { draftOfText } from '#library/post/draft.ts';
import { assemble } from '#library/series/assemble.ts';
import { NO_GLOSSARY } from '#library/topics/model.ts';
import { folder, NO_FOLDER, post } from '../folder.ts';

const KO = '# 카프카\n카프카 이야기를 길게 적어 둔다.\n\n# Connect\n커넥트 이야기도 적는다.';
const EN =
  '# Kafka\nThis is the story of how we use it.\n\n# Connect\nAnd this is the story of the other one.';

async function libraryOf(files: readonly (readonly [file: string, text: string])[]): Promise<Library> {
  const drafts = files
    .map(([file, text]) => draftOfText(file, text))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const options = { siteUrl: undefined, defaultLanguage: 'ko' };
  return (await assemble(drafts, NO_FOLDER, NO_GLOSSARY, options, undefined, [])).library;
}

/** The id of the session that each file belongs to. */
const idsOf = (library: Library): Record<string, string> =>
  Object.fromEntries(library.sessions.flatMap(({ id, posts }) => posts.map(({ file }) => [file, id])));

test('an id is made of the path: the folder for its page, all of it for namesakes', async () => {
  const library = await libraryOf(
    [
      'talk.md',
      'kafka-talk/index.md',
      'spark-talk/README.md',
      'druid-talk/_index.md',
      '2024/keynote.md',
      '2025/keynote.md',
      '_posts/2024-05-03-intro.md',
      'content/posts/hello.md',
    ].map((file) => [file, post('글', '글이 있다.')]),
  );
  expect(idsOf(library)).toEqual({
    'talk.md': 'talk',
    'kafka-talk/index.md': 'kafka-talk',
    'spark-talk/README.md': 'spark-talk',
    'druid-talk/_index.md': 'druid-talk',
    '2024/keynote.md': '2024--keynote',
    '2025/keynote.md': '2025--keynote',
    '_posts/2024-05-03-intro.md': '2024-05-03-intro',
    'content/posts/hello.md': 'posts--hello',
  });
});

test('names that ids cannot hold, and long ones, get a hash of their path', async () => {
  const files = ['A b.md', 'a-b.md', 'a/b.md', '국립 박물관.md', '東京.md', `${'long-'.repeat(20)}name.md`];
  const ids = idsOf(await libraryOf(files.map((file) => [file, post('글', '글이 있다.')])));
  expect(new Set(Object.values(ids)).size).toBe(files.length);
  for (const id of Object.values(ids)) expect(id).toMatch(/^[a-z0-9-]{1,40}$/u);
  expect(ids['국립 박물관.md']).toMatch(/^gungnip-bangmulgwan-[0-9a-f]{6}$/u);
});

test('front matter may give the id; one that two posts want leads to neither', async () => {
  const made = await folder({
    'a.md': post('A', '글이 있다.', 'id: Kafka Talk'),
    'b.md': post('B', '글이 있다.', 'id: 7'),
    'c.md': post('C', '글이 있다.', 'id: 7'),
  });
  const library = await made.read();
  const ids = idsOf(library);
  expect(ids['a.md']).toBe('kafka-talk');
  expect(findSession(library, '7')).toBeUndefined();
  expect(ids['b.md']).not.toBe(ids['c.md']);
  expect(library.findings.map(({ file, line, code }) => [file, line, code])).toEqual([
    ['b.md', 3, 'same-id'],
    ['c.md', 3, 'same-id'],
  ]);
});

test('ids of the version before lead to the one session that they can mean', async () => {
  const library = await libraryOf([
    ['a.md', post('가을 모임(1)-하나', KO)],
    ['b.md', post('가을 모임(2)-둘', KO)],
    ['c.md', post('봄 모임(2)-셋', KO)],
    ['2020-01-02-정리.md', post('넷', '# 국립 정리\n글이 있다.')],
  ]);
  const [a, b, , d] = ['a.md', 'b.md', 'c.md', '2020-01-02-정리.md'].map((file) => idsOf(library)[file]);
  expect(findSession(library, '1')?.id).toBe(a);
  expect(findSession(library, '2')).toBeUndefined();
  expect(findSession(library, 'gaeul-moim-2')?.id).toBe(b);
  expect(findSession(library, 'jeongri')?.id).toBe(d);
  const place = locateSection(library, { session: 'jeongri', section: 'gukrip-jeongri' }, 'ko');
  expect(place?.section.id).toBe('gungnip-jeongni');
});

test('a translation may come later, in another file: its ids and those of its sections still lead there', async () => {
  const alone = await libraryOf([['later.md', post('Talk', EN, 'lang: en\ntranslation_of: first.md')]]);
  const both = await libraryOf([
    ['later.md', post('Talk', EN, 'lang: en\ntranslation_of: first.md')],
    ['first.md', post('이야기', KO)],
  ]);
  const [before] = alone.sessions;
  const ref = { session: before?.id ?? '', section: before?.posts[0].sections[0]?.id ?? '' };
  expect(both.sessions).toHaveLength(1);
  expect(locateSection(both, ref, 'en')?.section.name).toBe('Kafka');
});

test('whatever else comes and goes, in any order, every id means the same post', async () => {
  const name = fc.constantFrom(
    'keynote',
    'intro',
    'kafka-talk',
    'index',
    'README',
    '정리',
    'Talk 1',
    '2024-05-03-x',
  );
  const place = fc.constantFrom(
    '',
    '2024/',
    '2025/',
    'kafka-talk/',
    '_posts/',
    'content/posts/',
    'ml/',
    'en/',
    'ko/',
  );
  const one = fc.record({
    file: fc.tuple(place, name).map(([folder, file]) => `${folder}${file}.md`),
    english: fc.boolean(),
    number: fc.integer({ min: 1, max: 3 }),
    date: fc.constantFrom('2020-01-01', '2021-01-01', '2022-01-01'),
  });
  const posts = fc.uniqueArray(one, { selector: ({ file }) => file, minLength: 1, maxLength: 12 });
  const write = ({
    file,
    english,
    number,
    date,
  }: {
    file: string;
    english: boolean;
    number: number;
    date: string;
  }) =>
    [
      file,
      post(
        english ? `Autumn Summit(${number})-${file}` : `가을 서밋(${number})-${file}`,
        english ? EN : KO,
        `date: ${date}`,
      ),
    ] as const;
  await fc.assert(
    fc.asyncProperty(posts, fc.infiniteStream(fc.boolean()), async (all, kept) => {
      const some = all.filter(() => kept.next().value);
      const [more, fewer] = [await libraryOf(all.map(write)), await libraryOf(some.map(write))];
      for (const [from, to] of [
        [fewer, more],
        [more, fewer],
      ] as const) {
        const there = idsOf(to);
        for (const {
          id,
          posts: [original],
        } of from.sessions) {
          const session = findSession(to, id);
          if (session === undefined || !(original.file in there)) continue;
          expect(session.posts.map((other) => other.file)).toContain(original.file);
        }
      }
    }),
    { numRuns: 60 },
  );
});
