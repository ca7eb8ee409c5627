import { describe, expect, it } from 'vitest';
import { createSearch } from '#search/engine.ts';
import { folder } from '../../library/folder.ts';

const shop = (title: string, name: string, what: string): string => `# ${title}

${name}에서 일하는 사람이 가게를 어떻게 꾸리는지 들려주었다.

## 가게

골목 안쪽에 있고 창이 크다.

## 포장

${what}

## 손님

주말에 많다.
`;

async function quoteFor(question: string): Promise<string> {
  const library = await (
    await folder({
      'content/2024/north/north.md': shop(
        '북쪽 골목',
        '달무리상회',
        '깨지기 쉬운 그릇은 헌 신문지로 감아 건넨다.',
      ),
      'content/2024/south/south.md': shop(
        '남쪽 골목',
        '여울공방',
        '깨지기 쉬운 그릇은 무명 주머니로 감아 건넨다.',
      ),
    })
  ).read();
  const search = await createSearch(library);
  return search.search(question, { language: 'ko', sure: true }).passages[0]?.quote ?? '';
}

describe('a name that a post says once', () => {
  it.each([
    ['달무리상회는 깨지기 쉬운 그릇을 어떻게 건네나요?', '신문지'],
    ['여울공방은 깨지기 쉬운 그릇을 어떻게 건네나요?', '주머니'],
    ['달무리상회 쪽은 깨지기 쉬운 거 뭘로 감아 줘요?', '신문지'],
    ['여울공방 쪽은 깨지기 쉬운 거 뭘로 감아 줘요?', '주머니'],
  ])('is that of what its later sections tell: %s', async (question, told) => {
    expect(await quoteFor(question)).toContain(told);
  });
});
