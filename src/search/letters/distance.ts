/** Costs of a weighted edit distance. Codes are below `size`. */
export interface Costs {
  readonly size: number;
  /** Cost of substituting `b` for `a`, at `a * size + b`. */
  readonly swap: Float32Array;
  /** Cost of an insertion or deletion of a code. */
  readonly gap: Float32Array;
  /** Cost of a transposition. */
  readonly turn: number;
  /** Cost of a doubled code. */
  readonly again: number;
  /** The least cost of any gap. */
  readonly least: number;
}

const WIDTH = 130;
const FAR = 1e6;
let before = new Float64Array(WIDTH);
let last = new Float64Array(WIDTH);
let row = new Float64Array(WIDTH);

/**
 * The weighted edit distance of `a` and `b`; stops above `limit`.
 * @param open with true, the rest of `b` is free: `a` is a prefix of `b`.
 */
export function distance(
  a: readonly number[],
  b: readonly number[],
  costs: Costs,
  limit: number,
  open = false,
): number {
  const { size, swap, gap, turn, again, least } = costs;
  // Farther from the diagonal than this, gaps alone exceed the limit.
  const band = Math.floor(limit / least) + 1;
  const n = Math.min(a.length, WIDTH - 2);
  const m = Math.min(b.length, WIDTH - 2, open ? n + band : WIDTH);
  if (n - m > band || m - n > band) return limit + 1;
  last[0] = 0;
  for (let j = 1; j <= m; j += 1) {
    const y = b[j - 1] ?? 0;
    last[j] = j > band ? FAR : (last[j - 1] ?? 0) + (j > 1 && y === b[j - 2] ? again : (gap[y] ?? 1));
  }
  for (let i = 1; i <= n; i += 1) {
    const x = a[i - 1] ?? 0;
    const w = i > 1 ? (a[i - 2] ?? 0) : -1;
    const drop = w === x ? again : (gap[x] ?? 1);
    const from = Math.max(1, i - band);
    const to = Math.min(m, i + band);
    row[from - 1] = from === 1 ? (last[0] ?? 0) + drop : FAR;
    let nearest = row[from - 1] ?? FAR;
    let v = from > 1 ? (b[from - 2] ?? 0) : -2;
    for (let j = from; j <= to; j += 1) {
      const y = b[j - 1] ?? 0;
      let best = (last[j - 1] ?? FAR) + (x === y ? 0 : (swap[x * size + y] ?? 1));
      const left = (last[j] ?? FAR) + drop;
      if (left < best) best = left;
      const added = (row[j - 1] ?? FAR) + (v === y ? again : (gap[y] ?? 1));
      if (added < best) best = added;
      if (x === v && w === y) {
        const turned = (before[j - 2] ?? FAR) + turn;
        if (turned < best) best = turned;
      }
      row[j] = best;
      if (best < nearest) nearest = best;
      v = y;
    }
    if (to < m) row[to + 1] = FAR;
    if (nearest > limit) return limit + 1;
    const spare = before;
    before = last;
    last = row;
    row = spare;
  }
  if (!open) return last[m] ?? FAR;
  let end = FAR;
  for (let j = Math.max(0, n - band); j <= m; j += 1) end = Math.min(end, last[j] ?? FAR);
  return end;
}
