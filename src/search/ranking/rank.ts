import type { Segment } from '../index/segment.ts';
import { frequency } from '../index/tables/postings.ts';
import { type Candidate, SCALE, ScoredCandidate } from './candidate.ts';
import { closenessOf } from './closeness/closeness.ts';
import { noteIntroduced } from './closeness/introduced.ts';
import { queryKeysOf } from './closeness/queryKeys.ts';
import { type Expansion, expand, isIndexedWord } from './expand.ts';
import { mentionsOf } from './mentions.ts';
import type { Query } from './query.ts';
import { type Term, topDocs } from './retrieve.ts';
import { CLEARLY, isNamed, namesOf } from './sectionNames.ts';
import { missesOf, worthOf } from './wordMatch.ts';

const WIDE_NET = 16;
/** Fewer sections count as so many where they hold a word: that one or two of a handful do makes it no common one. */
const LEAST_SECTIONS = 70;
/** Letters of candidates that are read again, the likeliest first. */
const READ = 120_000;

/**
 * Candidates of all segments, best first, at most one a section. @param net how many a segment are looked at closely
 */
export function rank(segments: readonly Segment[], query: Query, net = WIDE_NET): Candidate[] {
  const sections = segments.reduce((sum, segment) => sum + segment.size, 0);
  const known = query.words.map((word) => segments.some((segment) => isIndexedWord(segment, word)));
  const found = segments.map((segment) =>
    query.words.map((word, i) => expand(segment, word, known[i] === true)),
  );
  const rarities = query.words.map((_, i) => rarityOf(segments, found, i, sections));
  const out: ScoredCandidate[] = [];
  segments.forEach((segment, s) => {
    const terms = (found[s] ?? []).map((expansions, i): Term => ({ expansions, rarity: rarities[i] ?? 1 }));
    const named = namesOf(segment, query);
    const mentions = isNamed(named) ? undefined : mentionsOf(segment, query, found[s] ?? []);
    const docs = new Set(topDocs(segment, terms, net));
    for (const doc of named.keys()) docs.add(doc);
    for (const word of mentions ?? [])
      for (const doc of word.keys()) if (segment.deleted[segment.unitOf[doc] ?? 0] !== 1) docs.add(doc);
    const searching = { segment, query, mentions, misses: missesOf(query, terms) };
    for (const at of docs) {
      const doc = segment.doc(at);
      if (doc !== undefined) out.push(new ScoredCandidate(searching, doc, at, named.get(at)));
    }
  });
  noteIntroduced(out);
  readAgain(out.sort(byScore), query, rarities);
  return out.sort(byScore);
}

function byScore(a: ScoredCandidate, b: ScoredCandidate): number {
  return (
    b.score - a.score ||
    (a.doc.session < b.doc.session ? -1 : a.doc.session > b.doc.session ? 1 : a.doc.order - b.doc.order)
  );
}

/** Scores candidates by how closely their texts hold a query of several words that is not just a name. */
function readAgain(ranked: readonly ScoredCandidate[], query: Query, rarities: readonly number[]): void {
  // Hints come behind the words.
  const words = query.words.filter(({ hint }) => !hint);
  if (words.length < 2 || ranked.some(({ name }) => (name?.score ?? 0) > CLEARLY)) return;
  const keys = queryKeysOf(
    { ...query, words },
    words.map((word, i) => worthOf(word, rarities[i] ?? 1)),
  );
  let room = READ;
  for (const found of ranked) {
    for (const { section } of found.doc.variants) room -= section.text.length;
    if (room < 0) found.score *= SCALE;
    else found.read(closenessOf(found.doc, keys, found));
  }
}

/** 0 to 1: how few of the sections hold a word. @param found the expansions of each word, by segment */
function rarityOf(
  segments: readonly Segment[],
  found: readonly (readonly (readonly Expansion[])[])[],
  word: number,
  sections: number,
): number {
  let direct = 0;
  let near = 0;
  segments.forEach((segment, s) => {
    let here = 0;
    for (const { terms, weight, how } of found[s]?.[word] ?? []) {
      let count = Number.POSITIVE_INFINITY;
      for (const term of terms) count = Math.min(count, frequency(segment.postings, term));
      if (how === 'word' || how === 'stem') here = Math.max(here, count);
      else if (weight > 0.7) near = Math.max(near, count);
    }
    direct += here;
  });
  const count = direct > 0 ? direct : near;
  const of = direct > 0 ? Math.max(LEAST_SECTIONS, sections) : sections;
  return Math.log(1 + (of - count + 0.5) / (count + 0.5)) / Math.log(2 + 2 * of);
}
