import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { bestEnd, cut, cutLabel, graphemeEnd } from '#pages/cut.ts';

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
          assert.ok(end <= most || end === whole.length);
          assert.ok(end > 0 || whole === '');
          assert.ok(boundaries(whole).has(end), `${JSON.stringify(whole)} at ${end}`);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('keeps whole sentences where that keeps half of the room', () => {
    assert.equal(cut('첫 문장입니다. 둘째 문장은 이보다 조금 더 깁니다.', 14), '첫 문장입니다.');
    assert.equal(cut('One sentence. Another one follows.', 20), 'One sentence.');
  });

  it('cuts between words with an ellipsis where a sentence is too long', () => {
    assert.equal(cut('이것은 아주 긴 문장이라서 잘라야 합니다', 15), '이것은 아주 긴 문장이라서…');
    assert.equal(
      cutLabel('데이터 사이언티스트를 위한 Cloud AI Platform 소개', 20),
      '데이터 사이언티스트를 위한…',
    );
  });

  it('cuts a word that is too long between graphemes', () => {
    assert.equal(cutLabel('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 10), '👩‍👩‍👧…');
    assert.equal(cutLabel('가'.repeat(200), 100).length, 100);
  });

  it('does not tear a surrogate pair out of a grapheme longer than the room', () => {
    const long = `a${'\u{1F3FB}'.repeat(40)}`;
    assert.ok(cutLabel(long, 10).isWellFormed());
  });

  it('keeps texts that fit as they are', () => {
    fc.assert(
      fc.property(text, (whole) => {
        assert.equal(cut(whole, whole.length), whole);
        assert.equal(cutLabel(whole, whole.length + 1), whole);
      }),
    );
  });
});
