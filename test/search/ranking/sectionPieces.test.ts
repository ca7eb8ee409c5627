import { expect, test } from 'vitest';
import { parse } from '#library/post/markdown/parseMarkdown.ts';
import { plainLines } from '#library/text/plain.ts';
import { piecesOf } from '#search/ranking/sectionPieces.ts';
import { section } from '../library.ts';

function piecesIn(markdown: string) {
  const blocks = parse(markdown).children;
  const text = plainLines(blocks)
    .map((line) => line.text)
    .join('\n');
  const { lists, sentences, asides } = piecesOf({ ...section({ id: 'a', name: '발표', text }), blocks });
  const textOf = (at: number) => text.slice(sentences[at]?.start, sentences[at]?.end);
  return {
    lists: lists.map(({ lead, ends }) => `${lead < 0 ? '' : textOf(lead)} ${ends.length}`),
    asides: asides.map(({ start, end }) => text.slice(start, end)),
    sentences: sentences.map((_, at) => textOf(at)),
  };
}

test.each([
  ['- **Drawbacks**\n1. It is heavy\n2. It leaks\n', 'Drawbacks 2'],
  ['- 단점\n\n1. 무겁다\n2. 샌다\n3. 느리다\n', '단점 3'],
  ['> - **질문할 때**\n> 1. 정중하게\n> 2. 자세하게\n', '질문할 때 2'],
  ['> Why it is liked\n>\n> * small\n> * quick\n', 'Why it is liked 2'],
])('what leads up to a list may be a list of one item, or stand with it in a quote: %j', (markdown, list) => {
  expect(piecesIn(markdown).lists).toContain(list);
});

test('several items, or one with more below it, lead up to nothing', () => {
  expect(piecesIn('- a\n- b\n1. c\n2. d\n').lists).toEqual([' 2', ' 2']);
  expect(piecesIn('- a\n  - b\n1. c\n2. d\n').lists).not.toContain('b 2');
});

test.each(['(Taken by harborcat)', 'Photographed by Mina', '撮影：港ねこ', '사진 출처: 항구고양이'])(
  'whose picture stands there is no sentence: %s',
  (credit) => {
    const { asides, sentences } = piecesIn(`부두에 갔다.\n\n${credit}\n\n갈매기가 많았다.\n`);
    expect(asides).toEqual([credit]);
    expect(sentences).toEqual(['부두에 갔다.', '갈매기가 많았다.']);
  },
);

test('what is listed by letters within a paragraph is a line each', () => {
  expect(piecesIn('港のアプリ\n・潮の満ち引き\n・船の時刻\n').sentences).toEqual([
    '港のアプリ',
    '・潮の満ち引き',
    '・船の時刻',
  ]);
});
