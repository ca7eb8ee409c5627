import { expect, test } from 'vitest';
import { splitPost } from '#library/post/frontMatter/frontMatter.ts';

test('lines of keys behind two dots are the front matter of Nikola', () => {
  const { front, body } = splitPost(
    '.. title: Rope day: what stayed\n.. date: 3 May 2022\n.. tags: knots, rope\n\nTie it twice.\n',
  );
  expect(front).toMatchObject({
    title: 'Rope day: what stayed',
    date: '3 May 2022',
    tags: ['knots', 'rope'],
  });
  expect(body.split('\n').indexOf('Tie it twice.')).toBe(4);
});

test('they may stand within a comment', () => {
  const { front, body } = splitPost('<!--\n.. title: Rope day\n.. status: draft\n-->\n\nTie it twice.\n');
  expect(front.title).toBe('Rope day');
  expect(front.hiddenBy).toBeDefined();
  expect(body.trim()).toBe('Tie it twice.');
});

test('lines of definitions are the front matter of Franklin', () => {
  const { front, body } = splitPost(
    '@def title = "Rope day"\n@def date = Date(2019,8,24)\n@def tags = ["knots", "rope"]\n\nTie it twice.\n',
  );
  expect(front).toMatchObject({ title: 'Rope day', date: '2019-8-24', tags: ['knots', 'rope'] });
  expect(body.trim()).toBe('Tie it twice.');
});

test.each(['.. note: knots hold better when wet\n\nTie it twice.', '.. and so on\n\nTie it twice.'])(
  'other lines behind two dots are text: %j',
  (source) => {
    expect(splitPost(source).body).toBe(source);
  },
);
