import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { koreanStems, oneSyllableStem } from '#search/words/korean.ts';

const syllables = fc
  .array(fc.integer({ min: 0xac00, max: 0xd7a3 }), { minLength: 1, maxLength: 8 })
  .map((codes) => String.fromCharCode(...codes));

describe('stems of Korean words', () => {
  it.each(
    '은 는 이 가 을 를 의 에 와 과 도 로 만 에서 에게 으로 까지 부터 보다 처럼 마다 조차 마저 밖에 하고 한테 에는 에도 에서는 으로는 까지는 부터는 이란 라는 인가요 입니다 쪽은 쪽에서 끼리는 한텐 에다가 땜에 때문에 만큼은 이라서 이야말로 따위는 없인 일땐 이었나'
      .split(' ')
      .map((particle) => [`컴퓨팅${particle}`]),
  )('leave the whole particle out first: %s', (word) => {
    expect(koreanStems(word)[0]).toBe('컴퓨팅');
  });

  it.each(['이동하지', '이동했습니다', '이동하려면', '이동합니다', '이동된다'])(
    'leave the ending of a verb out: %s',
    (word) => {
      expect(koreanStems(word)).toContain('이동');
    },
  );

  it('have at least two syllables, and are the beginning of the word', () => {
    expect(koreanStems('회의')).toEqual([]);
    fc.assert(
      fc.property(syllables, (word) => {
        for (const stem of koreanStems(word)) {
          expect(stem.length).toBeGreaterThanOrEqual(2);
          expect(word.slice(0, stem.length)).toBe(stem);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['뜻이야', '뜻'],
    ['명한테만', '명'],
    ['값', undefined],
  ])('may have one syllable where they are asked for: %s', (word, stem) => {
    expect(oneSyllableStem(word)).toBe(stem);
  });
});
