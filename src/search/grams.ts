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

/** Postings that one lookup may walk through: what keeps a lookup quick in a table of any size. */
const BUDGET = 16_000;
/** After so many, the longer lists only add to entries that the shorter ones found. */
const ADMITTED = 1_500;
/** So many of those found, the likeliest, are worth being looked at one by one. */
const LIKELY = 64;
/** Entries that the lookup at hand met; lookups never overlap. */
const touched = new Uint32Array(BUDGET);
/** How many pieces each of them seems to share. */
const likely = new Uint8Array(BUDGET);
/** How many entries seem to share how many pieces; the last counts all that share more. */
const histogram = new Uint32Array(65);

/** Collects the grams of entries 0, 1, 2 … */
export class GramBuilder {
  readonly #hashes = new Numbers();
  readonly #ends = new Numbers();

  /** Adds the next entry. */
  add(grams: readonly number[]): void {
    for (const gram of grams) this.#hashes.push(gram);
    this.#ends.push(this.#hashes.length);
  }

  *finish(): Steps<Grams> {
    const entries = this.#ends.length;
    const total = this.#hashes.length;
    let buckets = 64;
    while (buckets < total / 8 && buckets < 1 << 17) buckets *= 2;
    const starts = new Uint32Array(buckets + 1);
    const held = new Uint32Array(total);
    for (let i = 0; i < total; i += 1) {
      const bucket = this.#hashes.get(i) % buckets;
      held[i] = bucket;
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
      if ((i & 0xffff) === 0xffff) yield;
    }
    for (let i = 0; i < buckets; i += 1) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
    const cursor = starts.slice(0, buckets);
    const posts = new Uint32Array(total);
    const ends = this.#ends.whole();
    const marks = new Uint32Array(entries * 2);
    for (let entry = 0, i = 0; entry < entries; entry += 1) {
      for (const end = ends[entry] ?? 0; i < end; i += 1) {
        const bucket = held[i] ?? 0;
        const at = cursor[bucket] ?? 0;
        posts[at] = entry;
        cursor[bucket] = at + 1;
        const mark = entry * 2 + halfOf(bucket);
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
  readonly held: Uint32Array;
  readonly ends: Uint32Array;
  /** For each entry 64 bits: one for each of its pieces, perhaps shared with others. */
  readonly marks: Uint32Array;
}

/** Which half of an entry's bits a bucket is marked in, and as which bit. */
const halfOf = (bucket: number): number => (bucket >>> 5) & 1;
const bitOf = (bucket: number): number => 1 << (bucket & 31);

/** How many bits are set. */
function bits(of: number): number {
  const pairs = of - ((of >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Makes the entries ready to be looked up. */
export function gramTable({ entries: size, buckets, starts, posts, held, ends, marks }: Grams): GramTable {
  const shared = new Uint8Array(size);
  const flags = new Uint8Array(buckets);
  // Of the lookup at hand: how many entries were met, postings visited, and buckets looked into.
  let met = 0;
  let spent = 0;
  let looked: number[] = [];

  const meet = (from: number, end: number): void => {
    for (let i = from; i < end; i += 1) {
      const entry = posts[i] ?? 0;
      const count = shared[entry] ?? 0;
      if (count === 0) {
        touched[met] = entry;
        met += 1;
      }
      shared[entry] = count + 1;
    }
  };

  /** Counts pieces in the entries that were met, by walking through what these hold. */
  const countOwn = (wanted: readonly number[]): void => {
    for (const bucket of wanted) flags[bucket] = 1;
    for (let i = 0; i < met; i += 1) {
      const entry = touched[i] ?? 0;
      const end = ends[entry] ?? 0;
      let count = shared[entry] ?? 0;
      for (let at = entry === 0 ? 0 : (ends[entry - 1] ?? 0); at < end; at += 1)
        count += flags[held[at] ?? 0] ?? 0;
      shared[entry] = count;
    }
    for (const bucket of wanted) flags[bucket] = 0;
  };

  /**
   * Keeps those that seem to share most pieces with what was met and with `rest`, by their marks: at least so many,
   * more where they are equal; none that shares fewer than `fewest`.
   */
  const keepLikely = (rest: readonly number[], fewest: number): void => {
    let first = 0;
    let second = 0;
    for (const bucket of rest)
      if (halfOf(bucket) === 0) first |= bitOf(bucket);
      else second |= bitOf(bucket);
    const most = histogram.length - 1;
    histogram.fill(0);
    for (let i = 0; i < met; i += 1) {
      const entry = touched[i] ?? 0;
      const marked = bits((marks[entry * 2] ?? 0) & first) + bits((marks[entry * 2 + 1] ?? 0) & second);
      const count = Math.min(most, (shared[entry] ?? 0) + marked);
      likely[i] = count;
      histogram[count] = (histogram[count] ?? 0) + 1;
    }
    let least = most;
    let sum = histogram[least] ?? 0;
    while (least > Math.max(1, fewest) && sum < LIKELY) {
      least -= 1;
      sum += histogram[least] ?? 0;
    }
    let kept = 0;
    for (let i = 0; i < met; i += 1) {
      const entry = touched[i] ?? 0;
      if ((likely[i] ?? 0) >= least) {
        touched[kept] = entry;
        kept += 1;
      } else shared[entry] = 0;
    }
    met = kept;
  };

  /** @param fewest an entry that shares fewer pieces than this is not wanted. */
  const visit = (grams: readonly number[], fewest: number): void => {
    const lists: number[] = [];
    for (const gram of grams) {
      const bucket = gram % buckets;
      if (!looked.includes(bucket) && !lists.includes(bucket)) lists.push(bucket);
    }
    const length = (bucket: number): number => (starts[bucket + 1] ?? 0) - (starts[bucket] ?? 0);
    lists.sort((a, b) => length(a) - length(b));
    let left = lists.length;
    for (const bucket of lists) {
      const from = starts[bucket] ?? 0;
      const end = Math.min(starts[bucket + 1] ?? 0, from + BUDGET);
      // An entry that none of the rarer pieces found shares too few by now.
      if (met > 0 && (left < fewest || spent + end - from > ADMITTED)) break;
      meet(from, end);
      spent += end - from;
      left -= 1;
    }
    if (left > 0) {
      const rest = lists.slice(lists.length - left);
      if (met > LIKELY) keepLikely(rest, fewest);
      countOwn(rest);
    }
    looked = looked.length === 0 ? lists : [...looked, ...lists];
  };

  /** Counts pieces that are no reason to meet an entry, being everywhere. */
  const countEdges = (edges: readonly number[]): void => {
    const lists = [...new Set(edges.map((gram) => gram % buckets))].filter(
      (bucket) => !looked.includes(bucket),
    );
    countOwn(lists);
    looked = [...looked, ...lists];
  };

  /** How many of `all` pieces an entry shares at least that is wanted. */
  const fewestOf = (open: boolean, least: number, all: number): number =>
    Math.max(1, open ? least * all : (least * all) / (2 - least)) - 1e-6;

  const best = (open: boolean, { limit, least }: Wanted): number[] => {
    const entries: number[] = [];
    const scores: number[] = [];
    const all = looked.length;
    // Whoever shares fewer pieces than this cannot reach the least score, however short it is.
    let fewest = fewestOf(open, least, all);
    for (let i = 0; i < met; i += 1) {
      const entry = touched[i] ?? 0;
      const common = shared[entry] ?? 0;
      if (common < fewest) continue;
      const own = (ends[entry] ?? 0) - (entry === 0 ? 0 : (ends[entry - 1] ?? 0));
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
    visit(grams, fewestOf(open, wanted.least, grams.length));
    const found = best(open, wanted);
    forget();
    return found;
  };

  return {
    size,
    holding: one(true),
    like: one(false),
    both(grams, edges, holding, like, enough) {
      const all = grams.length + edges.length;
      const fewest = Math.min(fewestOf(true, holding.least, grams.length), fewestOf(false, like.least, all));
      visit(grams, fewest - edges.length);
      const found = best(true, holding);
      if (enough?.(found) !== true) {
        countEdges(edges);
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
