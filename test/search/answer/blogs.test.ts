import { describe, expect, it } from 'vitest';
import { plainAnswer } from '#pages/answer/plainAnswer.ts';
import { createSearch } from '#search/engine.ts';
import { folder } from '../../library/folder.ts';

const FILES = {
  'content/2019/Garden Day/Garden Day.md':
    '# Garden Day\n\n## Tools\n\n- Rakes\n- Wheel hoes\n  - For rows that are far apart\n  - Never on wet ground\n- Spades\n\n## Water\n\nWater early in the morning, before it is hot.\n',
  'content/2018/Orchard Day/Orchard Day.md':
    '---\nauthor: Jane Doe\n---\n\n# Orchard Day\n\n## Apples\n\nApples are cut in winter, while the tree sleeps.\n',
};

async function asking(): Promise<(question: string, language?: 'ko' | 'en') => string> {
  const library = await (await folder(FILES)).read();
  const search = await createSearch(library);
  return (question, language = 'en') => {
    const result = search.search(question, { language });
    return plainAnswer(library, result, { locale: language, language })?.text ?? '';
  };
}

describe('posts of others', () => {
  it('an item that only names something is quoted with what stands below it', async () => {
    const ask = await asking();
    expect(ask('When are wheel hoes used?')).toMatch(
      /Wheel hoes[\s\S]*rows that are far apart[\s\S]*wet ground/,
    );
    expect(ask('When are wheel hoes used?')).not.toMatch(/Spades/);
  });

  it('sessions of a year are those of its folder where no date is known', async () => {
    const ask = await asking();
    expect(ask('2019년에 열린 행사 뭐가 있어', 'ko')).toMatch(/^‘2019’에 맞는 세션은 1개입니다/);
  });

  it('sessions of no named event are called so once', async () => {
    const ask = await asking();
    expect(ask('이거 무슨 행사야', 'ko')).toMatch(/^(?:.*에 열린 )?세션 2개를/);
    expect(ask('what is this bot about?')).toMatch(/about the sessions: 2 sessions/);
  });

  it('who wrote a post is not said to have presented', async () => {
    const ask = await asking();
    expect(ask('누가 썼어?', 'ko')).toMatch(/Orchard Day: Jane Doe[가이] 썼습니다/);
    expect(ask('who wrote this?')).toMatch(/Orchard Day: written by Jane Doe/);
  });
});
