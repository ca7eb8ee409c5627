import type { Language } from '#library/model.ts';
import { outlineBelow, textBelow } from './answer/sentences/textBelow.ts';
import { reasons } from './explain.ts';
import type { Variant } from './index/documents.ts';
import type { Segment } from './index/segment.ts';
import { interpret } from './interpret.ts';
import type { Passage, SearchOptions, SearchResult } from './model.ts';
import type { Candidate } from './ranking/candidate.ts';
import { evidenceOf } from './ranking/evidence.ts';
import { type Quote, quoteOf } from './ranking/passage.ts';
import type { Query } from './ranking/query.ts';
import { confidenceOf, verdictOf } from './ranking/verdict.ts';

/** The passages of segments that answer a query, best first. Never throws. */
export function findPassages(
  segments: readonly Segment[],
  typed: string,
  options: SearchOptions = {},
): SearchResult {
  const { query, ranked, confidence, readAs } = interpret(segments, typed);
  const limit = Math.max(0, Math.min(options.limit ?? 10, 100));
  const passages = ranked
    .slice(0, limit)
    .map((candidate, i) => passageOf(query, candidate, ranked[i === 0 ? 1 : 0], i === 0, options));
  const verdict = ranked.length === 0 ? 'none' : verdictOf(confidence);
  return { verdict, confidence, passages, ...(readAs === undefined ? {} : { readAs }) };
}

/**
 * A candidate as a passage, with the shortest run of sentences that holds most of the question. It is looked for when
 * it is read: of most passages the name alone is shown.
 * @param told another quote in its place.
 */
export function passageOf(
  query: Query,
  candidate: Candidate,
  rival: Candidate | undefined,
  first: boolean,
  options: SearchOptions,
  told?: Quote,
): Passage {
  const variant = variantFor(candidate, options.language);
  const next = first ? rival : candidate;
  const why = options.explain === true ? reasons(candidate, evidenceOf(query, candidate, next)) : undefined;
  return new CandidatePassage(query, candidate, next, variant, why, told);
}

/** A class, since each object literal with getters is of a shape of its own, which lasts until the next full collection. */
class CandidatePassage implements Passage {
  readonly session: string;
  readonly section: string;
  readonly language: Language;
  readonly score: number;
  readonly why: readonly string[] | undefined;
  readonly #query: Query;
  readonly #candidate: Candidate;
  readonly #next: Candidate | undefined;
  readonly #variant: Variant;
  #quote: Quote | undefined;
  #confidence: number | undefined;

  constructor(
    query: Query,
    candidate: Candidate,
    next: Candidate | undefined,
    variant: Variant,
    why: readonly string[] | undefined,
    told: Quote | undefined,
  ) {
    this.session = candidate.doc.session;
    this.section = candidate.doc.section;
    this.language = variant.post.language;
    this.score = candidate.score;
    this.why = why;
    this.#query = query;
    this.#candidate = candidate;
    this.#next = next;
    this.#variant = variant;
    this.#quote = told === undefined ? undefined : withText(told, variant);
  }

  get confidence(): number {
    this.#confidence ??= confidenceOf(evidenceOf(this.#query, this.#candidate, this.#next));
    return this.#confidence;
  }

  get quote(): string {
    return this.#found().quote;
  }

  get marks(): Quote['marks'] {
    return this.#found().marks;
  }

  #found(): Quote {
    this.#quote ??= withText(quoteOf(this.#candidate, this.#variant), this.#variant);
    return this.#quote;
  }
}

/** A quote; where it is empty, what stands below the heading. */
const withText = (own: Quote, { post, section }: Variant): Quote =>
  own.quote !== '' ? own : { quote: textBelow(post, section) || outlineBelow(post, section), marks: [] };

/** The variant of a section in a language, else the original. */
export function variantFor({ doc }: Candidate, language: string | undefined): Variant {
  const variant = doc.variants.find(({ post }) => post.language === language) ?? doc.variants[0];
  if (variant === undefined) throw new Error('A section that no post tells');
  return variant;
}
