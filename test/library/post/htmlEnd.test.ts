import { expect, test } from 'vitest';
import { parseBody } from '#library/post/markdown/body.ts';
import { plainLines } from '#library/text/plain.ts';

const readingOf = (markdown: string) =>
  parseBody(markdown).blocks.flatMap((block) => {
    const text = plainLines([block])
      .map((line) => line.text)
      .join(' / ');
    return text === '' ? [] : [[block.type, block.position?.start.line, text]];
  });

test.each([
  ['<br>\n- 방파제를 걸었다\n- 어묵을 먹었다\n', [['list', 2, '방파제를 걸었다 / 어묵을 먹었다']]],
  [
    '<br />\n<br />\n## The pier\nWet feet.\n',
    [
      ['heading', 3, 'The pier'],
      ['paragraph', 4, 'Wet feet.'],
    ],
  ],
  [
    '<center>\nby the sea\n</center>\n**바다**에서\n',
    [
      ['paragraph', 1, 'by the sea'],
      ['paragraph', 4, '바다에서'],
    ],
  ],
  [
    '글\n\n<div>\n\n안\n\n</div>\n# 다음\n',
    [
      ['paragraph', 1, '글'],
      ['paragraph', 5, '안'],
      ['heading', 8, '다음'],
    ],
  ],
])('Markdown goes on where HTML is closed, without an empty line: %j', (markdown, expected) => {
  expect(readingOf(markdown)).toEqual(expected);
});

test.each([
  '<ul>\n<li>\n- kept as it is\n</li>\n</ul>\n',
  '<pre>\n# no heading\n</pre>\n',
  `<p>a</p>\n${'b\n<p>c</p>\n'.repeat(300)}`,
])('what stands in elements, and long blocks, stay HTML: %#', (markdown) => {
  expect(
    parseBody(markdown).blocks.some(
      ({ type }) => type === 'heading' || (type === 'list' && markdown.startsWith('<p')),
    ),
  ).toBe(false);
});

test.each([
  ['### 아쉬운 점\n\n    - 짐이 무겁다\n      * 노트북 두 대\n    - 비가 왔다\n', 'list'],
  ['    1. 표를 산다\n    2. 줄을 선다\n', 'list'],
  ['    - name: build\n    - run: make\n', 'code'],
  ['    - make\n    echo done\n', 'code'],
  ['```\n- 하나\n- 둘\n```\n', 'code'],
])('a list that is indented as a whole is no code: %j', (markdown, type) => {
  expect(parseBody(markdown).blocks.at(-1)?.type).toBe(type);
});
