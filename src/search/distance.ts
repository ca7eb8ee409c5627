/** What changing one code string into another costs. Codes are below `size`. */
export interface Costs {
  readonly size: number;
  /** Cost of `b` in the place of `a`, at `a * size + b`. */
  readonly swap: Float32Array;
  /** Cost of leaving out or putting in a code. */
  readonly gap: Float32Array;
  /** Cost of two neighbours in the wrong order. */
  readonly turn: number;
  /** Cost of a code typed twice. */
  readonly again: number;
}

const WIDTH = 130;
let before = new Float64Array(WIDTH);
let last = new Float64Array(WIDTH);
let row = new Float64Array(WIDTH);

/**
 * The cheapest way to write `a` as `b`, or more than `limit` where it costs more than that.
 * @param open with true, what `b` has left over at its end is free: `a` is the beginning of `b`.
 */
export function distance(
  a: readonly number[],
  b: readonly number[],
  costs: Costs,
  limit: number,
  open = false,
): number {
  const { size, swap, gap, turn, again } = costs;
  const n = Math.min(a.length, WIDTH - 2);
  const m = Math.min(b.length, WIDTH - 2, open ? n + 6 : WIDTH);
  last[0] = 0;
  for (let j = 1; j <= m; j += 1) last[j] = (last[j - 1] ?? 0) + (gap[b[j - 1] ?? 0] ?? 1);
  let end = open ? 0 : (last[m] ?? 0);
  for (let i = 1; i <= n; i += 1) {
    const x = a[i - 1] ?? 0;
    const w = i > 1 ? (a[i - 2] ?? 0) : -1;
    const drop = w === x ? again : (gap[x] ?? 1);
    row[0] = (last[0] ?? 0) + drop;
    let least = row[0] ?? 0;
    for (let j = 1; j <= m; j += 1) {
      const y = b[j - 1] ?? 0;
      let best = (last[j - 1] ?? 0) + (x === y ? 0 : (swap[x * size + y] ?? 1));
      const left = (last[j] ?? 0) + drop;
      if (left < best) best = left;
      const v = j > 1 ? (b[j - 2] ?? 0) : -2;
      const added = (row[j - 1] ?? 0) + (v === y ? again : (gap[y] ?? 1));
      if (added < best) best = added;
      if (x === v && w === y) {
        const turned = (before[j - 2] ?? 0) + turn;
        if (turned < best) best = turned;
      }
      row[j] = best;
      if (best < least) least = best;
    }
    if (least > limit + turn) return limit + 1;
    const spare = before;
    before = last;
    last = row;
    row = spare;
  }
  end = last[m] ?? 0;
  if (open) for (let j = 0; j < m; j += 1) end = Math.min(end, last[j] ?? 0);
  return end;
}
