import type { Query, QueryWord } from '../../ranking/query.ts';
import type { WordMatch } from '../../ranking/wordMatch.ts';
import type { Asking } from './readQuestion.ts';
import type { NamedTopic } from './topicTable.ts';

/** A word that is found less surely than this is not found. */
export const FOUND_FROM = 0.45;

/** True for a word that tells what is asked for and stands nowhere in the section: an answer need not hold it. */
export function onlyAsks({ word, weight, mention }: WordMatch, { spans }: Asking): boolean {
  return !word.hint && weight < FOUND_FROM && mention === undefined && isWithin(word, spans);
}

/** True for a word that stands in one of the spans; not for one that merely ends in a syllable that asks: `카팁`, `팁`. */
export function isWithin({ token }: QueryWord, spans: Asking['spans']): boolean {
  return spans.some(
    ([start, end]) =>
      token.start < end &&
      token.end > start &&
      (token.start >= start || (end - start > 1 && 2 * (token.end - start) >= token.end - token.start)),
  );
}

/** True for a word of a topic's name. */
export function isNamed({ token }: QueryWord, named: readonly NamedTopic[]): boolean {
  return named.some(({ start, end }) => token.start >= start && token.end <= end);
}

/** Words of questions that lists of words do not hold. */
export const ASKS =
  /^(?:뭐|머|뭔|무슨|뜻|말|설명|정확|살|써|쓰|쓸|아직|지금|요즘|이제|종료|없어|바뀌|바뀜|이름|예전|언제|있|되|돼|된|뭘|wat(?![a-z])|whats|pls|plz|thing|around|alive|happened)/u;

/** True where a question names topics, and for the rest only asks, or says what everybody says of anything. */
export const isBare = ({ words }: Query, named: readonly NamedTopic[], asking: Asking): boolean =>
  words.every((word) => word.wordClass === 'plain' || namesOrAsks(word, named, asking));

/** True where a question is the name of one topic and words that only ask: nothing else can be meant. */
export const isNameAlone = ({ words }: Query, named: readonly NamedTopic[], asking: Asking): boolean =>
  named.every(({ topic }) => topic === named[0]?.topic) &&
  words.some((word) => isNamed(word, named)) &&
  words.every((word) => namesOrAsks(word, named, asking));

const namesOrAsks = (word: QueryWord, named: readonly NamedTopic[], { spans }: Asking): boolean =>
  word.hint ||
  word.wordClass === 'asking' ||
  ASKS.test(word.token.text) ||
  isWithin(word, spans) ||
  isNamed(word, named);
