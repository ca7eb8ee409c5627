import { lazy } from '#library/compute/lazy.ts';
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
  const evidence = lazy(() => evidenceOf(query, candidate, first ? rival : candidate));
  const variant = variantFor(candidate, options.language);
  const found = lazy((): Quote => {
    const own = told ?? quoteOf(candidate, variant);
    if (own.quote !== '') return own;
    const { post, section } = variant;
    return { quote: textBelow(post, section) || outlineBelow(post, section), marks: [] };
  });
  return {
    session: candidate.doc.session,
    section: candidate.doc.section,
    language: variant.post.language,
    score: candidate.score,
    get confidence() {
      return confidenceOf(evidence());
    },
    get quote() {
      return found().quote;
    },
    get marks() {
      return found().marks;
    },
    ...(options.explain === true ? { why: reasons(candidate, evidence()) } : {}),
  };
}

/** The variant of a section in a language, else the original. */
export function variantFor({ doc }: Candidate, language: string | undefined): Variant {
  const variant = doc.variants.find(({ post }) => post.language === language) ?? doc.variants[0];
  if (variant === undefined) throw new Error('A section that no post tells');
  return variant;
}
