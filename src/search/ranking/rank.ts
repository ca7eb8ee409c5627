import type { Doc } from '../index/documents.ts';
import type { Segment } from '../index/segment.ts';
import { FIELD, frequency } from '../index/tables/postings.ts';
import { WEIGHTS } from '../index/tables/weights.ts';
import type { NameMatch } from '../letters/nameMatch.ts';
import { tokensOf } from '../letters/tokens.ts';
import { formsOf, isStop } from '../words/words.ts';
import { type Closeness, closenessOf, FAR, type KnownWords } from './closeness.ts';
import { type Expansion, expand, isIndexedWord } from './expand.ts';
import { type Mention, type Mentions, mentionsOf } from './mentions.ts';
import type { Query, QueryWord } from './query.ts';
import { foundIn, relevanceOf, type Term, topDocs } from './score.ts';
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
  /** The expansions of the word: some of them occur in the section. */
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
  /** 0 to 1: relevance of the words. */
  readonly lexical: number;
  readonly closeness: Closeness;
  readonly score: number;
}

const WIDE_NET = 16;
/** Letters of candidates that are read again, the likeliest first. */
const READ = 120_000;
const NAMES = 12;
/** A name match above this score is the typed name. */
const CLEARLY = 0.9;
/** The score of a mentioned name, as relevance. */
const MENTIONED = 0.85;

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
  const out: Found[] = [];
  segments.forEach((segment, s) => {
    const terms = (found[s] ?? []).map((expansions, i): Term => ({ expansions, rarity: rarities[i] ?? 1 }));
    const named = namesOf(segment, query);
    const mentions = isNamed(named) ? undefined : mentionsOf(segment, query, found[s] ?? []);
    const docs = new Set(topDocs(segment, terms, net));
    for (const doc of named.keys()) docs.add(doc);
    for (const word of mentions ?? [])
      for (const doc of word.keys()) if (segment.deleted[segment.unitOf[doc] ?? 0] !== 1) docs.add(doc);
    const searching = { segment, query, terms, mentions };
    for (const at of docs) {
      const doc = segment.doc(at);
      if (doc !== undefined) out.push(new Found(searching, doc, at, named.get(at)));
    }
  });
  readAgain(out.sort(byScore), query, rarities);
  return out.sort(byScore);
}

function byScore(a: Found, b: Found): number {
  return (
    b.score - a.score ||
    (a.doc.session < b.doc.session ? -1 : a.doc.session > b.doc.session ? 1 : a.doc.order - b.doc.order)
  );
}

/** A query in one segment. */
interface Searching {
  readonly segment: Segment;
  readonly query: Query;
  readonly terms: readonly Term[];
  readonly mentions: Mentions | undefined;
}

/** A candidate; how it matches each word is told when it is asked for: most candidates are only ordered. */
class Found implements Candidate {
  readonly segment: Segment;
  readonly doc: Doc;
  readonly at: number;
  readonly name: CandidateNameMatch | undefined;
  readonly fit: number;
  readonly lexical: number;
  readonly known: KnownWords;
  /** 0 to 1: share of the query's words in the section, rare words first; and coverage of the query by the section. */
  readonly #covered: number;
  readonly #coverage: number;
  /** 1 where a heading announces the kind of answer that was asked for: `이유` for why. */
  readonly #announced: number;
  readonly #searching: Searching;
  #matches: readonly WordMatch[] | undefined;
  closeness = FAR;
  score: number;

  constructor(searching: Searching, doc: Doc, at: number, name: CandidateNameMatch | undefined) {
    const { segment, query } = searching;
    this.#searching = searching;
    this.segment = segment;
    this.doc = doc;
    this.at = at;
    this.name = name;
    const sure = new Float64Array(query.words.length);
    const headings: Expansion[] = [];
    let headed = 0;
    let announced = 0;
    let got = 0;
    let all = 0;
    let gotOfWords = 0;
    let allOfWords = 0;
    let gotOfMissed = 0;
    let allOfMissed = 0;
    for (let i = 0; i < query.words.length; i += 1) {
      const { word, rarity, value, weight, fields: places, expansion } = matchOf(searching, i, at);
      const share = worthOf(word, rarity);
      got += share * value;
      all += share;
      const isHeaded = (places & HEADED) !== 0;
      allOfMissed += word.missPenalty;
      gotOfMissed += word.missPenalty * weight * (isHeaded ? 1 : 0.5);
      if (isHeaded && expansion !== undefined) headings.push(expansion);
      if (word.hint) {
        if (value > 0 && (places & FIELD.heading) !== 0) announced = 1;
        continue;
      }
      if (isHeaded) headed |= 1 << i;
      allOfWords += share;
      if (value <= 0) continue;
      sure[i] = weight;
      gotOfWords += share * weight;
    }
    this.known = { sure, headed };
    this.lexical = all > 0 ? got / all : 0;
    this.fit = headingFit(segment, doc, headings);
    this.#covered = allOfWords > 0 ? gotOfWords / allOfWords : 0;
    this.#coverage = allOfMissed > 0 ? gotOfMissed / allOfMissed : 0;
    this.#announced = this.fit > 0 ? announced : 0;
    this.score = this.#scored(0);
  }

  get matches(): readonly WordMatch[] {
    const searching = this.#searching;
    this.#matches ??= searching.query.words.map((_, word) => matchOf(searching, word, this.at));
    return this.#matches;
  }

  /** Scores it by how closely its text holds the query too. */
  read(closeness: Closeness): void {
    this.closeness = closeness;
    this.score = SCALE * this.#scored(this.#covered);
  }

  #scored(covered: number): number {
    const { closeness, name } = this;
    const { parts } = WEIGHTS;
    const named = (name?.score ?? 0) * (name?.score ?? 0);
    return (
      parts.words * this.lexical +
      parts.covered * covered +
      parts.fit * (this.fit * this.#coverage) +
      (this.#searching.query.question ? parts.name : parts.shortName) * named +
      (name?.literal === true ? parts.literal : 0) +
      parts.kind * this.#announced +
      parts.held * closeness.held +
      parts.sentence * closeness.sentence +
      parts.pair * closeness.pair +
      parts.seams * closeness.seams +
      parts.numbers * closeness.numbers +
      parts.order * closeness.order +
      parts.length * closeness.length
    );
  }
}

/** The same candidate with another score. */
export const withScore = (candidate: Candidate, score: number): Candidate => ({
  ...candidate,
  matches: candidate.matches,
  score,
});

/** Keeps scores on the scale of candidates that are not read again. */
const SCALE = 0.5;

/** Scores candidates by how closely their texts hold a query of several words that is not just a name. */
function readAgain(ranked: readonly Found[], query: Query, rarities: readonly number[]): void {
  // Hints come behind the words.
  const words = query.words.filter(({ hint }) => !hint);
  if (words.length < 2 || ranked.some(({ name }) => (name?.score ?? 0) > CLEARLY)) return;
  const traces = tracesOf(
    { ...query, words },
    words.map((word, i) => worthOf(word, rarities[i] ?? 1)),
  );
  let room = READ;
  for (const found of ranked) {
    for (const { section } of found.doc.variants) room -= section.text.length;
    if (room < 0) found.score *= SCALE;
    else found.read(closenessOf(found.doc, traces, found.known));
  }
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
      let count = Number.POSITIVE_INFINITY;
      for (const term of terms) count = Math.min(count, frequency(segment.postings, term));
      if (how === 'word' || how === 'stem') here = Math.max(here, count);
      else if (weight > 0.7) near = Math.max(near, count);
    }
    direct += here;
  });
  const count = direct > 0 ? direct : near;
  return Math.log(1 + (sections - count + 0.5) / (count + 0.5)) / Math.log(2 + 2 * sections);
}

/** How a section matches a word of the query. */
function matchOf({ segment, query, terms, mentions }: Searching, i: number, at: number): WordMatch {
  const word = query.words[i];
  const { expansions, rarity } = terms[i] ?? NO_TERM;
  if (word === undefined) throw new Error('No such word');
  let value = 0;
  let weight = 0;
  let places = 0;
  let best: Expansion | undefined;
  for (const expansion of expansions) {
    const found = foundIn(segment.postings, expansion, at);
    const match = relevanceOf(expansion, found);
    if (match <= 0) continue;
    places |= found & 255;
    if (expansion.weight > weight) weight = expansion.weight;
    if (match > value) {
      value = match;
      best = expansion;
    }
  }
  const mention = mentions?.[i]?.get(at);
  if (mention !== undefined) {
    value = Math.max(value, MENTIONED * mention.score);
    weight = Math.max(weight, mention.score);
    places |= FIELD.heading;
  }
  return { word, rarity, value, weight, fields: places, expansion: best, mention, terms: expansions };
}

const NO_TERM: Term = { expansions: [], rarity: 1 };
const HEADED = FIELD.heading | FIELD.alias;

/** What it is worth to find a word: less for one that is said in many ways. */
function worthOf({ missPenalty }: QueryWord, rarity: number): number {
  return rarity * (0.25 + 0.75 * missPenalty);
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

/** 1 where a word has a form among the terms, less where one is only a part of it. Without closures: it runs for every word. */
function sharedBy(forms: readonly string[], terms: readonly string[]): number {
  for (let i = 0; i < forms.length; i += 1) if (terms.includes(forms[i] ?? '')) return 1;
  for (let i = 0; i < forms.length; i += 1)
    for (let j = 0; j < terms.length; j += 1) {
      const term = terms[j] ?? '';
      if (term.length > 1 && forms[i]?.includes(term) === true) return 0.6;
    }
  return 0;
}

/** Words of headings that were matched: the same ones match in section after section. */
const texts = new WeakMap<Segment, Map<number, string>>();

function textOf(segment: Segment, term: number): string {
  const known = texts.get(segment) ?? new Map<number, string>();
  texts.set(segment, known);
  const text = known.get(term) ?? segment.terms.text(term);
  if (known.size >= KEPT) known.clear();
  known.set(term, text);
  return text;
}

/** 0 to 1: share of a heading covered by matched words. @param found those that headings and other names hold. */
function headingFit(segment: Segment, doc: Doc, found: readonly Expansion[]): number {
  if (found.length === 0) return 0;
  const terms: string[] = [];
  for (const expansion of found) for (const term of expansion.terms) terms.push(textOf(segment, term));
  let best = 0;
  for (const { section } of doc.variants) {
    const words = headingOf(section.name);
    let got = 0;
    for (const forms of words) {
      got += sharedBy(forms, terms);
    }
    if (words.length > 0) best = Math.max(best, got / words.length);
  }
  return best;
}
