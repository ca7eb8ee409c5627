import { describe, expect, it } from 'vitest';
import { createSearch } from '#search/engine.ts';
import { openCorpus } from '../../relevance/corpora.ts';
import { library, session } from '../library.ts';

const search = await createSearch(
  library([
    session(1, {
      title: 'Zellkon 2024, first day',
      language: 'en',
      sections: [
        {
          id: 'plenum',
          name: 'The plenum',
          text: 'A mosaic gutter is the strip between two panes that can be dragged. Glyph ladders are drawn beside it.',
        },
        {
          id: 'where-to-look',
          name: 'Where to look',
          text: 'There are two ways to find a session: by its number, and by the name of who gave it.',
        },
      ],
    }),
    session(2, {
      title: 'Other things',
      language: 'en',
      sections: [{ id: 'lunch', name: 'Lunch', text: 'There was soup, and a long queue.' }],
    }),
  ]),
);

describe('what a section holds of a question', () => {
  it('takes a word that sounds so beside another one of the question, and not by itself', () => {
    expect(search.search('글리프 래더가 뭐야', { language: 'ko' }).verdict).toBe('answer');
    expect(search.search('래더가 뭐야', { language: 'ko' }).verdict).not.toBe('answer');
    expect(search.search('글리프 요리사가 뭐야', { language: 'ko' }).verdict).not.toBe('answer');
  });

  it('takes the title of its post as said', () => {
    for (const question of ['how do I find a session of zellkon', 'zellkon sessions'])
      expect(search.search(question, { language: 'en' }).verdict).toBe('answer');
  });

  it('takes no common word of a title for a name', async () => {
    const { search } = await openCorpus('full');
    expect(search.search('비즈니스 문제 정의', { language: 'ko' }).verdict).not.toBe('answer');
  });

  it('takes an amount for what is asked where one word beside it is missing', async () => {
    const { search } = await openCorpus('frontline');
    const { verdict, passages } = search.search('액션 요금 얼마로 떨어졌어', { language: 'ko' });
    expect(verdict).toBe('answer');
    expect(passages[0]?.quote).toContain('31달러');
  });
});
