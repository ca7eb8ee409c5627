import type { Steps } from '#library/compute/slicedWork.ts';
import { free, GrowableUint32Array } from './growableArray.ts';

/** Most entries to return, and the least share of common grams, 0 to 1, of a candidate. */
export interface GramQuery {
  readonly limit: number;
  readonly least: number;
}

/** An inverted index from grams to entries; finds the entries that share most grams with a probe. */
export interface GramTable {
  /** Number of entries. */
  readonly size: number;
  /** Entries that contain most of the probe's grams. */
  holding(grams: readonly number[], wanted: GramQuery): number[];
  /** Entries that are most similar to the probe as a whole. */
  like(grams: readonly number[], wanted: GramQuery): number[];
  /**
   * Both lookups in one pass; containing entries come first.
   * @param edges grams that only complete matches share: those of the probe's end.
   * @param enough true where the containing entries suffice. It must not start another lookup.
   */
  both(
    grams: readonly number[],
    edges: readonly number[],
    holding: GramQuery,
    like: GramQuery,
    enough?: (held: readonly number[]) => boolean,
  ): readonly number[];
}

/** Most postings that one lookup reads: bounds its time in a table of any size. */
const BUDGET = 16_000;
/** After so many candidates, longer posting lists only add to the counts of entries found already. */
const ADMITTED = 1_000;
/** So many of the likeliest candidates are verified one by one. */
const LIKELY = 64;
/** Candidate entries of the current lookup; lookups never overlap. */
const touched = new Uint32Array(BUDGET);
/** Upper bound of the grams that each candidate shares; exact once counted. */
const likely = new Uint8Array(BUDGET);
/** 1 where the candidate was counted, plus the number of shared edges; else 0. */
const counted = new Uint8Array(BUDGET);
/** Histogram of candidates by number of shared grams; the last bin counts all above. */
const histogram = new Uint32Array(65);

/** Collects the grams of entries 0, 1, 2 … */
export class GramBuilder {
  readonly #hashes = new GrowableUint32Array();
  readonly #ends = new GrowableUint32Array();

  /** Adds the next entry. */
  add(grams: readonly number[]): void {
    for (const gram of grams) this.#hashes.push(gram);
    this.#ends.push(this.#hashes.length);
  }

  *finish(): Steps<Grams> {
    const entries = this.#ends.length;
    const hashes = this.#hashes.finish();
    const total = hashes.length;
    let buckets = 64;
    while (buckets < total / 8 && buckets < 1 << 16) buckets *= 2;
    const starts = new Uint32Array(buckets + 1);
    const held = new Uint16Array(total);
    for (let i = 0; i < total; i += 1) {
      const bucket = (hashes[i] ?? 0) % buckets;
      held[i] = bucket;
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
      if ((i & 0xffff) === 0xffff) yield;
    }
    free(hashes);
    for (let i = 0; i < buckets; i += 1) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
    const cursor = starts.slice(0, buckets);
    const posts = new Uint32Array(total);
    const ends = this.#ends.finish();
    const marks = new Uint32Array(entries * 2);
    for (let entry = 0, i = 0; entry < entries; entry += 1) {
      for (const end = ends[entry] ?? 0; i < end; i += 1) {
        const bucket = held[i] ?? 0;
        const at = cursor[bucket] ?? 0;
        posts[at] = entry;
        cursor[bucket] = at + 1;
        const mark = entry * 2 + ((bucket >>> 5) & 1);
        marks[mark] = (marks[mark] ?? 0) | bitOf(bucket);
      }
      if ((entry & 0xff) === 0xff) yield;
    }
    return { entries, buckets, starts, posts, held, ends, marks };
  }
}

/** Entries by bucket of grams, and the buckets of each entry's grams, as plain data. */
export interface Grams {
  readonly entries: number;
  readonly buckets: number;
  /** Where the entries of each bucket begin in `posts`; one more at the end. */
  readonly starts: Uint32Array;
  readonly posts: Uint32Array;
  /** The buckets of each entry's grams, up to `ends` of it. */
  readonly held: Uint16Array;
  readonly ends: Uint32Array;
  /** A 64-bit signature (Bloom filter) of each entry's grams. */
  readonly marks: Uint32Array;
}

/** The signature bit of a bucket, in one of two halves. */
const bitOf = (bucket: number): number => 1 << (bucket & 31);

/** Number of bits set in both halves. */
function bits(a: number, b: number): number {
  const twosA = a - ((a >>> 1) & 0x55555555);
  const twosB = b - ((b >>> 1) & 0x55555555);
  const fours =
    (twosA & 0x33333333) + ((twosA >>> 2) & 0x33333333) + (twosB & 0x33333333) + ((twosB >>> 2) & 0x33333333);
  return Math.imul((fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24;
}

/** The weight of a gram, and of an edge, while an entry is counted. */
const PIECE = 1;
const EDGE_BITS = 9;
const EDGE = 1 << EDGE_BITS;

/** Prepares the entries for lookups. */
export function gramTable({ entries: size, buckets, starts, posts, held, ends, marks }: Grams): GramTable {
  /** Current lookup, by entry: number of grams known to be shared. All 0 between lookups. */
  const shared = new Uint8Array(size);
  /** By bucket: wanted, and not yet counted through its posting list. All 0 between lookups. */
  const flags = new Uint16Array(buckets);
  // Current lookup: wanted buckets, those of edges alone, and number of candidates.
  let asked: number[] = [];
  let edges: number[] = [];
  let met = 0;

  const bucketsOf = (grams: readonly number[], known: readonly number[]): number[] => {
    const out: number[] = [];
    for (const gram of grams) {
      const bucket = gram % buckets;
      if (!known.includes(bucket) && !out.includes(bucket)) out.push(bucket);
    }
    return out;
  };

  /** Adds the entries of a bucket to the candidates. */
  const meet = (bucket: number): number => {
    const from = starts[bucket] ?? 0;
    const end = Math.min(starts[bucket + 1] ?? 0, from + BUDGET);
    let at = met;
    for (let i = from; i < end; i += 1) {
      const entry = posts[i] ?? 0;
      const count = shared[entry] ?? 0;
      if (count === 0) {
        touched[at] = entry;
        at += 1;
      }
      if (count < 255) shared[entry] = count + 1;
    }
    met = at;
    return end - from;
  };

  /** Estimates from signatures how many grams the candidates may share, including those of `rest`. */
  const guess = (rest: readonly number[]): void => {
    let first = 0;
    let second = 0;
    for (const bucket of rest)
      if ((bucket & 32) === 0) first |= bitOf(bucket);
      else second |= bitOf(bucket);
    const all = met;
    for (let i = 0; i < all; i += 1) {
      const entry = touched[i] ?? 0;
      likely[i] =
        (shared[entry] ?? 0) + bits((marks[entry * 2] ?? 0) & first, (marks[entry * 2 + 1] ?? 0) & second);
    }
  };

  /** Keeps the candidates that may share most: at least so many, plus ties; none with fewer than `fewest`. */
  const keepLikely = (fewest: number): void => {
    const most = histogram.length - 1;
    const all = met;
    histogram.fill(0);
    for (let i = 0; i < all; i += 1) {
      const count = Math.min(most, likely[i] ?? 0);
      histogram[count] = (histogram[count] ?? 0) + 1;
    }
    let least = most;
    let sum = histogram[least] ?? 0;
    while (least > Math.max(1, fewest) && sum < LIKELY) {
      least -= 1;
      sum += histogram[least] ?? 0;
    }
    let kept = 0;
    for (let i = 0; i < all; i += 1) {
      const entry = touched[i] ?? 0;
      const count = likely[i] ?? 0;
      if (count >= least) {
        touched[kept] = entry;
        likely[kept] = count;
        kept += 1;
      } else shared[entry] = 0;
    }
    met = kept;
  };

  const length = (bucket: number): number => (starts[bucket + 1] ?? 0) - (starts[bucket] ?? 0);

  /** Sorts a few buckets in place, by insertion: the array's own method makes copies. */
  const rarestFirst = (few: number[]): void => {
    for (let i = 1; i < few.length; i += 1) {
      const bucket = few[i] ?? 0;
      let at = i;
      for (; at > 0 && length(few[at - 1] ?? 0) > length(bucket); at -= 1) few[at] = few[at - 1] ?? 0;
      few[at] = bucket;
    }
  };

  /** Collects entries that share rare grams. An entry that shares fewer than `fewest` is not wanted. */
  const visit = (grams: readonly number[], closing: readonly number[], fewest: number): void => {
    asked = bucketsOf(grams, []);
    edges = bucketsOf(closing, asked);
    rarestFirst(asked);
    let spent = 0;
    let done = 0;
    for (const bucket of asked) {
      // An entry found through none of the rarer grams can no longer share enough.
      if (met > 0 && (asked.length - done < fewest || spent + Math.min(BUDGET, length(bucket)) > ADMITTED))
        break;
      spent += meet(bucket);
      done += 1;
    }
    const rest = asked.slice(done);
    for (const bucket of rest) flags[bucket] = PIECE;
    for (const bucket of edges) flags[bucket] = EDGE;
    guess(rest);
    if (met > LIKELY) keepLikely(fewest);
    counted.fill(0, 0, met);
  };

  /** Counts the grams that an entry shares, by walking its gram list. */
  const count = (i: number): void => {
    const entry = touched[i] ?? 0;
    const end = ends[entry] ?? 0;
    // Grams in the low bits, edges above them: no entry has enough grams to overflow.
    let sum = shared[entry] ?? 0;
    for (let at = entry === 0 ? 0 : (ends[entry - 1] ?? 0); at < end; at += 1)
      sum += flags[held[at] ?? 0] ?? 0;
    likely[i] = sum & (EDGE - 1);
    counted[i] = 1 + (sum >>> EDGE_BITS);
  };

  const best = (open: boolean, { limit, least }: GramQuery): number[] => {
    const entries: number[] = [];
    const scores: number[] = [];
    const closing = open ? 0 : edges.length;
    const all = asked.length + closing;
    const scoreOf = (entry: number, common: number): number => {
      const own = (ends[entry] ?? 0) - (entry === 0 ? 0 : (ends[entry - 1] ?? 0));
      return open ? common / all - own / 10_000 : (2 * common) / (all + own) - entry / 1e12;
    };
    // An entry that shares fewer grams than this cannot reach the least score, however short it is.
    const fewest = fewestOf(open, least, all);
    let worst = least;
    for (let i = 0; i < met; i += 1) {
      const known = (likely[i] ?? 0) + closing;
      if (known < fewest) continue;
      const entry = touched[i] ?? 0;
      if (scoreOf(entry, known) < worst) continue;
      if (counted[i] === 0) count(i);
      const common = (likely[i] ?? 0) + (open ? 0 : (counted[i] ?? 0) - 1);
      const score = scoreOf(entry, common);
      if (common < fewest || score < least || (entries.length === limit && score <= worst)) continue;
      let at = entries.length < limit ? entries.length : limit - 1;
      for (; at > 0 && (scores[at - 1] ?? 0) < score; at -= 1) {
        entries[at] = entries[at - 1] ?? 0;
        scores[at] = scores[at - 1] ?? 0;
      }
      entries[at] = entry;
      scores[at] = score;
      if (entries.length === limit) worst = scores[limit - 1] ?? 0;
    }
    return entries;
  };

  const forget = (): void => {
    for (let i = 0; i < met; i += 1) shared[touched[i] ?? 0] = 0;
    for (const bucket of asked) flags[bucket] = 0;
    for (const bucket of edges) flags[bucket] = 0;
    met = 0;
  };

  const one = (open: boolean) => (grams: readonly number[], wanted: GramQuery) => {
    visit(grams, [], fewestOf(open, wanted.least, grams.length));
    const found = best(open, wanted);
    forget();
    return found;
  };

  return {
    size,
    holding: one(true),
    like: one(false),
    both(grams, closing, holding, like, enough) {
      const all = grams.length + closing.length;
      const fewest = Math.min(fewestOf(true, holding.least, grams.length), fewestOf(false, like.least, all));
      visit(grams, closing, fewest - closing.length);
      const found = best(true, holding);
      if (enough?.(found) !== true) found.push(...best(false, like));
      forget();
      return found;
    },
  };
}

/** The least number of `all` grams that a wanted entry shares. */
function fewestOf(open: boolean, least: number, all: number): number {
  return Math.max(1, open ? least * all : (least * all) / (2 - least)) - 1e-6;
}
