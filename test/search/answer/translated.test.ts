import { describe, expect, it } from 'vitest';
import { createSearch } from '#search/engine.ts';
import { library, session } from '../library.ts';

const { search } = await createSearch(
  library([
    session(1, {
      title: 'Notes from the yard',
      language: 'en',
      sections: [
        { id: 'oven', name: 'The oven', text: 'The oven is cleaned twice a year. Ash goes to the roses.' },
        { id: 'boat', name: 'Boats', text: 'A wooden boat is painted with oil before winter.' },
        { id: 'lunch', name: 'Lunch', text: 'There was soup and bread, and the room was cold.' },
      ],
    }),
  ]),
);

describe('what another language says for a word', () => {
  it.each([
    ['오븐 청소는 일년에 몇 번?', 'oven'],
    ['나무 배는 언제 칠해요?', 'boat'],
  ])('is as sure as the word itself: %s', (asked, section) => {
    const { verdict, confidence, passages } = search(asked, { language: 'ko' });
    expect(passages[0]?.section).toBe(section);
    expect(verdict).toBe('answer');
    expect(confidence).toBeGreaterThan(0.7);
  });

  it('proves nothing of what is not told', () => {
    expect(search('오븐 가격이 얼마야?', { language: 'ko' }).verdict).not.toBe('answer');
    expect(search('세탁기 청소는 일년에 몇 번?', { language: 'ko' }).verdict).not.toBe('answer');
  });
});
