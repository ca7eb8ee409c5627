import { Numbers } from './grow.ts';
import type { Steps } from './slices.ts';

/** How many entries to give, and the least share of pieces in common, 0 to 1, that is worth a closer look. */
export interface Wanted {
  readonly limit: number;
  readonly least: number;
}

/** Entries that share pieces ("grams") with a probe, most shared first. */
export interface GramTable {
  /** How many entries it holds. */
  readonly size: number;
  /** Those that hold most of the probe, whatever else they hold. */
  holding(grams: readonly number[], wanted: Wanted): number[];
  /** Those that are most like the probe as wholes. */
  like(grams: readonly number[], wanted: Wanted): number[];
  /**
   * Both at once, without looking anything up twice; those that hold most come first.
   * @param edges grams that only wholes have in common: those of the probe's end.
   * @param enough true where those that hold most are all that is wanted. It must not look anything up itself.
   */
  both(
    grams: readonly number[],
    edges: readonly number[],
    holding: Wanted,
    like: Wanted,
    enough?: (held: readonly number[]) => boolean,
  ): readonly number[];
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
  // Of the lookup at hand: how many entries were met, postings visited, and buckets looked into.
  let met = 0;
  let spent = 0;
  let looked: number[] = [];

  const visit = (grams: readonly number[]): void => {
    const lists: number[] = [];
    for (const gram of grams) {
      const bucket = gram % buckets;
      if (!looked.includes(bucket) && !lists.includes(bucket)) lists.push(bucket);
    }
    lists.sort((a, b) => (starts[a + 1] ?? 0) - (starts[a] ?? 0) - (starts[b + 1] ?? 0) + (starts[b] ?? 0));
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
    }
    looked = looked.length === 0 ? lists : [...looked, ...lists];
  };

  const best = (open: boolean, { limit, least }: Wanted): number[] => {
    const entries: number[] = [];
    const scores: number[] = [];
    const all = looked.length;
    // Whoever shares fewer pieces than this cannot reach the least score, however short it is.
    let fewest = Math.max(1, open ? least * all : (least * all) / (2 - least)) - 1e-6;
    for (let i = 0; i < met; i += 1) {
      const entry = touched[i] ?? 0;
      const common = shared[entry] ?? 0;
      if (common < fewest) continue;
      const own = counts[entry] ?? 1;
      const score = open ? common / all - own / 10_000 : (2 * common) / (all + own) - entry / 1e12;
      if (score < least || (entries.length === limit && score <= (scores[limit - 1] ?? 0))) continue;
      let at = entries.length < limit ? entries.length : limit - 1;
      for (; at > 0 && (scores[at - 1] ?? 0) < score; at -= 1) {
        entries[at] = entries[at - 1] ?? 0;
        scores[at] = scores[at - 1] ?? 0;
      }
      entries[at] = entry;
      scores[at] = score;
      if (open && entries.length === limit) fewest = Math.max(fewest, (scores[limit - 1] ?? 0) * all - 1e-6);
    }
    return entries;
  };

  const forget = (): void => {
    for (let i = 0; i < met; i += 1) shared[touched[i] ?? 0] = 0;
    met = 0;
    spent = 0;
    looked = [];
  };

  const one = (open: boolean) => (grams: readonly number[], wanted: Wanted) => {
    visit(grams);
    const found = best(open, wanted);
    forget();
    return found;
  };

  return {
    size,
    holding: one(true),
    like: one(false),
    both(grams, edges, holding, like, enough) {
      visit(grams);
      const found = best(true, holding);
      if (enough?.(found) !== true) {
        visit(edges);
        found.push(...best(false, like));
      }
      forget();
      return found;
    },
  };
}

/** The hash of a pair of codes; code 0 stands for an edge. */
export function pair(a: number, b: number): number {
  return (Math.imul(a * 131 + b + 1, 2654435761) >>> 0) >>> 4;
}

/** The pair of a code string's last code and its end. */
export function endPair(codes: readonly number[]): number {
  return pair(codes[codes.length - 1] ?? 0, 0);
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
