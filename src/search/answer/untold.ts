import type { Topic } from '#library/model.ts';
import type { SearchOptions, SearchResult } from '../model.ts';
import { variantFor } from '../passages.ts';
import type { Candidate } from '../ranking/candidate.ts';
import type { ChosenStretch } from './choose.ts';
import { isStrict } from './question/countedNoun.ts';
import { demandsOf } from './question/demandedFacts.ts';
import type { Asking } from './question/readQuestion.ts';
import type { NamedTopic } from './question/topicTable.ts';
import { quoteOfChoice } from './quotedChoice.ts';
import { kindFit } from './sentences/fit.ts';
import { piecesOf } from './sentences/sectionPieces.ts';

/**
 * True where a fact is asked for that what was chosen does not tell: a number and it holds none, or a price, a version,
 * the next date, who made it, where it is sold, and nothing that tells such a thing.
 */
export function isUntold(
  best: ChosenStretch | undefined,
  question: string,
  asking: Asking,
  named: readonly NamedTopic[],
  options: SearchOptions,
): boolean {
  const { kinds, counted } = asking;
  const demands = demandsOf(question);
  const strict = isStrict(counted);
  if (best === undefined || (!strict && kinds[0] !== 'number' && demands.length === 0)) return false;
  const { candidate, choice } = best;
  // What another section tells is told of something else.
  if (demands.length > 0 && named.length > 0 && !named.some((topic) => holds(candidate, topic))) return true;
  const { section } = variantFor(candidate, options.language);
  const told = `${section.name}: ${quoteOfChoice(candidate, section, choice).quote}`;
  if (demands.some((tells) => !tells.test(told))) return true;
  if (strict) return counted?.test(told) === false;
  const { start, end } = piecesOf(section).sentences[choice.likeliest] ?? { start: 0, end: 0 };
  return (
    kinds[0] === 'number' && kindFit(`${section.name}: ${section.text.slice(start, end)}`, 'number') <= 0
  );
}

/** From here on a word is surely found. */
const FOUND = 0.6;

const holds = ({ matches }: Candidate, { start, end }: NamedTopic): boolean =>
  matches.some(
    ({ word: { token }, weight, mention }) =>
      token.start >= start && token.end <= end && (weight >= FOUND || mention !== undefined),
  );

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
