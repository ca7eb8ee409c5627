import type { Section, Topic } from '#library/model.ts';
import { inUsualWidth } from '../../letters/segments.ts';
import type { SearchOptions, SearchResult } from '../../model.ts';
import { variantFor } from '../../passages.ts';
import type { Candidate } from '../../ranking/candidate.ts';
import { isHeld } from '../../ranking/heldWord.ts';
import { piecesOf } from '../../ranking/sectionPieces.ts';
import { verbsOf } from '../../words/verbs.ts';
import { THINGS } from '../../words/wordClass.ts';
import type { Choice, ChosenStretch } from '../choose.ts';
import { namesPerson } from '../facts/speakerPatterns.ts';
import { ASKS, isNamed, isWithin } from '../question/askingWords.ts';
import { attributesIn } from '../question/attributes.ts';
import { demandsOf } from '../question/demandedFacts.ts';
import { asksPersonName } from '../question/personalFacts.ts';
import type { Asking } from '../question/readQuestion.ts';
import { type NamedTopic, renamed, SOME_NAME } from '../question/topicTable.ts';
import { isMeasured, isStrict, withoutMeasured } from '../question/values/countedNoun.ts';
import { PRICE } from '../question/values/money.ts';
import type { Telling } from '../question/values/telling.ts';
import { quoteOfChoice } from '../quotedChoice.ts';
import { kindFit } from '../sentences/fit.ts';
import { hasText } from '../topicAnswer.ts';
import { heldBeside, isOfKind, LEAST } from './askedOfTopic.ts';

/**
 * True where a fact is asked for that what was chosen does not tell: a number and it holds none, what has become of a
 * thing and it tells only what the thing was, or a price, a version, the next date, who made it, where it is sold, and
 * nothing that tells such a thing.
 */
export function isUntold(
  best: ChosenStretch | undefined,
  question: string,
  asking: Asking,
  named: readonly NamedTopic[],
  options: SearchOptions,
): boolean {
  if (best === undefined) return false;
  const { kinds, counted } = asking;
  const demands: readonly Telling[] = [
    ...demandsOf(question),
    ...(asksPersonName(question) ? [{ test: namesPerson }] : []),
  ];
  const strict = isStrict(counted);
  const { candidate, choice } = best;
  const { section } = variantFor(candidate, options.language);
  if (kinds[0] === 'now' && named.length > 0 && !named.some(({ topic }) => hasText(topic.now))) {
    const { quote } = quoteOfChoice(candidate, section, choice);
    if (isOfOther(candidate, named) || kindFit(quote, 'now') <= 0) return true;
  }
  const attributes = named.length > 0 ? attributesIn(renamed(question, named, SOME_NAME)) : [];
  const ofTopic = named.length > 0 && kinds[0] !== 'difference' && !isOfKind(question, best, asking, named);
  const held = ofTopic ? heldBeside(question, best, section, asking, named) : undefined;
  if (held !== undefined && held < LEAST) return true;
  if (attributes.length > 0) {
    const shown = inUsualWidth(`${section.name}: ${quoteOfChoice(candidate, section, choice).quote}`);
    if (attributes.some((tells) => !tells.test(shown))) return true;
  }
  if (demands.length > 0 && named.length === 0 && holdsNoThing(candidate, asking)) return true;
  if (!strict && kinds[0] !== 'number' && kinds[0] !== 'date' && demands.length === 0) return false;
  // What another section tells is told of something else.
  if (isOfOther(candidate, named)) return true;
  const told = inUsualWidth(`${section.name}: ${quoteOfChoice(candidate, section, choice).quote}`);
  if (ofTopic && (held ?? 0) < ALL && !tellsValue(told, question, asking, held === undefined)) return true;
  if (demands.some((tells) => !tells.test(told))) return true;
  // Of a topic a number of another measure tells nothing, nor does a list: `CPU 몇 코어 필요해`.
  const measured = ASKS_YEAR.test(question) ? told : told.replaceAll(YEAR, '');
  if (named.length > 0 && isMeasured(question) && counted?.test(measured) === false) return true;
  if (kinds[0] === 'number' && kinds.includes('list') && choice.to > choice.from) return false;
  if (strict) return counted?.test(told) === false;
  if (kinds[0] !== 'number') return false;
  // A time, a share and a year count nothing.
  if (counted?.test(told) === false && kindFit(withoutMeasured(told), 'number') <= 0) return true;
  return kindFit(`${section.name}: ${paragraphIn(section, choice)}`, 'number') <= 0;
}

/** A year is no time that something takes, unless it is asked for. */
const ASKS_YEAR = /몇\s?년|\byears?\b|何年/iu;
const YEAR = /(?<!\d)(?:19|20)\d\d\s?(?:년|年|(?!\d))/gu;

/** Of the paragraph that the likeliest sentence of a stretch is in, what belongs to the stretch. */
function paragraphIn(section: Section, { from, to, likeliest }: Choice): string {
  const sentences = piecesOf(section).sentences.slice(from, to + 1);
  const line = sentences[likeliest - from]?.line;
  const own = sentences.filter((sentence) => sentence.line === line);
  return inUsualWidth(section.text.slice(own[0]?.start ?? 0, own.at(-1)?.end ?? 0));
}

/** How many kinds of it there are is told by a list of them. */
const isToldByList = ({ kinds, facets }: Asking): boolean =>
  facets.includes('sort') || (kinds.includes('list') && kinds.includes('number'));

/** From here on all that is asked of a topic is held: the value may be told in other units. */
const ALL = 0.9;
/** `한 달에 얼마예요`, `how much is it`: what costs. */
const AMOUNT = /얼마(?![나만큼])|いくら|\bhow much (?:is|are)\b/iu;

/**
 * True where a text tells the value that is asked for: an amount of what is counted, or of money, or a date.
 * @param isAll true where nothing else is asked of the topic.
 */
function tellsValue(told: string, question: string, asking: Asking, isAll: boolean): boolean {
  const { kinds, counted } = asking;
  if (kinds[0] === 'date') return (counted?.test(told) ?? true) && kindFit(told, 'date') > 0;
  if (kinds[0] !== 'number' || isToldByList(asking)) return true;
  const value = counted ?? (AMOUNT.test(question) ? PRICE : undefined);
  return value === undefined ? !isAll : value.test(told);
}

/** From here on a word is surely found. */
const FOUND = 0.6;
/** The same by other words for it, which may mean a like thing. */
const MEANT = 0.75;

/** True for a section that holds none of the things that a question asks a rare fact of: `스패너 요금` where another's is told. */
function holdsNoThing(candidate: Candidate, { spans }: Asking): boolean {
  const things = candidate.matches.filter(
    ({ word }) =>
      !word.hint &&
      THINGS.has(word.wordClass) &&
      verbsOf(word.token.text).length === 0 &&
      !ASKS.test(word.token.text) &&
      !isWithin(word, spans),
  );
  const names = things.filter(({ word }) => word.wordClass !== 'everyday');
  const asked = names.length > 0 ? names : things;
  return asked.length > 0 && !asked.some((match) => isHeld(match, candidate, false));
}

/** True for a section that holds none of the topics that a question names. */
const isOfOther = (candidate: Candidate, named: readonly NamedTopic[]): boolean =>
  named.length > 0 && !named.some((topic) => holds(candidate, topic));

/** True where a section holds each word of a topic's name: `BigQuery` is not `BigQuery ML`. */
function holds({ matches }: Candidate, topic: NamedTopic): boolean {
  const words = matches.filter(({ word }) => !word.hint && isNamed(word, [topic]));
  return (
    words.length > 0 &&
    words.every(
      ({ weight, mention, expansion }) =>
        weight >= (expansion?.how === 'meaning' ? MEANT : FOUND) || mention !== undefined,
    )
  );
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
