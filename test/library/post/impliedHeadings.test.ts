import { expect, test } from 'vitest';
import { folder, onlyPost, post } from '../folder.ts';

const outlineOf = async (body: string) =>
  onlyPost(await (await folder({ 'a.md': post('Meetup', body) })).read()).sections.map(
    ({ depth, name, text }) => [depth, name, text.slice(0, 12)],
  );

const notes = (word: string): string => `${word} was tried on two teams first, and it held. `.repeat(10);
const items = (word: string): string =>
  ['one', 'two', 'three', 'four'].map((way) => `  * ${word} the ${notes(way).slice(0, 90)}`).join('\n');

test.each([
  [
    'items of a list with notes below them',
    `Saturday.\n\n* Caching by hand (Ada Moss, Brightly)\n${items('Cache')}\n* 로그를 버린 이유 (한도윤, 물결)\n${items('Drop')}\n* Panel\n${items('Ask')}`,
  ],
  [
    'numbers',
    `Saturday.\n\n1. Caching by hand (Ada Moss, Brightly)\n\n${notes('Cache')}\n\n2. 로그를 버린 이유 (한도윤, 물결)\n\n${notes('Drop')}\n\n3. Panel\n\n${notes('Ask')}`,
  ],
  [
    'signs',
    `Saturday.\n\n■ Caching by hand (Ada Moss, Brightly)\n${notes('Cache')}\n\n■ 로그를 버린 이유 (한도윤, 물결)\n${notes('Drop')}\n\n■ Panel\n${notes('Ask')}`,
  ],
  [
    'what stands alone below a rule',
    `Saturday.\n\n---\n\nCaching by hand (Ada Moss, Brightly)\n\n${notes('Cache')}\n\n--\n\n로그를 버린 이유 (한도윤, 물결)\n\n${notes('Drop')}\n\n----\n\nPanel\n\n${notes('Ask')}`,
  ],
])('notes without headings are parted by %s', async (_, body) => {
  const outline = await outlineOf(body);
  expect(outline.map(([depth, name]) => [depth, name])).toEqual([
    [1, 'Meetup'],
    [1, 'Caching by hand (Ada Moss, Brightly)'],
    [1, '로그를 버린 이유 (한도윤, 물결)'],
    [1, 'Panel'],
  ]);
  expect(outline[0]?.[2]).toBe('Saturday.');
});

test('a list below the only item of another one is parted', async () => {
  const deep = (word: string): string => items(word).replaceAll('  *', '    *');
  const outline = await outlineOf(
    `## Keynote\n* Ada Moss\n  * Brightly\n* All that is new\n  * Storage\n${deep('Store')}\n  * Queues\n${deep('Queue')}\n  * 검색\n${deep('Find')}`,
  );
  expect(outline.map(([, name]) => name)).toEqual([
    'Keynote',
    'Ada Moss',
    'All that is new',
    'Storage',
    'Queues',
    '검색',
  ]);
});

test('what is no heading of a parted list stays one list', async () => {
  const outline = await outlineOf(
    `* Caching\n${items('Cache')}\n* see you\n* next year\n* Queues\n${items('Queue')}`,
  );
  expect(outline.map(([, name]) => name)).toEqual(['Caching', 'Queues']);
});

test('short lists, posts with headings, sentences and steps are left as they are', async () => {
  const short = '* Storage\n  * disks\n  * tapes\n* Queues\n  * one\n  * two';
  const headed = ['Morning', 'Noon', 'Night']
    .map((name) => `## ${name}\n* First\n${items(name)}\n* Second\n${items(name)}`)
    .join('\n\n');
  const told = `${notes('It')}\n\n---\n\nThat was all.\n\n${notes('It')}\n\n---\n\n다음에 또 오고 싶다\n\n${notes('It')}`;
  const steps = `${notes('It')}\n\n1. Install it\n2. Start it\n3. Look at it\n\n${notes('It')}`;
  expect(await outlineOf(short)).toHaveLength(1);
  expect((await outlineOf(headed)).map(([, name]) => name)).toEqual(['Morning', 'Noon', 'Night']);
  expect(await outlineOf(told)).toHaveLength(1);
  expect(await outlineOf(steps)).toHaveLength(1);
});

test('a sentence above a line of dashes is no heading', async () => {
  expect(
    await outlineOf('# Notes\nThey keep a project for each region.\n--\nBefore that they had one.'),
  ).toEqual([[1, 'Notes', 'They keep a ']]);
});
