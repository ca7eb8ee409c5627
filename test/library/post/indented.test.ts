import { expect, test } from 'vitest';
import { parse } from '#library/post/markdown/parseMarkdown.ts';
import { plainLines } from '#library/text/plain.ts';

const proseOf = (markdown: string): readonly string[] =>
  plainLines(parse(markdown).children)
    .filter(({ prose }) => prose)
    .map(({ text }) => text);

test('sentences that are indented by chance are no code', () => {
  expect(proseOf('    오늘은 굴뚝을 쓸었다. 내일은 벽돌을 고른다.\n')).toEqual([
    '오늘은 굴뚝을 쓸었다. 내일은 벽돌을 고른다.',
  ]);
  expect(proseOf('    The chimney was swept today.\n')).toHaveLength(1);
});

test.each([
  '    const soot = sweep(chimney);\n',
  '    $ npm run sweep\n',
  '    굴뚝 청소\n',
  '```js\nSweep it now.\n```\n',
])('code stays code: %j', (markdown) => {
  expect(proseOf(markdown)).toEqual([]);
});
