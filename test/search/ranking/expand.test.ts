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

describe('a loan word that is several words', () => {
  it.each([
    ['커브컷이 뭐야', 'ramps', 'A curb cut is a ramp in the pavement that helps many.'],
    ['싱글핀피킹 설명해줘', 'picks', 'Single-pin picking lifts one pin after another.'],
  ])('is heard: %s', async (asked, section, text) => {
    const english = await createSearch(
      library([
        session(1, {
          title: 'Notes',
          language: 'en',
          sections: [
            { id: section, name: 'What we saw', text },
            {
              id: 'lunch',
              name: 'Lunch',
              text: 'There was soup and bread, and a cutting board for everybody.',
            },
          ],
        }),
      ]),
    );
    expect(english.search(asked, { sure: true }).passages[0]?.section).toBe(section);
  });
});

describe('an English word', () => {
  it('is heard in a loan word that a Korean text alone holds', async () => {
    const korean = await createSearch(
      library([
        session(1, {
          title: '테스트 이야기',
          language: 'ko',
          sections: [
            { id: 'score', name: '점수 올리기', text: '뮤테이션 점수가 41%에서 78%로 올랐습니다.' },
            { id: 'lunch', name: '점심', text: '다 같이 국수를 먹었습니다.' },
          ],
        }),
      ]),
    );
    expect(korean.search('what mutation score did they reach', { sure: true }).passages[0]?.section).toBe(
      'score',
    );
  });
});

describe('a Korean name in Latin letters', () => {
  it.each([
    ['what is the Ondol design system built from', 'design'],
    ['how many shops are there in Daejeon', 'shops'],
    ['what did Minjae cook', 'soup'],
  ])('is read: %s', async (asked, section) => {
    const korean = await createSearch(
      library([
        session(1, {
          title: '가게 이야기',
          language: 'ko',
          sections: [
            {
              id: 'design',
              name: '디자인 시스템',
              text: "디자인 시스템 '온돌'은 토큰과 그림으로 만들어졌습니다.",
            },
            { id: 'shops', name: '가게', text: '가게는 대전에 세 곳이 있고 서울에 두 곳이 있습니다.' },
            { id: 'soup', name: '점심', text: '김민재 님이 국수를 끓였습니다. 디자인 이야기는 없었습니다.' },
          ],
        }),
      ]),
    );
    expect(korean.search(asked, { sure: true }).passages[0]?.section).toBe(section);
  });
});
