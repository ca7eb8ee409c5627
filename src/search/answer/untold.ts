import type { Topic } from '#library/model.ts';
import type { SearchOptions, SearchResult } from '../model.ts';
import { variantFor } from '../passages.ts';
import type { Candidate } from '../ranking/candidate.ts';
import type { Choice } from './choose.ts';
import { isStrict } from './question/countedNoun.ts';
import { demandsOf } from './question/demandedFacts.ts';
import type { Asking } from './question/readQuestion.ts';
import { quoteOfChoice } from './quotedChoice.ts';
import { kindFit } from './sentences/fit.ts';

/**
 * True where a fact is asked for that what was chosen does not tell: a number and it holds none, or a price, a version,
 * the next date, who made it, where it is sold, and nothing that tells such a thing.
 */
export function isUntold(
  best: { readonly candidate: Candidate; readonly choice: Choice } | undefined,
  question: string,
  asking: Asking,
  options: SearchOptions,
): boolean {
  const { kinds, counted } = asking;
  const demands = demandsOf(question);
  const strict = isStrict(counted);
  if (best === undefined || (!strict && kinds[0] !== 'number' && demands.length === 0)) return false;
  const { candidate, choice } = best;
  const { section } = variantFor(candidate, options.language);
  const told = `${section.name}: ${quoteOfChoice(candidate, section, choice, asking).quote}`;
  if (demands.some((tells) => !tells.test(told))) return true;
  if (strict) return counted?.test(told) === false;
  return kinds[0] === 'number' && kindFit(told, 'number') <= 0;
}

/** True where what is said of a topic tells each fact that a question asks for. */
export function tellsDemanded(
  topic: Topic,
  { answer, passages }: Pick<SearchResult, 'answer' | 'passages'>,
  question: string,
): boolean {
  const told =
    answer?.kind === 'topic' ? Object.values(topic[answer.part]).join('\n') : (passages[0]?.quote ?? '');
  return demandsOf(question).every((tells) => tells.test(told));
}
