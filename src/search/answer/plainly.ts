import { lazy } from '#library/compute/lazy.ts';
import { locateSection } from '#library/find.ts';
import type { Topic } from '#library/model.ts';
import { topicNames } from '../index/documents.ts';
import { tokensOf } from '../letters/tokens.ts';
import type { Passage, SearchOptions, SearchResult } from '../model.ts';
import { wholeName } from '../ranking/wholeName.ts';
import { usualSpelling } from '../words/colloquial.ts';
import { isRunTogether, withSpaces } from '../words/runTogether.ts';
import { formsOf } from '../words/words.ts';
import { knownAs } from './answer.ts';
import { answerAnyone } from './anyone.ts';
import { compareTopics } from './comparison.ts';
import { talksFact } from './facts/askedTalks.ts';
import { asNamed } from './facts/facts.ts';
import type { Role } from './facts/reading/factRoles.ts';
import { readWords } from './facts/reading/factWords.ts';
import { libraryHasFact } from './facts/toldFacts.ts';
import { asTalk } from './facts/whichTalk.ts';
import type { AnswerSources } from './judge.ts';
import { nearestName } from './names/nearestName.ts';
import { isRemark } from './question/chatter/remark.ts';
import { withoutSinceTalks } from './question/chatter/sinceTalks.ts';
import { withoutChatter } from './question/chatter/withoutChatter.ts';
import { type PlainComparison, plainComparison } from './question/forms/plainComparison.ts';
import type { AskedOfName } from './question/forms/plainForms.ts';
import { type PlainQuestion, plainForm, plainQuestion } from './question/plainQuestion.ts';
import { languageOf } from './question/readQuestion.ts';
import { spokenOf } from './question/spokenOf.ts';
import { talkQuestion } from './question/talks/talkQuestion.ts';
import { topicsIn } from './question/topicTable.ts';
import { wantsToLearn } from './question/wantsToLearn.ts';
import { tellsValue } from './sentences/findValue.ts';
import { tellsAsked } from './sentences/tellsAsked.ts';
import { answerWithAddress } from './withAddress.ts';

/** What is told alike, however it is asked; of the rest, other words may tell more closely what is wanted. */
const TOLD_ALIKE: ReadonlySet<AskedOfName> = new Set<AskedOfName>([
  'definition',
  'fate',
  'advantages',
  'drawbacks',
  'reasons',
  'cases',
  'features',
  'parts',
  'steps',
  'sorts',
]);

/**
 * Answers a question, also one without spaces: one in which most are left out is read with them, one with a few long words
 * where it has no answer as it stands. Never throws.
 */
export function answerPlainly(
  answering: AnswerSources,
  typed: string,
  options: SearchOptions = {},
): SearchResult {
  const { segments } = answering.index;
  const text = typed.normalize('NFC');
  const read = withSpaces(text, (word) => segments.some(({ terms }) => terms.find(word) !== undefined));
  if (read === text || isRunTogether(text)) return answerSpaced(answering, read, options);
  const found = answerSpaced(answering, text, options);
  const second = found.verdict === 'answer' ? found : answerSpaced(answering, read, options);
  return second.verdict === 'answer' ? second : found;
}

/** Answers a question as it is spaced; one without an answer whose last clause asks of what was named before it, by that name. */
function answerSpaced(answering: AnswerSources, text: string, options: SearchOptions): SearchResult {
  const found = asTalk(answering.index.library, text, answerAsked(answering, text, options));
  const meant = found.verdict === 'answer' ? undefined : spokenOf(answering.topics, text);
  if (meant === undefined) return found;
  const language = languageOf(text) ?? options.language;
  const told = answerAsked(answering, meant, language === undefined ? options : { ...options, language });
  return told.verdict === 'answer' ? told : found;
}

/**
 * Answers a question. One that names a topic and for the rest only asks is answered as its plainest form
 * is, however it is put; any other, and one whose plain form has no answer, as it stands. What does not tell what is asked
 * of the topic, as advantages where drawbacks are asked for, is no answer.
 */
function answerAsked(answering: AnswerSources, typed: string, options: SearchOptions): SearchResult {
  const said = withoutSinceTalks(typed);
  if (said !== typed) return answerAsked(answering, said, options);
  const whole = usualSpelling(said.normalize('NFC'));
  const asked = withoutChatter(whole);
  if (isRemark(asked) && topicsIn(answering.topics, asked).length === 0 && !endsInFact(asked))
    return { verdict: 'none', confidence: 0, passages: [] };
  const plainly = (text: string) => plainQuestion(answering.topics, text, options.language);
  const ofTalks = answerOfTalks(answering, whole, options);
  if (ofTalks !== undefined) return answerWithAddress(answering, typed, options) ?? ofTalks;
  const wholly = plainly(whole);
  const isLess = wholly === undefined && asked !== whole;
  const ofLess = isLess ? answerOfTalks(answering, asked, options) : undefined;
  if (ofLess !== undefined) return ofLess;
  const plain = isLess ? plainly(asked) : wholly;
  if (plain === undefined) {
    const compared =
      plainComparison(answering.topics, whole) ??
      (asked === whole ? undefined : plainComparison(answering.topics, asked));
    return compared === undefined
      ? answerForm(answering, typed, options)
      : answerBoth(answering, compared, typed, options);
  }
  const isOnlyMentioned = wantsToLearn(whole) && plain.topic.about.length === 0;
  if (isOnlyMentioned) return answerAnyone(answering, typed, options);
  const isAlike = TOLD_ALIKE.has(plain.asks);
  const asTyped = lazy(() => answerAnyone(answering, typed, options));
  const isPut = !isAlike && asTyped().verdict === 'answer' && asTyped().answer?.kind === 'quote';
  if (isPut && tells(answering, plain, asTyped())) return asTyped();
  for (const form of plain.forms) {
    const found = answerAnyone(answering, form, options);
    if (found.verdict === 'answer' && tells(answering, plain, found)) return found;
  }
  const found = asTyped();
  if (found.verdict === 'answer' && tells(answering, plain, found)) return found;
  if (found.verdict !== 'answer') return found;
  return { ...found, verdict: 'maybe', confidence: Math.min(found.confidence, UNTOLD) };
}

/** What is told in any words: how it is known is judged elsewhere. */
const IN_ANY_WORDS: ReadonlySet<AskedOfName> = new Set<AskedOfName>(['definition', 'usage', 'workings']);
/** What the glossary's summary may tell. */
const BY_SUMMARY: ReadonlySet<AskedOfName> = new Set<AskedOfName>(['reasons', 'advantages', 'features']);
/** The most that is claimed of what does not tell what is asked of a thing. */
const UNTOLD = 0.4;

/** True where what a result shows tells what is asked. */
function tells(
  { index: { library } }: AnswerSources,
  { asks, topic }: PlainQuestion,
  found: SearchResult,
): boolean {
  const [passage] = found.passages;
  if (IN_ANY_WORDS.has(asks)) return true;
  if (found.answer?.kind === 'topic')
    return (
      found.answer.part === 'now' ||
      BY_SUMMARY.has(asks) ||
      tellsValue(asks, Object.values(topic[found.answer.part]).join('\n'))
    );
  if (found.answer?.kind !== 'quote' || passage === undefined) return false;
  const section = locateSection(library, passage, passage.language)?.section;
  return section !== undefined && tellsAsked(asks, topic, section, passage);
}

/** Answers a question for the talks on a topic, for who gave them, or for what a talk comes to; undefined for any other. */
function answerOfTalks(
  { index, topics }: AnswerSources,
  text: string,
  options: SearchOptions,
): SearchResult | undefined {
  const question = talkQuestion({ library: index.library, topics }, text);
  if (question === undefined) return undefined;
  const found = talksFact(index, question, question.language ?? options.language);
  if (found === undefined) return undefined;
  const fact = asNamed(text, found);
  return knownAs(fact, libraryHasFact(index.library, fact) ? 'answer' : 'none', question.language);
}

/** The same of a name that is no topic's and that the posts hold: in its plainest form where that has an answer, else as it stands. */
function answerForm(answering: AnswerSources, typed: string, options: SearchOptions): SearchResult {
  const asTyped = lazy(() => answerAnyone(answering, typed, options));
  // `out of memory` is a name, and does not ask for memory.
  const isName = wholeName(typed) !== undefined || topicsIn(answering.topics, typed).length > 0;
  const form = isName || wantsToLearn(typed) ? undefined : plainForm(typed, options.language);
  const meant = form && nearestName(answering.index.segments, form.name);
  if (form !== undefined && meant !== undefined) {
    const readAs = typed.replace(form.name, () => meant.name);
    const found = answerAsked(answering, readAs, options);
    return found.verdict === 'none' ? asTyped() : { readAs, ...found };
  }
  if (form === undefined || OF_TOPICS.has(form.asks)) return asTyped();
  if (form.asks !== 'definition' && asTyped().verdict === 'answer') return asTyped();
  for (const one of form.forms) {
    const plain = answerAnyone(answering, one, options);
    if (plain.verdict === 'answer' && isHeld(answering, form.name, plain.passages)) return plain;
  }
  return asTyped();
}

/** What is told of a topic alone: of another name it is not known whether a text tells it. */
const OF_TOPICS: ReadonlySet<AskedOfName> = new Set<AskedOfName>([
  'fate',
  'drawbacks',
  'cases',
  'parts',
  'steps',
  'release',
  'ending',
  'date',
  'amount',
]);

/** True where posts hold a word, or one of the passages a name of several words, as it is typed. */
function isHeld({ index }: AnswerSources, name: string, passages: readonly Passage[]): boolean {
  const [token, ...more] = tokensOf(name);
  if (token === undefined) return false;
  if (more.length === 0)
    return formsOf(token).some(
      (form) => form.length > 1 && index.segments.some(({ terms }) => terms.find(form) !== undefined),
    );
  const joined = withoutSpaces(name);
  return passages.some((passage) => {
    const section = locateSection(index.library, passage, passage.language)?.section;
    return section !== undefined && withoutSpaces(`${section.name} ${section.text}`).includes(joined);
  });
}

const withoutSpaces = (text: string): string => text.toLowerCase().replaceAll(/\s+/gu, '');

/** Answers a question about two topics: as it stands where that tells of both, else by both, one under the other. */
function answerBoth(
  answering: AnswerSources,
  compared: PlainComparison,
  typed: string,
  options: SearchOptions,
): SearchResult {
  const found = answerAnyone(answering, typed, options);
  const tellsBoth = compared.topics.every((topic) => tellsOf(found, topic));
  return tellsBoth ? found : (compareTopics(answering.index, compared, options) ?? found);
}

/** True for an answer that names a topic, or that is told by a section about it. */
function tellsOf({ verdict, answer, passages: [best] }: SearchResult, topic: Topic): boolean {
  if (verdict !== 'answer' || answer?.kind === 'facts' || answer?.kind === 'topic') return false;
  if (answer?.kind === 'comparison') return true;
  const quote = best?.quote.toLowerCase() ?? '';
  return (
    topicNames(topic).some((name) => quote.includes(name.toLowerCase())) ||
    topic.about.some(({ session, section }) => session === best?.session && section === best.section)
  );
}

/** What may be asked of the talks by its name alone. */
const FACTS: ReadonlySet<Role> = new Set<Role>([
  'list',
  'program',
  'theme',
  'summary',
  'speaker',
  'slides',
  'event',
]);

/** True for `행사 어젠다`: a noun that asks for a fact of the talks, whatever it ends like. */
const endsInFact = (text: string): boolean =>
  [...readWords(text.split(/\s+/u).at(-1) ?? '').roles].some((role) => FACTS.has(role));
