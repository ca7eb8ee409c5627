import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runAtOnce } from '#library/compute/slicedWork.ts';
import { topicsAbout } from '#library/find.ts';
import { layoutOf } from '#library/layout.ts';
import type { Library } from '#library/model.ts';
import { draftOfText } from '#library/post/draft.ts';
import type { Draft } from '#library/post/model.ts';
import type { FolderScan } from '#library/scan.ts';
import { type Assembled, assemble } from '#library/series/assemble.ts';
import { readGlossary } from '#library/topics/glossary.ts';
import type { Glossary } from '#library/topics/model.ts';
import { renewTable, topicTable } from '#search/answer/question/topicTable.ts';
import { unitsOf } from '#search/index/documents.ts';
import { indexInSlices } from '#search/index/indexer.ts';
import { buildIndex, updateIndex } from '#search/index/searchIndex.ts';
import { plain, restarted, restartedState } from './restarted.ts';

/** A content folder in memory. */
interface Content {
  readonly posts: ReadonlyMap<string, Draft>;
  readonly sources: ReadonlyMap<string, string>;
  readonly pictures: FolderScan['pictures'];
  readonly glossary: Glossary;
}

type Edit = (before: Content) => Content;

const word = fc.constantFrom(
  '바다',
  'BigQuery',
  'BigQuery ML',
  'AutoML',
  '정리',
  'Wind Farm',
  'wind',
  '이야기',
  'the Sea',
  '바다는',
  '[BigQuery](b.md#bigquery)',
  '[here](#wind-farm)',
  '[gone](c.md)',
  '![p](p.png)',
);
const words = (maxLength: number) => fc.array(word, { maxLength }).map((list) => list.join(' '));
const heading = fc.constantFrom(
  '# BigQuery',
  '# BigQuery ML',
  '## 바다',
  '# Sea',
  '# 이야기',
  '**<Wind Farm>**',
  '# 정리',
  '# AutoML in wind',
  '# 바다와 바람',
  '## Sea {#wind-farm}',
  '# Sea 2',
  '# Sea!',
  '# Sea #2',
  '# Wind Farm\n{: aliases="Sea, 이야기"}',
  '# Deep Sea\n{: aliases="AutoML, Deep Sea"}',
);
const section = fc.tuple(heading, words(4)).map(([name, text]) => `${name}\n\n${text}\n`);
const front = fc.constantFrom(
  'title: Days 2018 Track(1)-One',
  'title: Days 2018 Track(2)-Two',
  'title: Days 2018 Other(1)-Three',
  'title: Plain title',
  'title: "Days 2018 - Talk"\ndate: 2018-10-25',
  'title: Days 2018 Track(1)-One\nlang: en',
  'title: Another\nlang: en\ntranslation_of: a',
  'title: With a picture\nimage: p.png',
  'title: Days 2018 Track(3)-Three',
  'title: Days 2018 Track(4)-Four\ndate: 2018-01-01',
  'title: Alone\ndate: 2019-01-01',
  'title: "Sea: deep"\ndate: 2018-03-03',
  'title: An hour of wind\nevent: Hours',
  'title: Another hour\nevent: Hours\nnumber: 7\ndate: 2017-03-03',
);
const opening = fc.constantFrom('', '# Intro\n\nEverybody says the same words here, in every post.\n\n');
const source = fc
  .tuple(front, opening, fc.array(section, { maxLength: 4 }))
  .map(([top, intro, sections]) => `---\n${top}\n---\n${intro}${sections.join('\n')}`);
const file = fc.constantFrom(
  'a.md',
  'b.md',
  'c.md',
  'd.md',
  'en/a.md',
  '2018-10-25-e.md',
  'f.md',
  'g/b.md',
  'g/2018-10-26-i.md',
  'ko/j.md',
);

const written = (before: Content, name: string, text: string): Content => ({
  ...before,
  posts: new Map(before.posts).set(name, draftOfText(name, text)),
  sources: new Map(before.sources).set(name, text),
});
const write: fc.Arbitrary<Edit> = fc.tuple(file, source).map(
  ([name, text]) =>
    (before) =>
      written(before, name, text),
);
/** What stands in a post is changed, and nothing that others may depend on. */
const retell: fc.Arbitrary<Edit> = fc
  .tuple(fc.nat(5), fc.oneof(words(3), section), fc.boolean())
  .map(([at, more, first]) => (before) => {
    const names = [...before.posts.keys()];
    const name = names[at % Math.max(1, names.length)];
    if (name === undefined) return before;
    const text = before.sources.get(name) ?? '';
    // Before the first heading, or at the end.
    const front = text.indexOf('---\n', 4) + 4;
    const changed = first ? `${text.slice(0, front)}${more}\n\n${text.slice(front)}` : `${text}\n\n${more}\n`;
    return written(before, name, changed);
  });
/** Another title or another day for a post that is there. */
const renew: fc.Arbitrary<Edit> = fc
  .tuple(
    fc.nat(5),
    fc.constantFrom('One', 'Two again', 'Sea: wind', 'BigQuery', 'Part 2', 'A - B', '[C] d', '바다 이야기'),
    fc.constantFrom(
      '',
      'date: 2018-10-25',
      'date: 2018-10-26',
      'date: 2017-01-01',
      'weight: 3',
      'track: East',
    ),
    fc.nat(2),
  )
  .map(([at, words, line, kind]) => (before) => {
    const names = [...before.sources.keys()].filter((name) => before.posts.has(name));
    const name = names[at % Math.max(1, names.length)];
    if (name === undefined) return before;
    const text = before.sources.get(name) ?? '';
    const titled =
      kind === 1 ? text : text.replace(/^(title: (?:"?Days 2018 \w+\(\d\)-)?)[^\n"]*/mu, `$1${words}`);
    const dated = titled
      .replace(/^(?:date|weight|track): .*\n/mu, '')
      .replace(/^---\n/u, `---\n${line}${line === '' ? '' : '\n'}`);
    return written(before, name, kind === 0 ? titled : dated);
  });
const without = (before: Content, name: string): Content => ({
  ...before,
  posts: new Map([...before.posts].filter(([other]) => other !== name)),
});
const remove: fc.Arbitrary<Edit> = file.map((name) => (before) => without(before, name));
const picture: fc.Arbitrary<Edit> = fc.constantFrom(undefined, '1', '2').map((stamp) => (before) => {
  const found = { file: 'p.png', path: '/c/p.png', stamp: stamp ?? '', size: 1 };
  return { ...before, pictures: new Map(stamp === undefined ? [] : [['p.png', found]]) };
});
const glossary: fc.Arbitrary<Edit> = fc
  .constantFrom(
    '',
    '- id: sea\n  name: { ko: 바다, en: Sea }\n',
    '- id: bigquery\n  name: { en: BigQuery }\n  aliases: [wind]\n',
  )
  .map((text) => (before) => ({ ...before, glossary: readGlossary(text) }));
const edit = fc.oneof(
  { weight: 4, arbitrary: write },
  { weight: 6, arbitrary: retell },
  { weight: 6, arbitrary: renew },
  { weight: 4, arbitrary: remove },
  { weight: 1, arbitrary: picture },
  { weight: 1, arbitrary: glossary },
);

/** Whether the bot starts anew before a change, and with what of the last start. */
const STARTS = ['none', 'none', 'without state', 'with state'] as const;

/** A post comes and, seen from the library before it, is not there: nothing but what topics are related to is other. */
const backToBefore: [Edit[], [Edit, number, (typeof STARTS)[number]][]] = [
  [
    (before) => written(before, 'a.md', '---\ntitle: Days 2018 Track(1)-One\n---\n# 이야기\n'),
    (before) =>
      written(
        before,
        'b.md',
        '---\ntitle: Days 2018 Track(1)-One\n---\n# BigQuery\n\n이야기\n\n# BigQuery\n\nBigQuery BigQuery\n',
      ),
  ],
  [
    [(before) => written(before, 'c.md', '---\ntitle: Days 2018 Track(1)-One\n---\n# BigQuery\n'), 0, 'none'],
    [(before) => without(before, 'c.md'), 1, 'none'],
  ],
];

const NOTHING: Content = {
  posts: new Map(),
  sources: new Map(),
  pictures: new Map(),
  glossary: readGlossary(''),
};

function read(
  { posts, pictures, glossary }: Content,
  previous: Assembled | undefined,
  kept?: Library,
): Promise<Assembled> {
  const scan = {
    root: '/c',
    posts: [],
    glossary: undefined,
    authors: [],
    pictures,
    folders: [],
    findings: [],
    unreadable: [],
    skipped: [],
    layout: layoutOf([], []),
  };
  const drafts = [...posts.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  return assemble(
    drafts,
    scan,
    glossary,
    { siteUrl: 'https://x.dev', defaultLanguage: 'ko' },
    previous,
    [],
    kept,
  );
}

/** The same bytes as new drafts: nothing that is remembered for the old ones helps. */
function anew(content: Content): Content {
  return {
    ...content,
    posts: new Map([...content.posts].map(([name, one]) => [name, structuredClone(plain(one))])),
  };
}

test('a library that was reached by any edits equals one that is read anew, also from an older one or after a restart, and so does its index', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(write, { minLength: 3, maxLength: 10 }),
      fc.array(fc.tuple(edit, fc.nat(2), fc.constantFrom(...STARTS)), { minLength: 1, maxLength: 6 }),
      async (first, edits) => {
        let content = first.reduce((before, one) => one(before), NOTHING);
        const begun = await read(content, undefined);
        const states = [begun];
        const shown = new Map([[begun.library.version, begun.library.topics.map((topic) => ({ ...topic }))]]);
        let index = await buildIndex(begun.library, indexInSlices);
        let table = runAtOnce(topicTable(begun.library));
        for (const [one, back, restart] of edits) {
          let last = states.at(-1 - Math.min(back, states.length - 1)) ?? begun;
          if (restart === 'with state') {
            const { state, drafts } = await restartedState(last);
            last = state;
            content = {
              ...content,
              posts: new Map([...content.posts].map(([name, draft]) => [name, drafts.get(draft) ?? draft])),
            };
          }
          content = one(content);
          const state =
            restart === 'without state'
              ? await read(anew(content), undefined, await restarted(last.library))
              : await read(content, last);
          const fresh = await read(anew(content), undefined);
          expect(state.library).toStrictEqual(fresh.library);
          for (const { id, posts } of state.library.sessions) {
            for (const { id: section } of posts[0].sections) {
              const ref = { session: id, section };
              expect(topicsAbout(state.library, ref)).toStrictEqual(topicsAbout(fresh.library, ref));
            }
          }
          const { index: next, replaced } = await updateIndex(index, state.library, indexInSlices);
          for (const { segment, at } of replaced) segment.deleted[at] = 1;
          table = await renewTable(table, index.library, state.library);
          const named = [...table.names].map(([name, topic]) => [name, topic.id] as const);
          const anewNamed = [...runAtOnce(topicTable(fresh.library)).names].map(
            ([name, { id }]) => [name, id] as const,
          );
          expect(new Map(named)).toStrictEqual(new Map(anewNamed));
          index = next;
          const indexed = [...index.places].map(
            ([key, { segment, at }]) => [key, segment.units[at]] as const,
          );
          expect(new Map(indexed)).toStrictEqual(runAtOnce(unitsOf(fresh.library)));
          // A library that is no longer the newest goes by what is related in that one.
          const topics = state.library.topics.map((topic) => ({ ...topic }));
          const equal = shown.get(state.library.version);
          if (equal) expect(topics).toStrictEqual(equal);
          shown.set(state.library.version, topics);
          states.push(state);
        }
      },
    ),
    { numRuns: 151, examples: [backToBefore] },
  );
});

const post = (title: string, text: string, more = '') =>
  `---\ntitle: Days 2018 ${title}\nlang: en\n${more}---\n# BigQuery\n\n${text}\n`;

test.each([
  { what: 'a text', next: post('Track(2)-b', 'BigQuery, Wind Farm, and a word more') },
  { what: 'a title', next: post('Track(2)-b again', 'BigQuery, Wind Farm') },
  { what: 'a day', next: post('Track(2)-b', 'BigQuery, Wind Farm', 'date: 2018-10-26\n') },
  { what: 'a day before all others', next: post('Track(2)-b', 'BigQuery, Wind Farm', 'date: 2017-01-01\n') },
])(
  'a change within a post costs no look at the others, which are taken over as they are: $what',
  async ({ next }) => {
    const first = ['a', 'b', 'c'].reduce(
      (before, name, at) =>
        written(
          before,
          `${name}.md`,
          post(`Track(${at + 1})-${name}`, 'BigQuery, Wind Farm', at === 0 ? 'date: 2018-10-25\n' : ''),
        ),
      NOTHING,
    );
    const before = await read(first, undefined);
    const now = written(first, 'b.md', next);
    const after = await read(now, before);
    expect(after.arranged.titles, 'nothing was arranged anew').toBe(before.arranged.titles);
    expect(after.library.sessions[0]).toBe(before.library.sessions[0]);
    expect(after.library.sessions[1]).not.toBe(before.library.sessions[1]);
    expect(after.library.topics[0]).toBe(before.library.topics[0]);
    expect(after.library).toStrictEqual((await read(anew(now), undefined)).library);
  },
);

test('a post that comes or goes, or moves with its day, costs no look at the others', async () => {
  const text = 'BigQuery, Wind Farm';
  const days = ['2018-10-01', '2018-10-02', '2018-10-03', '2018-10-04'];
  const first = days.reduce(
    (before, day, at) =>
      written(
        before,
        `${'klmn'[at]}.md`,
        `---\ntitle: Alone ${'x'.repeat(at)}\ndate: ${day}\n---\n# N${at}\n\n${text}\n`,
      ),
    written(NOTHING, 's.md', post('Track(1)-a', text)),
  );
  const series = written(first, 't.md', post('Track(2)-b', text));
  let before = await read(series, undefined);
  const check = async (now: Content, ids: readonly string[]) => {
    const after = await read(now, before);
    expect(after.arranged.titles, 'nothing was arranged anew').toBe(before.arranged.titles);
    expect(after.library).toStrictEqual((await read(anew(now), undefined)).library);
    expect(after.library.sessions.map(({ id }) => id)).toEqual(ids);
    before = after;
  };
  const added = written(series, 'u.md', post('Track(3)-c', text));
  await check(added, ['s', 't', 'u', 'k', 'l', 'm', 'n']);
  const moved = written(added, 'n.md', `---\ntitle: Alone xxx\ndate: 2018-09-01\n---\n# N3\n\n${text}\n`);
  await check(moved, ['s', 't', 'u', 'n', 'k', 'l', 'm']);
  const lone = written(moved, 'v.md', `---\ntitle: Very alone\ndate: 2018-10-02\n---\n# N9\n\n${text}\n`);
  await check(lone, ['s', 't', 'u', 'n', 'k', 'l', 'v', 'm']);
  await check(without(lone, 'l.md'), ['s', 't', 'u', 'n', 'k', 'v', 'm']);
  await check(without(without(lone, 'l.md'), 'u.md'), ['s', 't', 'n', 'k', 'v', 'm']);
});
