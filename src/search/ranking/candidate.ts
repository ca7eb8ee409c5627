import type { Doc } from '../index/documents.ts';
import type { Segment } from '../index/segment.ts';
import { FIELD, TITLES } from '../index/tables/postings.ts';
import { WEIGHTS } from '../index/tables/weights.ts';
import { type Closeness, type KnownWords, NO_CLOSENESS } from './closeness/closeness.ts';
import { headingFit } from './closeness/headingFit.ts';
import type { Expansion } from './expand.ts';
import type { CandidateNameMatch } from './sectionNames.ts';
import { matchOf, type Searching, type WordMatch, worthOf } from './wordMatch.ts';

/** A section that may answer a query. */
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
  /** A bit for each name of the query that the section lacks and that its post names before it. */
  readonly introduced: number;
  readonly score: number;
}

/** What a name is worth that was introduced before. */
const INTRODUCED = 0.3;
/** Keeps scores on the scale of candidates that are not read again. */
export const SCALE = 0.5;

/** A candidate, scored by its words, and again once its text is read. */
export class ScoredCandidate implements Candidate, KnownWords {
  readonly segment: Segment;
  readonly doc: Doc;
  readonly at: number;
  readonly matches: readonly WordMatch[];
  readonly name: CandidateNameMatch | undefined;
  readonly fit: number;
  readonly lexical: number;
  readonly headed: number;
  /** 0 to 1: share of the query's words in the section, rare words first; and coverage of the query by the section. */
  readonly #covered: number;
  readonly #coverage: number;
  /** 1 where a heading announces the kind of answer that was asked for: `이유` for why. */
  readonly #announced: number;
  readonly #nameWeight: number;
  closeness = NO_CLOSENESS;
  introduced = 0;
  score: number;
  /** Share of the query's words that were introduced before. */
  #before = 0;

  constructor(searching: Searching, doc: Doc, at: number, name: CandidateNameMatch | undefined) {
    const { segment, query } = searching;
    const { parts } = WEIGHTS;
    const matches: WordMatch[] = [];
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
      const match = matchOf(searching, i, at);
      matches.push(match);
      const { word, rarity, value, weight, fields: places, expansion } = match;
      const share = worthOf(word, rarity);
      got += share * value;
      all += share;
      const isHeaded = (places & TITLES) !== 0;
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
      gotOfWords += share * weight;
    }
    this.segment = segment;
    this.doc = doc;
    this.at = at;
    this.matches = matches;
    this.name = name;
    this.headed = headed;
    this.lexical = all > 0 ? got / all : 0;
    this.fit = headingFit(segment, doc, headings);
    this.#covered = allOfWords > 0 ? gotOfWords / allOfWords : 0;
    this.#coverage = allOfMissed > 0 ? gotOfMissed / allOfMissed : 0;
    this.#announced = this.fit > 0 ? announced : 0;
    this.#nameWeight = query.question ? parts.name : parts.shortName;
    this.score = this.#scored(0);
  }

  /** Counts names that were introduced before it, a bit each, as held a little. */
  introduce(names: number): void {
    if (names === 0) return;
    let all = 0;
    let before = 0;
    this.matches.forEach(({ word, rarity }, i) => {
      const share = worthOf(word, rarity);
      all += share;
      if (((names >>> i) & 1) === 1) before += share;
    });
    this.introduced = names;
    this.#before = before / (all || 1);
    this.score = this.#scored(0);
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
      parts.words * (this.lexical + INTRODUCED * this.#before) +
      parts.covered * covered +
      parts.fit * (this.fit * this.#coverage) +
      this.#nameWeight * named +
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
export const withScore = (candidate: Candidate, score: number): Candidate => ({ ...candidate, score });
