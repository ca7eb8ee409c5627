import { describe, expect, it } from 'vitest';
import { createSearch } from '#search/engine.ts';
import { folder } from '../../library/folder.ts';
import { openCorpus } from '../../relevance/corpora.ts';

/** What is quoted for a question from a post of one section. */
async function quoteFor(text: string, question: string): Promise<string> {
  const other = '## 정원\n\n장미는 봄에 심고 가을에 자른다.\n';
  const post = `# 부엌 이야기\n\n## 화덕\n\n${text}\n\n${other}`;
  const library = await (await folder({ 'content/2024/kitchen/kitchen.md': post })).read();
  const search = await createSearch(library);
  return search.search(question, { language: 'ko', sure: true }).passages[0]?.quote ?? '';
}

const LONG = '이 말은 화덕을 손보는 사람마다 다르게 하니 너무 믿지는 말라고 옆에 있던 사람이 덧붙였다.';

/** Notes as a list of lists. */
const NOTES = [
  ['땔감', '참나무는 오래 타서 여럿이 모이는 날에 쓴다', '솔방울은 불쏘시개로만 쓴다', LONG],
  ['그을음 닦는 도구', '굵은 솔', '젖은 헝겊'],
  ['빵 굽는 날', '월요일에는 호밀빵을 굽는다', '금요일에는 남은 반죽을 모아 납작한 빵을 굽는다', LONG],
  ['재', '밭에 뿌리면 달팽이가 오지 않는다', '유약에 쓸 것은 체에 쳐서 따로 둔다', LONG],
]
  .map(([name, ...parts]) => [`- ${name}`, ...parts.map((part) => `  - ${part}`)].join('\n'))
  .join('\n');

describe('the stretch that is quoted', () => {
  it('is short where one sentence holds the question', async () => {
    const quote = await quoteFor(
      `${LONG} ${LONG}\n\n굴뚝 청소는 한 해에 두 번 한다.\n\n${LONG} ${LONG}`,
      '굴뚝 청소는 한 해에 몇 번 해?',
    );
    expect(quote).toBe('굴뚝 청소는 한 해에 두 번 한다.');
  });

  it('is the list alone where a list is asked for, and begins with what leads up to it where a place is', async () => {
    const hard = `${LONG}\n\n화덕을 손볼 때 어려운 점을 이렇게 들었다.\n\n- 벽돌이 무겁다\n- 모래가 젖는다\n\n화덕을 손보는 데 어려운 점은 없다고 한 사람도 있다. ${LONG}`;
    expect(await quoteFor(hard, '화덕 손볼 때 어려운 점이 뭐야?')).toMatch(
      /^화덕을 손볼 때.*\n.*\n모래가 젖는다$/,
    );
    const bought = `${LONG}\n\n강 건너 가마터에서 사 온 벽돌은 이렇다.\n\n- 붉은 벽돌\n- 굽은 벽돌\n- 흰 벽돌`;
    expect(await quoteFor(bought, '벽돌은 어디에서 사 왔어?')).toMatch(/^강 건너 가마터에서/);
  });

  it.each([
    [
      'which coursera specializations did they recommend',
      'en',
      /three specializations[^\n]*\n.*\n.*\nMachine/,
    ],
    ['비전 api 파이썬에서 쓸수있음?', 'ko', /다음과 같습니다\.\n(?:.*\n){5}유해 콘텐츠/],
  ] as const)(
    'is no beginning of a list behind what leads up to it: %s',
    async (question, language, whole) => {
      const { search } = await openCorpus('full');
      expect(search.search(question, { language }).passages[0]?.quote).toMatch(whole);
    },
  );

  it('goes on where the sentence after the one that repeats the question may answer it', async () => {
    const quote = await quoteFor(
      `${LONG}\n\n재를 왜 체에 치는지 물었다. 덩어리가 남으면 유약에 구멍이 난다.\n\n${LONG}`,
      '재를 왜 체에 쳐?',
    );
    expect(quote).toMatch(/구멍이 난다/);
  });

  it('is all of a table, with the heads of its columns', async () => {
    const rows = ['참나무 | 1,200원', '소나무 | 800원', '자작나무 | 1,500원'].map((row) => `| ${row} |`);
    const quote = await quoteFor(
      `${LONG}\n\n| 장작 | 한 단 값 |\n|---|---|\n${rows.join('\n')}\n\n${LONG}`,
      '자작나무 한 단 값 얼마야?',
    );
    expect(quote).toMatch(/장작 \| 한 단 값\n[\s\S]*자작나무 \| 1,500원/);
  });

  it('does not end with what leads up to a list', async () => {
    const quote = await quoteFor(
      `${LONG}\n\n화덕에 불을 붙이기 전에 볼 것은 세 가지다.\n\n- 굴뚝이 뚫렸는지 본다.\n- 재를 비운다.\n- 물을 떠 둔다.`,
      '불을 붙이기 전에 볼 것은?',
    );
    expect(quote).toMatch(/세 가지다\.\n굴뚝[\s\S]*물을 떠 둔다\.$/);
  });

  it('is the sentence that holds all of a name of several words, and not one of them', async () => {
    const other = 'Nobody wrote down the rest of the talk, and the room was cold.';
    const more =
      'Whoever looks after it does it in another way, said the man beside me, so do not take it as a rule.';
    const quote = await quoteFor(
      `Most of the heap was garbage by noon. ${more}\n\n${other}\n\n${more}\n\nThe garbage collection pauses all. ${other}`,
      '가비지컬렉션',
    );
    expect(quote).toMatch(/^The garbage collection/);
  });

  it('is all of what opens a section on a thing where no sentence says what it is', async () => {
    const opening = '처음 봤을 때는 창고인 줄 알았다. 물어보니 다들 웃었다. 안에 불을 피워 벽을 달군다.';
    const shelf = '문간에는 장화를 벗어 두는 선반이 있다.';
    const quote = await quoteFor(`${opening}\n\n${`${shelf} `.repeat(20)}`, '화덕이 뭐예요');
    expect(quote.startsWith(opening)).toBe(true);
    expect(quote.split(shelf).length).toBeLessThan(20);
    const defining = `화덕은 벽을 달구어 굽는 곳이다.\n\n${opening}`;
    expect(await quoteFor(defining, '화덕이 뭐예요')).toBe('화덕은 벽을 달구어 굽는 곳이다.');
  });

  it('is what it is for the name alone where more is said of it behind the question', async () => {
    const text = `${LONG}\n\n화덕 옆의 누룩통은 효모를 키우는 통이다.`;
    expect(await quoteFor(text, '누룩통이 뭐예요? 빵집에서 봤다던데')).toMatch(/효모를 키우는 통이다/);
  });

  it('is one item of a long list of lists, with what stands below it', async () => {
    const quote = await quoteFor(NOTES, '그을음 닦을 때 쓰는 도구는?');
    expect(quote).toBe('그을음 닦는 도구\n굵은 솔\n젖은 헝겊');
  });

  it('does not run on beyond the item whose parts it begins with', async () => {
    const quote = await quoteFor(NOTES, '젖은 헝겊은 어디에 써?');
    expect(quote).toMatch(/^그을음 닦는 도구\n/);
    expect(quote).not.toMatch(/땔감/);
  });

  it('begins with the question that an item answers', async () => {
    const quote = await quoteFor(
      '- 벽돌은 몇 장이나 드나요?\n  - 이백 장쯤\n- 비가 와도 굽나요?\n  - 지붕이 있어서 굽는다\n  - 바람이 세면 쉰다',
      '지붕이 있어?',
    );
    expect(quote).toMatch(/^비가 와도 굽나요\?\n지붕이 있어서 굽는다/);
  });

  it.each([
    '[발표 영상](https://a.example/v) / [발표 자료](https://a.example/s)',
    '(사진 출처: 부엌 신문)',
    '<figcaption>제공: 벽돌 조합</figcaption>',
  ])('leaves out links alone and whose picture stands there: %s', async (aside) => {
    const quote = await quoteFor(`${aside}\n\n굴뚝은 두 해마다 새로 쌓는다.`, '굴뚝은 언제 새로 쌓아?');
    expect(quote).toBe('굴뚝은 두 해마다 새로 쌓는다.');
  });

  it('leaves out such a line between two sentences as well', async () => {
    const quote = await quoteFor(
      '굴뚝은 두 해마다 새로 쌓는다.\n\n출처: 벽돌 조합\n\n굴뚝 안은 새로 쌓는 날 쓸어 둔다.',
      '굴뚝은 새로 쌓는 날 어떻게 해?',
    );
    expect(quote).toBe('굴뚝은 두 해마다 새로 쌓는다.\n굴뚝 안은 새로 쌓는 날 쓸어 둔다.');
  });
});
