import { describe, expect, it } from 'vitest';
import { createSearch } from '#search/engine.ts';
import { library, session } from '../library.ts';

const { search } = await createSearch(
  library([
    session(1, {
      title: 'Notes on secrets',
      language: 'en',
      sections: [
        { id: 'rotation', name: 'Rotation', text: 'Rotate the key first when it was pushed by mistake.' },
        { id: 'locks', name: 'Locks', text: 'Raking moves a wavy tool through the lock.' },
        { id: 'lunch', name: 'Lunch', text: 'There was soup and bread for everybody.' },
      ],
    }),
  ]),
);

describe('a loan word in a form of 하다', () => {
  it.each([
    ['푸시했으면 어떻게 해', 'rotation'],
    ['레이킹하는 건 뭐야', 'locks'],
  ])('is heard: %s', (asked, section) => {
    expect(search(asked, { sure: true }).passages[0]?.section).toBe(section);
  });
});
