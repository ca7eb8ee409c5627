import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runAtOnce } from '#library/compute/slicedWork.ts';
import { GramBuilder, gramTable } from '#search/index/tables/grams.ts';

const pieces = fc.uniqueArray(fc.nat(63), { minLength: 1, maxLength: 12 });
const HOLDING = { limit: 5, least: 0.5 };
const LIKE = { limit: 5, least: 0.3 };

function tableOf(entries: readonly (readonly number[])[]): ReturnType<typeof gramTable> {
  const builder = new GramBuilder();
  for (const entry of entries) builder.add(entry);
  return gramTable(runAtOnce(builder.finish()));
}

/** What is asked for, without any shortcut. */
function slowly(
  entries: readonly (readonly number[])[],
  asked: readonly number[],
  { limit, least }: typeof LIKE,
  open: boolean,
): number[] {
  return entries
    .map((entry, at) => {
      const common = asked.filter((piece) => entry.includes(piece)).length;
      const score = open
        ? common / asked.length - entry.length / 10_000
        : (2 * common) / (asked.length + entry.length) - at / 1e12;
      return { at, common, score };
    })
    .filter(({ common, score }) => common > 0 && score >= least)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, limit)
    .map(({ at }) => at);
}

describe('grams', () => {
  const entries = fc.array(pieces, { minLength: 1, maxLength: 60 });

  it('gives the entries that share most pieces', () => {
    fc.assert(
      fc.property(entries, pieces, (held, asked) => {
        const table = tableOf(held);
        expect(table.like(asked, LIKE)).toEqual(slowly(held, asked, LIKE, false));
        const worth = (at: readonly number[]): (readonly number[])[] =>
          at.map((entry) => [
            asked.filter((piece) => held[entry]?.includes(piece)).length,
            held[entry]?.length ?? 0,
          ]);
        // Which of equals comes first is left open.
        expect(worth(table.holding(asked, HOLDING))).toEqual(worth(slowly(held, asked, HOLDING, true)));
      }),
      { numRuns: 300 },
    );
  });

  it('gives both kinds at once, edges counting for wholes alone', () => {
    fc.assert(
      fc.property(entries, fc.uniqueArray(fc.nat(63), { minLength: 3, maxLength: 12 }), (held, asked) => {
        const table = tableOf(held);
        const [edge = 0, ...inner] = asked;
        const open = table.holding(inner, HOLDING);
        expect(table.both(inner, [edge], HOLDING, LIKE, () => true)).toEqual(open);
        // An entry that shares the edge alone is nothing to meet.
        const met = held.map((entry) => (inner.some((piece) => entry.includes(piece)) ? entry : []));
        const found = table.both(inner, [edge], HOLDING, LIKE);
        expect(found.slice(0, open.length)).toEqual(open);
        const scores = (at: readonly number[]): number[] =>
          at.map((entry) => asked.filter((piece) => met[entry]?.includes(piece)).length);
        expect(scores(found.slice(open.length))).toEqual(
          scores(
            slowly(held, asked, { ...LIKE, limit: 60 }, false)
              .filter((at) => (met[at]?.length ?? 0) > 0)
              .slice(0, LIKE.limit),
          ),
        );
        // Nothing is left over from one lookup to the next.
        expect(table.both(inner, [edge], HOLDING, LIKE)).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });
});
