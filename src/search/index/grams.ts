import type { Steps } from '#library/text/slices.ts';
import { GrowableUint32Array } from './growableArray.ts';

/** How many entries to give, and the least share of pieces in common, 0 to 1, that is worth a closer look. */
export interface GramQuery {
  readonly limit: number;
  readonly least: number;
}

/** Entries that share pieces ("grams") with a probe, most shared first. */
export interface GramTable {
  /** How many entries it holds. */
  readonly size: number;
  /** Those that hold most of the probe, whatever else they hold. */
  holding(grams: readonly number[], wanted: GramQuery): number[];
  /** Those that are most like the probe as wholes. */
  like(grams: readonly number[], wanted: GramQuery): number[];
  /**
   * Both at once, without looking anything up twice; those that hold most come first.
   * @param edges grams that only wholes have in common: those of the probe's end.
   * @param enough true where those that hold most are all that is wanted. It must not look anything up itself.
   */
  both(
    grams: readonly number[],
    edges: readonly number[],
    holding: GramQuery,
    like: GramQuery,
    enough?: (held: readonly number[]) => boolean,
  ): readonly number[];
}

/** Postings that one lookup may walk through: what keeps a lookup quick in a table of any size. */
const BUDGET = 16_000;
/** After so many, the longer lists only add to entries that the shorter ones found. */
const ADMITTED = 1_000;
/** So many of those found, the likeliest, are worth being looked at one by one. */
const LIKELY = 64;
/** Entries that the lookup at hand met; lookups never overlap. */
const touched = new Uint32Array(BUDGET);
/** How many pieces each of them may share, or does where that was counted. */
const likely = new Uint8Array(BUDGET);
/** 1 where it was counted, and the edges it shares on top; else 0. */
const counted = new Uint8Array(BUDGET);
/** How many entries seem to share how many pieces; the last counts all that share more. */
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
    const hashes = this.#hashes.toArray();
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
    for (let i = 0; i < buckets; i += 1) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
    const cursor = starts.slice(0, buckets);
    const posts = new Uint32Array(total);
    const ends = this.#ends.toArray();
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

/** Entries by bucket of pieces, and the buckets of each entry's pieces, as plain data. */
export interface Grams {
  readonly entries: number;
  readonly buckets: number;
  /** Where the entries of each bucket begin in `posts`; one more at the end. */
  readonly starts: Uint32Array;
  readonly posts: Uint32Array;
  /** The buckets of each entry's pieces, up to `ends` of it. */
  readonly held: Uint16Array;
  readonly ends: Uint32Array;
  /** For each entry 64 bits: one for each of its pieces, perhaps shared with others. */
  readonly marks: Uint32Array;
}

/** As which bit a bucket is marked, in one of two halves. */
const bitOf = (bucket: number): number => 1 << (bucket & 31);

/** How many bits are set in both halves. */
function bits(a: number, b: number): number {
  const twosA = a - ((a >>> 1) & 0x55555555);
  const twosB = b - ((b >>> 1) & 0x55555555);
  const fours =
    (twosA & 0x33333333) + ((twosA >>> 2) & 0x33333333) + (twosB & 0x33333333) + ((twosB >>> 2) & 0x33333333);
  return Math.imul((fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24;
}

/** What a piece, and an edge, count while an entry is walked through. */
const PIECE = 1;
const EDGE_BITS = 9;
const EDGE = 1 << EDGE_BITS;

/** Makes the entries ready to be looked up. */
export function gramTable({ entries: size, buckets, starts, posts, held, ends, marks }: Grams): GramTable {
  /** Of the lookup at hand, by entry: how many pieces it is known to share. All 0 between lookups. */
  const shared = new Uint8Array(size);
  /** By bucket: whether it is asked for and not counted by its list. All 0 between lookups. */
  const flags = new Uint16Array(buckets);
  // Of the lookup at hand: the buckets asked for, those of wholes alone, and how many entries were met.
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

  /** Meets the entries of a bucket. */
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

  /** Tells by their marks how many pieces the entries met may share, counting those of `rest`. */
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

  /** Keeps those met that may share most: at least so many, more where they are equal; none with fewer than `fewest`. */
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

  /** Meets what shares rare pieces. An entry that shares fewer than `fewest` is not wanted. */
  const visit = (grams: readonly number[], closing: readonly number[], fewest: number): void => {
    asked = bucketsOf(grams, []);
    edges = bucketsOf(closing, asked);
    const length = (bucket: number): number => (starts[bucket + 1] ?? 0) - (starts[bucket] ?? 0);
    asked.sort((a, b) => length(a) - length(b));
    let spent = 0;
    let done = 0;
    for (const bucket of asked) {
      // An entry that none of the rarer pieces found shares too few by now.
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

  /** Counts the pieces that an entry shares, by walking through what it holds. */
  const count = (i: number): void => {
    const entry = touched[i] ?? 0;
    const end = ends[entry] ?? 0;
    // Pieces in the low bits, edges above them: no entry has as many pieces as would reach these.
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
    // Whoever shares fewer pieces than this cannot reach the least score, however short it is.
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

/** How many of `all` pieces an entry shares at least that is wanted. */
function fewestOf(open: boolean, least: number, all: number): number {
  return Math.max(1, open ? least * all : (least * all) / (2 - least)) - 1e-6;
}
