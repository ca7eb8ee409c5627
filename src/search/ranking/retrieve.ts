import type { Segment } from '../index/segment.ts';
import { frequency, impactFrom, impactOf, type Postings, postingOf } from '../index/tables/postings.ts';
import type { Expansion } from './expand.ts';

/** A query word with its expansions in one segment. */
export interface Term {
  readonly expansions: readonly Expansion[];
  /** 0 to 1: rarity in the posts. */
  readonly rarity: number;
}

/** Posting lists longer than this are skipped once rarer words have given candidates. */
const WIDE = 8_192;
const ENOUGH = 64;

/** By section, and lists of sections: made once a segment, since every query needs them. */
interface Scratch {
  readonly sum: Float32Array;
  readonly best: Float32Array;
  readonly seen: Uint32Array;
  readonly touched: Uint32Array;
}

const scratches = new WeakMap<Segment, Scratch>();

function scratchOf(segment: Segment): Scratch {
  const known = scratches.get(segment);
  if (known !== undefined) return known;
  const { size } = segment;
  const made = {
    sum: new Float32Array(size),
    best: new Float32Array(size),
    seen: new Uint32Array(size),
    touched: new Uint32Array(size),
  };
  scratches.set(segment, made);
  return made;
}

/** The impact of an expansion in a section, times 256, and its fields; -1 for none. A phrase counts as its weakest word. */
export function foundIn(postings: Postings, { terms }: Expansion, doc: number): number {
  let least = 255;
  let places = 255;
  for (let i = 0; i < terms.length; i += 1) {
    const at = postingOf(postings, terms[i] ?? 0, doc);
    if (at < 0) return -1;
    least = Math.min(least, postings.impacts[at] ?? 0);
    places &= postings.fields[at] ?? 0;
  }
  return terms.length === 0 ? -1 : (least << 8) | places;
}

/** Relevance of a section for an expansion, 0 to 1. @param found see `foundIn` */
export const relevanceOf = ({ weight }: Expansion, found: number): number =>
  found < 0 ? 0 : weight * impactFrom(found >> 8);

/** The sections of a segment with the highest total weight of matched words, best first. */
export function topDocs(segment: Segment, terms: readonly Term[], limit: number): number[] {
  const { postings } = segment;
  const { sum, best, seen, touched } = scratchOf(segment);
  let all = 0;
  for (const { expansions, rarity } of [...terms].sort((a, b) => b.rarity - a.rarity)) {
    let here = 0;
    const note = (doc: number, value: number): void => {
      const known = best[doc] ?? 0;
      if (known === 0) {
        touched[here] = doc;
        here += 1;
      }
      if (value > known) best[doc] = value;
    };
    for (const expansion of expansions) {
      const rare = rarestOf(postings, expansion);
      const from = postings.starts[rare] ?? 0;
      const end = postings.starts[rare + 1] ?? 0;
      if (end - from > WIDE && all >= ENOUGH && all < (end - from) / 8) {
        for (let i = 0; i < all; i += 1) {
          const doc = seen[i] ?? 0;
          const value = relevanceOf(expansion, foundIn(postings, expansion, doc));
          if (value > 0) note(doc, value);
        }
      } else if (expansion.terms.length === 1) {
        const scale = expansion.weight;
        for (let i = from; i < end; i += 1) note(postings.docs[i] ?? 0, scale * impactOf(postings, i));
      } else {
        for (let i = from; i < end; i += 1) {
          const doc = postings.docs[i] ?? 0;
          const value = relevanceOf(expansion, foundIn(postings, expansion, doc));
          if (value > 0) note(doc, value);
        }
      }
    }
    for (let i = 0; i < here; i += 1) {
      const doc = touched[i] ?? 0;
      if (sum[doc] === 0) {
        seen[all] = doc;
        all += 1;
      }
      sum[doc] = (sum[doc] ?? 0) + rarity * (best[doc] ?? 0);
      best[doc] = 0;
    }
  }
  return highest(segment, seen.subarray(0, all), sum, limit);
}

function rarestOf(postings: Postings, { terms }: Expansion): number {
  let rarest = terms[0] ?? 0;
  for (let i = 1; i < terms.length; i += 1) {
    const term = terms[i] ?? 0;
    if (frequency(postings, term) < frequency(postings, rarest)) rarest = term;
  }
  return rarest;
}

function highest(segment: Segment, seen: Uint32Array, sum: Float32Array, limit: number): number[] {
  const out: number[] = [];
  const scores: number[] = [];
  for (const doc of seen) {
    const score = sum[doc] ?? 0;
    sum[doc] = 0;
    if (out.length === limit && score <= (scores[limit - 1] ?? 0)) continue;
    if (segment.deleted[segment.unitOf[doc] ?? 0] === 1) continue;
    let at = out.length < limit ? out.length : limit - 1;
    for (; at > 0; at -= 1) {
      const before = scores[at - 1] ?? 0;
      const other = out[at - 1] ?? 0;
      if (before > score || (before === score && other <= doc)) break;
      scores[at] = before;
      out[at] = other;
    }
    out[at] = doc;
    scores[at] = score;
  }
  return out;
}
