import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshOf, goneOf, hunksBetween, patched, scriptOf, withReplaced } from '#library/compute/hunks.ts';

const list = fc.array(fc.nat(8), { maxLength: 14 });
/** A list with some elements elsewhere, others, more or fewer. */
const edited = fc
  .tuple(
    fc.array(fc.nat(99), { maxLength: 40 }),
    fc.array(fc.tuple(fc.nat(40), fc.nat(3), list), { maxLength: 3 }),
  )
  .map(
    ([before, edits]) =>
      [
        before,
        edits.reduce(
          (now, [at, gone, fresh]) => now.toSpliced(at % (now.length + 1), gone, ...fresh),
          before,
        ),
      ] as const,
  );

/** The length of the longest common subsequence, by the textbook. */
function commonLength(a: readonly number[], b: readonly number[]): number {
  let last = b.map(() => 0);
  for (const one of a) {
    const row: number[] = [];
    for (const [at, other] of b.entries())
      row.push(one === other ? (last[at - 1] ?? 0) + 1 : Math.max(last[at] ?? 0, row[at - 1] ?? 0));
    last = row;
  }
  return last.at(-1) ?? 0;
}

test('the hunks between two lists lead from one to the other, and are as short as can be', () => {
  fc.assert(
    fc.property(fc.oneof(fc.tuple(list, list), edited), ([before, now]) => {
      const hunks = hunksBetween(before, now);
      expect(patched(before, hunks, freshOf(now, hunks))).toEqual(now);
      const common = commonLength(before, now);
      expect(goneOf(before, hunks).length).toBe(before.length - common);
      expect(freshOf(now, hunks).length).toBe(now.length - common);
      for (const [at, { gone, fresh, before: from }] of hunks.entries()) {
        expect(gone + fresh).toBeGreaterThan(0);
        // Something equal stands between two of them.
        expect(from).toBeGreaterThan((hunks[at - 1]?.before ?? -2) + (hunks[at - 1]?.gone ?? 0));
      }
    }),
  );
});

test('they are as short as can be where much differs', () => {
  const before = Array.from({ length: 1000 }, (_, at) => at);
  const now = [...before.slice(500), ...before.slice(0, 450).map((one) => (one % 3 === 0 ? -one - 1 : one))];
  const hunks = hunksBetween(before, now);
  expect(patched(before, hunks, freshOf(now, hunks))).toEqual(now);
  expect(goneOf(before, hunks).length).toBe(500);
  expect(hunks[0]).toEqual({ before: 0, now: 0, gone: 500, fresh: 0 });
});

test('a list that was made by a script tells it', () => {
  const before = Array.from({ length: 300 }, (_, at) => at);
  // Longer than the shortest: the first one comes back.
  const hunks = [{ before: 0, now: 0, gone: 1, fresh: 1 }];
  const now = patched(before, hunks, [0]);
  expect(hunksBetween(before, now)).toBe(hunks);
  expect(hunksBetween([...before], now)).toEqual([]);
  expect(hunksBetween(before, [...now])).toEqual([]);
});

/** Hunks of which nothing equal stands between two are one. */
function expectApart(hunks: ReturnType<typeof hunksBetween>): void {
  for (const [at, { before, now }] of hunks.entries()) {
    const last = hunks[at - 1] ?? { before: -1, now: -1, gone: 0, fresh: 0 };
    expect(before).toBeGreaterThan(last.before + last.gone);
    expect(now).toBeGreaterThan(last.now + last.fresh);
  }
}

test('stretches that go and elements that come into what is left are one script', () => {
  const marks = fc.array(fc.boolean(), { maxLength: 30 });
  fc.assert(
    fc.property(marks, fc.array(fc.nat(30), { maxLength: 6 }), (goes, spots) => {
      const before = goes.map((_, at) => at);
      const out = goes.flatMap((gone, at) => (gone ? [{ before: at, gone: 1 }] : []));
      const left = before.filter((at) => goes[at] !== true);
      const come = spots.map((spot) => Math.min(spot, left.length)).sort((a, b) => a - b);
      const fresh = come.map((_, at) => 100 + at);
      const hunks = scriptOf(out, come);
      const now = left.flatMap((one, at) => [...fresh.filter((_, index) => come[index] === at), one]);
      now.push(...fresh.filter((_, index) => come[index] === left.length));
      expect(patched(before, hunks, fresh)).toEqual(now);
      expect(freshOf(now, hunks)).toEqual(fresh);
      expectApart(hunks);
    }),
  );
});

test('elements that stay make way for others within the same script', () => {
  fc.assert(
    fc.property(edited, fc.array(fc.nat(60), { maxLength: 8 }), ([before, now], spots) => {
      const places = spots.filter((spot) => spot < now.length);
      const hunks = withReplaced(hunksBetween(before, now), places);
      const other = now.map((one, at) => (places.includes(at) ? -1 - one : one));
      expect(patched(before, hunks, freshOf(other, hunks))).toEqual(other);
      expectApart(hunks);
    }),
  );
});
