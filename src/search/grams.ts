import { Numbers } from './grow.ts';
import type { Steps } from './slices.ts';

/** Entries that share pieces ("grams") with a probe, most shared first. */
export interface GramTable {
  /** How many entries it holds. */
  readonly size: number;
  /**
   * @param grams distinct hashes.
   * @param limit how many entries to give.
   * @param least the least share of pieces in common, 0 to 1, that is worth a closer look.
   * @param open true to rank by how much of the probe an entry holds, false by how alike the two are as wholes.
   */
  nearest(grams: readonly number[], limit: number, open: boolean, least?: number): number[];
}

/** Postings that one lookup may visit: what keeps a lookup quick in a table of any size. */
const BUDGET = 16_000;
/** Entries that the lookup at hand met; lookups never overlap. */
const touched = new Uint32Array(BUDGET);

/** Collects the grams of entries 0, 1, 2 … */
export class GramBuilder {
  readonly #hashes = new Numbers();
  readonly #ends = new Numbers();

  /** Adds the next entry. */
  add(grams: readonly number[]): void {
    for (const gram of grams) this.#hashes.push(gram);
    this.#ends.push(this.#hashes.length);
  }

  *finish(): Steps<GramTable> {
    const entries = this.#ends.length;
    const total = this.#hashes.length;
    let buckets = 64;
    while (buckets < total / 8 && buckets < 1 << 17) buckets *= 2;
    const starts = new Uint32Array(buckets + 1);
    const counts = new Uint8Array(entries);
    for (let i = 0; i < total; i += 1) {
      const at = (this.#hashes.get(i) % buckets) + 1;
      starts[at] = (starts[at] ?? 0) + 1;
      if ((i & 0xffff) === 0xffff) yield;
    }
    for (let i = 0; i < buckets; i += 1) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
    const cursor = starts.slice(0, buckets);
    const posts = new Uint32Array(total);
    let from = 0;
    for (let entry = 0; entry < entries; entry += 1) {
      const end = this.#ends.get(entry);
      counts[entry] = Math.min(255, end - from);
      for (; from < end; from += 1) {
        const bucket = this.#hashes.get(from) % buckets;
        const at = cursor[bucket] ?? 0;
        posts[at] = entry;
        cursor[bucket] = at + 1;
      }
      if ((entry & 0xff) === 0xff) yield;
    }
    return table(entries, buckets, starts, posts, counts);
  }
}

function table(
  size: number,
  buckets: number,
  starts: Uint32Array,
  posts: Uint32Array,
  counts: Uint8Array,
): GramTable {
  const shared = new Uint8Array(size);
  return {
    size,
    nearest(grams, limit, open, least = 0) {
      const lists = [...new Set(grams.map((gram) => gram % buckets))].sort(
        (a, b) => (starts[a + 1] ?? 0) - (starts[a] ?? 0) - (starts[b + 1] ?? 0) + (starts[b] ?? 0),
      );
      let met = 0;
      let spent = 0;
      for (const bucket of lists) {
        const from = starts[bucket] ?? 0;
        const end = Math.min(starts[bucket + 1] ?? 0, from + BUDGET - spent);
        for (let i = from; i < end; i += 1) {
          const entry = posts[i] ?? 0;
          const count = shared[entry] ?? 0;
          if (count === 0) {
            touched[met] = entry;
            met += 1;
          }
          shared[entry] = count + 1;
        }
        spent += end - from;
        if (spent >= BUDGET) break;
      }
      const best: number[] = [];
      const scores: number[] = [];
      for (let i = 0; i < met; i += 1) {
        const entry = touched[i] ?? 0;
        const common = shared[entry] ?? 0;
        shared[entry] = 0;
        const own = counts[entry] ?? 1;
        const score = open
          ? common / lists.length - own / 10_000
          : (2 * common) / (lists.length + own) - entry / 1e12;
        if (score < least || (best.length === limit && score <= (scores[limit - 1] ?? 0))) continue;
        let at = best.length;
        while (at > 0 && (scores[at - 1] ?? 0) < score) at -= 1;
        best.splice(at, 0, entry);
        scores.splice(at, 0, score);
        if (best.length > limit) {
          best.pop();
          scores.pop();
        }
      }
      return best;
    },
  };
}

/** The hash of a pair of codes; code 0 stands for an edge. */
export function pair(a: number, b: number): number {
  return (Math.imul(a * 131 + b + 1, 2654435761) >>> 0) >>> 4;
}

/** The pairs of a code string, with its edges, each once. */
export function pairsOf(codes: readonly number[], closed = true): number[] {
  const out = new Set<number>();
  let last = 0;
  for (const code of codes) {
    out.add(pair(last, code));
    last = code;
  }
  if (closed && codes.length > 0) out.add(pair(last, 0));
  return [...out];
}
