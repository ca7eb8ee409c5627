import type { Doc } from '../index/documents.ts';
import type { Segment } from '../index/segment.ts';
import { FIELD, frequency } from '../index/tables/postings.ts';
import { type ScoreParts, WEIGHTS } from '../index/tables/weights.ts';
import type { NameMatch } from '../letters/nameMatch.ts';
import { tokensOf } from '../letters/tokens.ts';
import { formsOf, isStop } from '../words/words.ts';
import { type Closeness, closenessOf, FAR, type Known } from './closeness.ts';
import { type Expansion, expand, isIndexedWord } from './expand.ts';
import { type Mention, type Mentions, mentionsOf } from './mentions.ts';
import type { Query, QueryWord } from './query.ts';
import { expansionScore, type Term, topDocs } from './score.ts';
import { tracesOf } from './traces.ts';

/** How a section matches one query word. */
export interface WordMatch {
  readonly word: QueryWord;
  /** 0 to 1: rarity of the word in the posts. */
  readonly rarity: number;
  /** 0 to 1: relevance of the section for the word; 0 where it does not match. */
  readonly value: number;
  /** 0 to 1: certainty that the matched term is the query word. */
  readonly weight: number;
  readonly fields: number;
  readonly expansion: Expansion | undefined;
  /** A name of the section that the word mentions in another spelling. */
  readonly mention: Mention | undefined;
  /** The expansions of the word that may occur in the section. */
  readonly terms: readonly Expansion[];
}

/** A name that matches the query, and whether the whole query is the name or its prefix. */
export type CandidateNameMatch = NameMatch & { readonly text: string; readonly literal: boolean };

export interface Candidate {
  readonly segment: Segment;
  readonly doc: Doc;
  readonly at: number;
  readonly matches: readonly WordMatch[];
  /** The name of the section that matches the whole query. */
  readonly name: CandidateNameMatch | undefined;
  /** 0 to 1: share of the best heading or alias that the query explains. */
  readonly fit: number;
  readonly lexical: number;
  readonly closeness: Closeness;
  /** What the score is the weighted sum of. */
  readonly parts: ScoreParts;
  readonly score: number;
}

const WIDE_NET = 24;
/** Letters of candidates that are read again, the likeliest first. */
const READ = 120_000;
const NAMES = 12;
/** A name match above this score is what was typed. */
const CLEARLY = 0.9;
/** The score of a mentioned name, as relevance. */
const MENTIONED = 0.85;

/** Candidates of all segments, best first, at most one a section. @param net how many a segment are looked at closely */
export function rank(segments: readonly Segment[], query: Query, net = WIDE_NET): Candidate[] {
  const sections = segments.reduce((sum, segment) => sum + segment.size, 0);
  const known = query.words.map((word) => segments.some((segment) => isIndexedWord(segment, word)));
  const found = segments.map((segment) =>
    query.words.map((word, i) => expand(segment, word, known[i] === true)),
  );
  const rarities = query.words.map((_, i) => rarityOf(segments, found, i, sections));
  const out: Candidate[] = [];
  segments.forEach((segment, s) => {
    const terms = (found[s] ?? []).map((expansions, i): Term => ({ expansions, rarity: rarities[i] ?? 1 }));
    const named = namesOf(segment, query);
    const mentions = isNamed(named) ? undefined : mentionsOf(segment, query, found[s] ?? []);
    const docs = new Set(topDocs(segment, terms, net));
    for (const doc of named.keys()) docs.add(doc);
    for (const word of mentions ?? [])
      for (const doc of word.keys()) if (segment.deleted[segment.unitOf[doc] ?? 0] !== 1) docs.add(doc);
    for (const at of docs) {
      const candidate = detail(segment, at, query, terms, mentions, named.get(at));
      if (candidate !== undefined) out.push(candidate);
    }
  });
  return readAgain(out.sort(byScore), query, rarities).sort(byScore);
}

function byScore(a: Candidate, b: Candidate): number {
  return (
    b.score - a.score ||
    (a.doc.session < b.doc.session ? -1 : a.doc.session > b.doc.session ? 1 : a.doc.order - b.doc.order)
  );
}

/** Keeps scores on the scale of candidates that are not read again. */
const SCALE = 0.5;

/** Scores candidates by how closely their texts hold a query of several words that is not just a name. */
function readAgain(ranked: readonly Candidate[], query: Query, rarities: readonly number[]): Candidate[] {
  const words = query.words.filter(({ hint }) => !hint);
  if (words.length < 2 || ranked.some(({ name }) => (name?.score ?? 0) > CLEARLY)) return [...ranked];
  const traces = tracesOf(
    { ...query, words },
    words.map((word, i) => worthOf(word, rarities[i] ?? 1)),
  );
  let room = READ;
  return ranked.map((candidate) => {
    const { doc, parts } = candidate;
    for (const { section } of doc.variants) room -= section.text.length;
    if (room < 0) return { ...candidate, score: SCALE * candidate.score };
    // Hints come behind the words.
    const matches = candidate.matches.slice(0, words.length);
    const closeness = closenessOf(doc, traces, matches.map(knownOf));
    const all = { ...parts, ...closeness, covered: covered(matches) };
    return { ...candidate, closeness, parts: all, score: SCALE * scoreOf(all) };
  });
}

/** What is known of a word without reading the text again. */
function knownOf({ value, weight, fields: places }: WordMatch): Known {
  return { sure: value > 0 ? weight : 0, headed: (places & (FIELD.heading | FIELD.alias)) !== 0 };
}

const PARTS = Object.keys(WEIGHTS.parts).filter((key): key is keyof ScoreParts => key in WEIGHTS.parts);

function scoreOf(parts: ScoreParts): number {
  let score = 0;
  for (const key of PARTS) score += WEIGHTS.parts[key] * parts[key];
  return score;
}

/** True for words that carry the topic of a question, and that may have typos or other spellings. */
export function isContentWord({ wordClass }: QueryWord): boolean {
  return wordClass === 'content' || wordClass === 'name';
}

/** True where the whole query clearly is a name. */
function isNamed(named: ReadonlyMap<number, CandidateNameMatch>): boolean {
  for (const { score } of named.values()) if (score > CLEARLY) return true;
  return false;
}

function namesOf(segment: Segment, query: Query): Map<number, CandidateNameMatch> {
  const named = new Map<number, CandidateNameMatch>();
  const guess = query.words.length === 0 || query.words.some(isContentWord);
  for (const { probe, trust } of query.probes) {
    // The words of a name that matched as a whole are not expanded.
    if (isNamed(named)) break;
    let room = 400;
    for (const { text, targets, score, how } of segment.sectionNames.near(probe, NAMES)) {
      // Everyday words are taken literally.
      if (!guess && (how === 'typo' || how === 'sound') && score < CLEARLY) continue;
      for (const { target, weight } of targets) {
        if (segment.deleted[segment.unitOf[target] ?? 0] === 1) continue;
        const value = score * weight * trust;
        const literal = trust === 1 && (how === 'same' || how === 'beginning');
        const known = named.get(target);
        if (known === undefined || known.score < value)
          named.set(target, {
            score: value,
            how,
            text,
            literal: literal || known?.literal === true,
          });
        else if (literal && !known.literal) named.set(target, { ...known, literal });
        room -= 1;
        if (room === 0) break;
      }
      if (named.size > 64 || room <= 0) break;
    }
  }
  return named;
}

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
      const count = Math.min(...terms.map((term) => frequency(segment.postings, term)));
      if (how === 'word' || how === 'stem') here = Math.max(here, count);
      else if (weight > 0.7) near = Math.max(near, count);
    }
    direct += here;
  });
  const count = direct > 0 ? direct : near;
  return Math.log(1 + (sections - count + 0.5) / (count + 0.5)) / Math.log(2 + 2 * sections);
}

function detail(
  segment: Segment,
  at: number,
  query: Query,
  terms: readonly Term[],
  mentions: Mentions | undefined,
  name: CandidateNameMatch | undefined,
): Candidate | undefined {
  const doc = segment.doc(at);
  if (doc === undefined) return undefined;
  let got = 0;
  let all = 0;
  const matches = query.words.map((word, i): WordMatch => {
    const { expansions, rarity } = terms[i] ?? { expansions: [], rarity: 1 };
    let value = 0;
    let weight = 0;
    let places = 0;
    let best: Expansion | undefined;
    const found: Expansion[] = [];
    for (const expansion of expansions) {
      const match = expansionScore(segment.postings, expansion, at);
      // Of several words, a match of one alone suffices.
      if (match.value > 0 || expansion.terms.length > 1) found.push(expansion);
      if (match.value <= 0) continue;
      places |= match.places;
      if (expansion.weight > weight) weight = expansion.weight;
      if (match.value > value) {
        value = match.value;
        best = expansion;
      }
    }
    const mention = mentions?.[i]?.get(at);
    if (mention !== undefined) {
      value = Math.max(value, MENTIONED * mention.score);
      weight = Math.max(weight, mention.score);
      places |= FIELD.heading;
    }
    const share = worthOf(word, rarity);
    got += share * value;
    all += share;
    return { word, rarity, value, weight, fields: places, expansion: best, mention, terms: found };
  });
  const lexical = all > 0 ? got / all : 0;
  const fit = headingFit(segment, doc, matches);
  const named = name?.score ?? 0;
  const parts: ScoreParts = {
    ...FAR,
    words: lexical,
    covered: 0,
    fit: fit * coverage(matches),
    name: query.question ? named * named : 0,
    shortName: query.question ? 0 : named * named,
    literal: name?.literal === true ? 1 : 0,
    kind: fit > 0 && matches.some(answers) ? 1 : 0,
  };
  return { segment, doc, at, matches, name, fit, lexical, closeness: FAR, parts, score: scoreOf(parts) };
}

/** 0 to 1: share of the query's words in the section, rare words first. */
function covered(matches: readonly WordMatch[]): number {
  let got = 0;
  let all = 0;
  for (const { word, rarity, value, weight } of matches) {
    const share = worthOf(word, rarity);
    all += share;
    if (value > 0) got += share * weight;
  }
  return all > 0 ? got / all : 0;
}

/** What it is worth to find a word: less for one that is said in many ways. */
function worthOf({ missPenalty }: QueryWord, rarity: number): number {
  return rarity * (0.25 + 0.75 * missPenalty);
}

/** True where a heading announces the kind of answer that was asked for: `이유` for why. */
function answers({ word, value, fields: places }: WordMatch): boolean {
  return word.hint && value > 0 && (places & FIELD.heading) !== 0;
}

/** 0 to 1: coverage of the query by the section, weighted by word. */
function coverage(matches: readonly WordMatch[]): number {
  let got = 0;
  let all = 0;
  for (const { word, weight, fields: places } of matches) {
    all += word.missPenalty;
    got += word.missPenalty * weight * (places & (FIELD.heading | FIELD.alias) ? 1 : 0.5);
  }
  return all > 0 ? got / all : 0;
}

/** The words of recently compared headings, in all their forms. */
const headings = new Map<string, readonly (readonly string[])[]>();
const KEPT = 2_000;

function headingOf(name: string): readonly (readonly string[])[] {
  const known = headings.get(name);
  if (known !== undefined) return known;
  const made = tokensOf(name, 24)
    .filter((token) => !isStop(token))
    .map(formsOf);
  if (headings.size >= KEPT) headings.clear();
  headings.set(name, made);
  return made;
}

/** 0 to 1: share of a heading covered by matched words. */
function headingFit(segment: Segment, doc: Doc, matches: readonly WordMatch[]): number {
  const found = new Set<string>();
  for (const { expansion, fields: places } of matches)
    if (expansion !== undefined && (places & (FIELD.heading | FIELD.alias)) !== 0)
      for (const term of expansion.terms) found.add(segment.terms.text(term));
  if (found.size === 0) return 0;
  const parts = [...found].filter((term) => term.length > 1);
  let best = 0;
  for (const { section } of doc.variants) {
    const words = headingOf(section.name);
    let got = 0;
    for (const forms of words) {
      if (forms.some((form) => found.has(form))) got += 1;
      else if (forms.some((form) => parts.some((term) => form.includes(term)))) got += 0.6;
    }
    if (words.length > 0) best = Math.max(best, got / words.length);
  }
  return best;
}
