import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWaits } from '#discord/rest/waits.ts';

const refusal = (retryAfter?: string): Headers =>
  new Headers(retryAfter === undefined ? {} : { 'retry-after': retryAfter });

/** The waits of so many 429 in a row. */
const waitsOf = (retryAfter: string | undefined, count: number): readonly (string | null)[] => {
  const waits = createWaits();
  return Array.from({ length: count }, () => {
    const headers = refusal(retryAfter);
    waits.correct('POST /x', 429, headers);
    return headers.get('retry-after');
  });
};

test('a wait that is named is kept', () => {
  expect(waitsOf('0.35', 2)).toEqual(['0.35', '0.35']);
  expect(waitsOf('600', 1)).toEqual(['600']);
});

test.each([undefined, '0', '0.000', '-3', 'soon', 'Wed, 21 Oct 2026 07:28:00 GMT', '1e9', 'NaN'])(
  'a wait that is missing, zero, a date or nonsense grows by itself: %s',
  (given) => {
    expect(waitsOf(given, 8)).toEqual(['1', '2', '4', '8', '16', '32', '60', '60']);
  },
);

test('an answer in between begins anew, and others are counted apart', () => {
  const waits = createWaits();
  const ask = (request: string, status: number): string | null => {
    const headers = refusal();
    waits.correct(request, status, headers);
    return headers.get('retry-after');
  };
  expect([ask('a', 429), ask('a', 429), ask('b', 429), ask('a', 200), ask('a', 429)]).toEqual([
    '1',
    '2',
    '1',
    null,
    '1',
  ]);
});

test('whatever the headers say, a timer can hold the wait, and none is zero', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.bigInt().map(String)), (value) => {
      const headers = new Headers();
      try {
        headers.set('retry-after', value);
        headers.set('x-ratelimit-reset-after', value);
      } catch {
        return;
      }
      createWaits().correct('a', 429, headers);
      const wait = Number(headers.get('retry-after'));
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(86_400);
      const reset = headers.get('x-ratelimit-reset-after');
      if (reset !== null) expect(Number(reset)).toBeLessThanOrEqual(86_400);
    }),
  );
});
