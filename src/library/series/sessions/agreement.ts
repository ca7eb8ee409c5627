import type { Draft } from '../../post/model.ts';

/** Fewer headings than these tell nothing. */
const FEWEST = 2;
const MOST_COMPARED = 200;
const SAME_SHAPE = 0.75;
const SAME_TERMS = 0.3;
const ENOUGH_TERMS = 4;
const TEXT = 4_000;

function levels({ sections }: Draft): number[] {
  return sections.flatMap(({ level }) => (level === undefined ? [] : [level])).slice(0, MOST_COMPARED);
}

/** Length of the longest run of items that both lists have in this order, with gaps. */
function inCommon(one: readonly number[], other: readonly number[]): number {
  let above = new Array<number>(other.length + 1).fill(0);
  for (const item of one) {
    const row = [0];
    for (const [at, theirs] of other.entries()) {
      row.push(item === theirs ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}

/** Names and numbers in Latin letters: a translation keeps them. */
function terms({ sections }: Draft): Set<string> {
  const text = sections.map(({ name, text }) => `${name} ${text}`).join(' ');
  return new Set(
    text
      .slice(0, TEXT)
      .toLowerCase()
      .match(/[a-z][a-z0-9]+|\d+/gu) ?? [],
  );
}

/** True for two posts whose headings nest alike and whose texts name the same things, as those of translations do. */
export function outlinesAgree(one: Draft, other: Draft): boolean {
  const [mine, theirs] = [levels(one), levels(other)];
  const most = Math.max(mine.length, theirs.length);
  if (Math.min(mine.length, theirs.length) < FEWEST || inCommon(mine, theirs) < most * SAME_SHAPE)
    return false;
  const [a, b] = [terms(one), terms(other)];
  const fewest = Math.min(a.size, b.size);
  return fewest < ENOUGH_TERMS || a.intersection(b).size >= fewest * SAME_TERMS;
}
