import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonEnds, movedBetween } from '#library/compute/moved.ts';

const lists = fc
  .tuple(
    fc.uniqueArray(fc.nat(30), { maxLength: 12 }),
    fc.uniqueArray(fc.nat(30), { maxLength: 12 }),
    fc.boolean(),
  )
  .map(([before, other, shuffled]) => [before, shuffled ? [...before, ...other] : other] as const)
  .map(([before, now]) => [before, [...new Set(now)].sort((a, b) => ((a * 7) % 5) - ((b * 7) % 5))] as const);

test('without what moved, two lists have what both have in one order', () => {
  fc.assert(
    fc.property(lists, ([before, now]) => {
      const moved = movedBetween(before, now);
      const both = (one: readonly number[], other: readonly number[]) =>
        one.filter((value) => other.includes(value) && !moved.has(value));
      expect(both(now, before)).toEqual(both(before, now));
    }),
  );
});

test.each([
  { before: [1, 2, 3, 4], now: [1, 2, 3, 4], moved: [] },
  { before: [1, 2, 3, 4], now: [4, 1, 2, 3], moved: [4] },
  { before: [1, 2, 3, 4], now: [2, 3, 4, 1], moved: [1] },
  { before: [1, 2, 3, 4], now: [0, 1, 3, 5, 4], moved: [] },
  { before: [1, 2, 3, 4, 5], now: [1, 4, 2, 3, 5], moved: [4] },
])('as few as possible moved from $before to $now', ({ before, now, moved }) => {
  expect([...movedBetween(before, now)]).toEqual(moved);
});

test('two lists have the same ends', () => {
  expect(commonEnds([1, 2, 3, 4], [1, 2, 4])).toEqual({ front: 2, back: 1 });
  expect(commonEnds([1, 1], [1, 1, 1])).toEqual({ front: 2, back: 0 });
});
