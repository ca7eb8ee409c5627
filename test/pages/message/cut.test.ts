import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestEnd, cut, cutLabel, graphemeEnd } from '#pages/message/cut.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        '가나다',
        '문장이다. ',
        'A sentence. ',
        '👩‍👩‍👧',
        'e\u0301',
        ' ',
        'word',
        '\uD83D\uDE00',
      ),
      { maxLength: 30 },
    )
    .map((pieces) => pieces.join('')),
);
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const boundaries = (whole: string): ReadonlySet<number> =>
  new Set([whole.length, ...Array.from(graphemes.segment(whole), ({ index }) => index)]);

describe('cutting text', () => {
  it('never cuts inside a grapheme that fits, and always moves on', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 60 }), (whole, most) => {
        for (const end of [graphemeEnd(whole, most), bestEnd(whole, most)]) {
          expect(end <= most || end === whole.length).toBe(true);
          expect(end > 0 || whole === '').toBe(true);
          expect(boundaries(whole).has(end), `${JSON.stringify(whole)} at ${end}`).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('keeps whole sentences where that keeps half of the room', () => {
    expect(cut('첫 문장입니다. 둘째 문장은 이보다 조금 더 깁니다.', 14)).toBe('첫 문장입니다.');
    expect(cut('One sentence. Another one follows.', 20)).toBe('One sentence.');
  });

  it('cuts between words with an ellipsis where a sentence is too long', () => {
    expect(cut('이것은 아주 긴 문장이라서 잘라야 합니다', 15)).toBe('이것은 아주 긴 문장이라서…');
    expect(cutLabel('데이터 사이언티스트를 위한 Cloud AI Platform 소개', 20)).toBe(
      '데이터 사이언티스트를 위한…',
    );
  });

  it('cuts a word that is too long between graphemes', () => {
    expect(cutLabel('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 10)).toBe('👩‍👩‍👧…');
    expect(cutLabel('가'.repeat(200), 100)).toHaveLength(100);
  });

  it('does not tear a surrogate pair out of a grapheme longer than the room', () => {
    const long = `a${'\u{1F3FB}'.repeat(40)}`;
    expect(cutLabel(long, 10).isWellFormed()).toBe(true);
  });

  it('keeps texts that fit as they are', () => {
    fc.assert(
      fc.property(text, (whole) => {
        expect(cut(whole, whole.length)).toBe(whole);
        expect(cutLabel(whole, whole.length + 1)).toBe(whole);
      }),
    );
  });
});
