import type { Candidate } from '../../ranking/candidate.ts';
import type { Query } from '../../ranking/query.ts';
import type { WordMatch } from '../../ranking/wordMatch.ts';
import { NAMING } from '../../words/wordClass.ts';
import { ASKS, isWithin } from '../question/askingWords.ts';
import type { Asking } from '../question/readQuestion.ts';

/** From here on a word of a section may be that of a question. */
const MAYBE_FOUND = 0.6;
/** From here on a text holds a question in spite of that: in pairs of its syllables. */
const WELL_HELD = 0.35;
/** From here on so many of its words stand side by side that they are meant. */
const TOGETHER = 0.5;
const isFound = ({ weight, expansion, mention }: WordMatch): boolean =>
  mention !== undefined ||
  (expansion !== undefined && expansion.how !== 'described' && weight >= MAYBE_FOUND);

/** True where a section holds none of the nouns of a question: what is left of it may be said of anything. */
export function holdsNoNoun({ words }: Query, candidate: Candidate, { spans }: Asking): boolean {
  const { name, closeness } = candidate;
  if ((name?.score ?? 0) >= MAYBE_FOUND || closeness.held >= WELL_HELD || closeness.seams >= TOGETHER)
    return false;
  const nouns = candidate.matches.filter(
    ({ word }) =>
      words.includes(word) &&
      !word.hint &&
      NAMING.has(word.wordClass) &&
      word.token.script !== 'other' &&
      !isWithin(word, spans) &&
      !ASKS.test(word.token.text),
  );
  return nouns.length > 0 && !nouns.some(isFound);
}
