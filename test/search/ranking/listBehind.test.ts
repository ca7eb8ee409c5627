import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import type { Section } from '#library/model.ts';
import { plainLines } from '#library/text/plain.ts';
import { createSearch } from '#search/engine.ts';
import { library, section, session } from '../library.ts';

function read(markdown: string): Section {
  const blocks = fromMarkdown(markdown).children;
  const text = plainLines(blocks)
    .map((line) => line.text)
    .join('\n');
  return { ...section({ id: 'a', name: '에지가 중요한 이유', text }), blocks };
}

async function quoteFor(markdown: string, question: string) {
  const made = session(1, { title: '현장', sections: [] });
  const [post] = made.posts;
  const search = await createSearch(library([{ ...made, posts: [{ ...post, sections: [read(markdown)] }] }]));
  const [passage] = search.search(question, { plain: true }).passages;
  expect.assert(passage);
  return passage;
}

const REASONS =
  '에지를 두 곳에서 쓴다. 에지가 중요한 이유는 두 가지이다.\n\n- 빠르다.\n- 에지는 **끊겨도** 돈다.';

describe('quotes that lead up to a list', () => {
  it('go on with its items, word for word, with what matched in them marked', async () => {
    const { quote, marks } = await quoteFor(REASONS, '에지가 중요한 이유?');
    expect(quote).toBe('에지가 중요한 이유는 두 가지이다.\n빠르다.\n에지는 끊겨도 돈다.');
    expect(marks.map(([start, end]) => quote.slice(start, end))).toEqual([
      '에지가',
      '중요한',
      '이유',
      '에지',
    ]);
  });

  it('do not where another sentence or an item answers', async () => {
    const told = `${REASONS}\n- ${'값이 싸고 고치기 쉽다는 말도 있었다. '.repeat(12)}`;
    expect((await quoteFor(told, '두 곳에서 쓰나?')).quote).toMatch(/^에지를 두 곳에서 쓴다\.(?!.*말도)/s);
    const { quote } = await quoteFor(told, '끊겨도 돌아?');
    expect(quote).toContain('에지는 끊겨도 돈다.');
    expect(quote).not.toContain('두 가지');
  });

  it('hold whole items alone', async () => {
    const items = Array.from({ length: 9 }, (_, i) => `- 항목 ${i} ${'가'.repeat(90)}\n  - 안에 있는 말`);
    const { quote } = await quoteFor(`다음이 에지가 중요한 이유이다.\n\n${items.join('\n')}`, 'edge');
    expect(quote).toMatch(/항목 4 가+\n안에 있는 말$/);
    expect(quote).not.toContain('항목 5');
  });

  it.each([
    ['the items', '에지는 둘이다.\n\n![그림](/a.png)\n\n1. 하나\n2. 둘', '에지는 둘이다.\n하나\n둘'],
    ['nothing', '에지는 둘이다.\n\n다음.\n\n- 하나', '에지는 둘이다.'],
    ['nothing', '에지는 둘이다.', '에지는 둘이다.'],
  ])('go on with %s: %j', async (_, markdown, told) => {
    expect((await quoteFor(markdown, 'edge')).quote).toBe(told);
  });
});
