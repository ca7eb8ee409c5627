import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTopic, topicsAbout } from '#library/find.ts';
import type { SectionRef } from '#library/model.ts';
import { foldedOf, foldedText, longestHits, nameFinder, spacedText } from '#library/text/names/nameFinder.ts';
import { codes, folder, post } from '../folder.ts';

const refs = (list: readonly SectionRef[]) => list.map(({ session, section }) => `${session}/${section}`);

const GLOSSARY = `- id: bigquery
  name: { ko: 빅쿼리, en: BigQuery }
  aliases: [BQ]
  summary: { ko: 창고., en: A warehouse. }
  url: https://example.com/bigquery
- id: bigquery-ml
  name: { en: BigQuery ML }
- id: edge
  name: { ko: 에지 컴퓨팅, en: Edge computing }
  now: { en: Everywhere. }
`;

test('glossary topics find sections by heading and by mention, in every language', async () => {
  const made = await folder({
    'topics.yml': GLOSSARY,
    'ko/a.md': post(
      '모임(1)-이야기',
      '# BigQuery\n빠르다.\n\n# BigQuery ML\nBigQuery ML은 쉽다.\n\n# 기타 이야기\n빅쿼리를 쓰고 에지컴퓨팅도 한다.',
    ),
    'en/a.md': post(
      'Meeting(1)-Tale',
      '# BigQuery\nFast.\n\n# BigQuery ML\nEasy, with BQ.\n\n# Other things\nNothing.',
    ),
  });
  const library = await made.read();
  const topic = (id: string) => findTopic(library, id);
  expect(refs(topic('bigquery')?.about ?? [])).toEqual(['a/bigquery']);
  expect(refs(topic('bigquery')?.mentions ?? [])).toEqual(['a/bigquery-ml', 'a/gita-iyagi']);
  expect(refs(topic('bigquery-ml')?.about ?? [])).toEqual(['a/bigquery-ml']);
  expect(refs(topic('bigquery-ml')?.mentions ?? [])).toEqual([]);
  expect(refs(topic('edge')?.mentions ?? [])).toEqual(['a/gita-iyagi']);
  expect(topic('bigquery')?.related).toEqual(['bigquery-ml', 'edge']);
  expect(library.topics.map(({ id, source }) => [id, source]).slice(0, 3)).toEqual([
    ['bigquery', 'glossary'],
    ['bigquery-ml', 'glossary'],
    ['edge', 'glossary'],
  ]);
  expect(topicsAbout(library, { session: 'a', section: 'bigquery' }).map((one) => one.id)).toEqual([
    'bigquery',
  ]);
  const [section] = library.sessions[0]?.posts[0].sections ?? [];
  expect(section?.aliases).toEqual(['빅쿼리', 'BQ']);
});

test('names count as words: particles may follow, other letters may not', () => {
  const found = (text: string) => {
    const hits = nameFinder(['BigQuery', 'BigQuery ML', '머신러닝', 'AI', 'GPU', '추론', 'IoT']).find(
      spacedText(text),
    );
    return longestHits(hits, () => true).map((hit) => hit.key);
  };
  expect(found('BigQuery는 BigQuery ML보다 먼저 나왔다')).toEqual(['bigquery', 'bigqueryml']);
  expect(found('BigQueryX XBigQuery bigqueries')).toEqual([]);
  expect(found('머신 러닝을, 머신러닝에서의 머신러닝')).toEqual(['머신러닝', '머신러닝', '머신러닝']);
  expect(found('추론하다 추론은 재추론')).toEqual(['추론']);
  expect(found('said a i am PAID; AI! GPUs, IoT플랫폼')).toEqual(['ai', 'gpu', 'iot']);
  expect(found('big-query BIG QUERY')).toEqual(['bigquery', 'bigquery']);
});

/** Of few letters, so that names stand in texts, with all that may stand between words. */
const letters = fc
  .array(fc.constantFrom('a', 'b', 's', 'Ａ', '가', '는', ' ', '\n', '-', '_', '\u3000', '.'), {
    maxLength: 14,
  })
  .map((parts) => parts.join(''));

test('many names are found where each is found alone, and a text that holds one holds its key', () => {
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 5 }), letters, (names, text) => {
      const spaced = spacedText(text);
      expect(foldedOf(spaced)).toBe(foldedText(text));
      const all = nameFinder(names).find(spaced);
      const each = new Map(
        names.flatMap((name) => nameFinder([name]).find(spaced)).map((hit) => [JSON.stringify(hit), hit]),
      );
      expect(new Set(all.map((hit) => JSON.stringify(hit)))).toEqual(new Set(each.keys()));
      for (const { key } of all) expect(foldedText(text)).toContain(key);
    }),
    { numRuns: 500 },
  );
});

test('headings become topics where they are names, never where they are structure', async () => {
  const made = await folder({
    'a.md': post(
      '모임(1)-하나',
      '# 소개\n글 나무배 이야기.\n\n# Data Studio\n그림.\n\n**<등대 엔진>**\n빛.\n\n# 정리\n끝.\n\n# 왜 이것이 중요한가요?\n글',
    ),
    'b.md': post(
      '모임(2)-둘',
      '# 소개\n다른 글.\n\n# 나무배\n바다.\n\n# HyperSail로 빠르게 가는 방법\n바람.\n\n# 정리\n끝이다.',
    ),
  });
  const library = await made.read();
  expect(
    library.topics.map((topic) => [topic.id, topic.name, refs(topic.about), refs(topic.mentions)]),
  ).toStrictEqual([
    ['data-studio', { ko: 'Data Studio' }, ['a/data-studio'], []],
    ['deungdae-enjin', { ko: '등대 엔진' }, ['a/deungdae-enjin'], []],
    ['namubae', { ko: '나무배' }, ['b/namubae'], ['a/sogae']],
    ['hypersail', { ko: 'HyperSail' }, ['b/hypersailro-ppareuge-ganeun-bangbeop'], []],
  ]);
});

test('a heading that two languages name differently is one topic', async () => {
  const made = await folder({
    'ko/a.md': post('모임(1)-하나', '**<구름 엔진>**\n글'),
    'en/a.md': post('Meeting(1)-One', '**<Cloud engine>**\ntext'),
  });
  const { topics } = await made.read();
  expect(topics.map(({ id, name }) => [id, name])).toStrictEqual([
    ['cloud-engine', { ko: '구름 엔진', en: 'Cloud engine' }],
  ]);
});

test('what is wrong in the glossary is named with its line, and the rest counts', async () => {
  const made = await folder({
    'a.md': post('A', 'text about good things'),
    'topics.yml': `- id: good
  name: { en: Good }
- id: Bad Id
  name: { en: Bad }
- id: no-name
  name: {}
- id: bad-url
  name: { en: Url }
  url: javascript:alert(1)
- id: typo
  name: { en: Typo }
  alias: [x]
- id: good
  name: { en: Again }
- id: other
  name: { en: Other }
  aliases: [good]
`,
  });
  const library = await made.read();
  expect(library.topics.filter((topic) => topic.source === 'glossary').map((topic) => topic.id)).toEqual([
    'good',
    'other',
  ]);
  expect(library.findings.map(({ file, line, level }) => `${file}:${line} ${level}`)).toEqual([
    'topics.yml:3 error',
    'topics.yml:6 error',
    'topics.yml:9 error',
    'topics.yml:10 error',
    'topics.yml:13 error',
    'topics.yml:15 warning',
  ]);
});

test.each([
  ['a: 1', 1],
  ['- id: x\n  name: [unclosed\n', 3],
  ['- &a [*a]', 1],
] as const)('a glossary that is no list, or no YAML, is named and nothing more: %j', async (source, line) => {
  const library = await (await folder({ 'a.md': post('A', 'text'), 'topics.yml': source })).read();
  expect(library.sessions).toHaveLength(1);
  expect(
    codes(library).map((code) => code.split(':')[0]),
    source,
  ).toEqual(['glossary']);
  expect(library.findings[0]?.line ?? 0).toBeLessThanOrEqual(line);
});
