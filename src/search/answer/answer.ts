import type { Topic } from '#library/model.ts';
import { topicNames } from '../index/documents.ts';
import type { Index } from '../index/searchIndex.ts';
import { interpret, rerankByMeaning } from '../interpret.ts';
import {
  type AskedIn,
  EVENT_FACTS,
  type Fact,
  type SearchOptions,
  type SearchResult,
  type Verdict,
} from '../model.ts';
import { passageOf, variantFor } from '../passages.ts';
import { evidenceOf } from '../ranking/evidence.ts';
import { FUSED, meaningMakesAnswer } from '../ranking/fuse.ts';
import { ANSWER, atLeast, confidenceOf, verdictOf } from '../ranking/verdict.ts';
import { type ChosenStretch, choose, isAbout, judgedSections, type ReadQuestion } from './choose.ts';
import { comparisonOf, knownThings, sidesOf } from './comparison.ts';
import { type AnswerFeatures, featuresOf, mayBeAboutAnotherThing, surenessOf } from './confidence.ts';
import { contrastIn } from './contrast.ts';
import { DESCRIBED, describedAs } from './describedTopic.ts';
import { absentIn, absentThings } from './doubts/absent.ts';
import { asksUnknown } from './doubts/askedOfTopic.ts';
import { isIdle } from './doubts/idle.ts';
import { isUntold, tellsDemanded } from './doubts/untold.ts';
import { mayTell } from './facts/event/eventDetails.ts';
import { factOf } from './facts/facts.ts';
import { libraryHasFact } from './facts/toldFacts.ts';
import { askedNames, headNouns, isAnotherOfFamily, isSaid, namesOf } from './names/askedName.ts';
import { answerAsMeant } from './names/asMeant.ts';
import { holdsNoNoun, lacksName, namesOther } from './names/heldNames.ts';
import { asksLongForm, longFormAnswer } from './names/longForm.ts';
import { isBare, isNameAlone, onlyAsks } from './question/askingWords.ts';
import { comparedThings } from './question/comparedSides.ts';
import { isErrand } from './question/errand.ts';
import { asksMaker } from './question/maker.ts';
import { type Asking, readAsking } from './question/readQuestion.ts';
import { isChat } from './question/smallTalk.ts';
import { type NamedTopic, renamed, SOME_NAME, type TopicTable, topicsIn } from './question/topicTable.ts';
import { quoteOfChoice } from './quotedChoice.ts';
import { tellsLaterFate } from './sentences/fit.ts';
import { piecesOf } from './sentences/sectionPieces.ts';
import { hasEnded, hasText, SURE, topicAnswer } from './topicAnswer.ts';

/** What answers are made from. */
export interface AnswerSources {
  readonly index: Index;
  readonly topics: TopicTable;
}

const LONGEST_QUERY = 6_000;
/** From here on a piece is of the type that was asked for: the words that ask need not stand in it. */
const OF_TYPE = 0.15;
/** From here on a piece is clearly of the type that was asked for. */
const TYPE_TELLS = 0.8;
/** How sure words must be of what meaning makes an answer of: what they hold for unlikely is seldom there. */
const LIFTED_FROM = 0.3;
/** How sure an answer from facts is. */
const KNOWN = 0.97;
/** Facts that a post may tell in other words than those that are looked for. */
const MAY_BE_SAID: ReadonlySet<Fact['about']> = new Set<Fact['about']>([...EVENT_FACTS, 'several']);

/** `CNNvsRNN` sets two beside each other. */
const VERSUS = /(?<=[\p{L}\d])\s?vs\.?\s?(?=[\p{Lu}가-힣])/gu;

const limitOf = ({ limit = 10 }: SearchOptions): number => Math.max(0, Math.min(limit, 100));

/**
 * Answers a question: reads what it asks for, and chooses what to show for it. Never throws.
 * @param spoken the language of who asks, where the text was put into another one.
 */
export function answer(
  answering: AnswerSources,
  typed: string,
  given: SearchOptions = {},
  spoken?: AskedIn,
): SearchResult {
  const text = typed.slice(0, LONGEST_QUERY).toWellFormed().normalize('NFC').replace(VERSUS, ' vs ');
  if (isChat(text) || isErrand(text)) return { verdict: 'none', confidence: 0, passages: [] };
  const asking = readAsking(text);
  const clear = spoken ?? asking.language;
  const language = clear ?? given.language;
  const options = language === undefined ? given : { ...given, language };
  const told = clear === undefined ? {} : { language: clear };
  const fact = factOf(answering, text, asking, language);
  if (fact === undefined) {
    const ask = (text: string, asking: Asking): SearchResult => quoted(answering, text, asking, options);
    return { ...answerAsMeant(answering, text, asking, spoken, ask), ...told };
  }
  const isKnown = libraryHasFact(answering.index.library, fact);
  if (!isKnown && MAY_BE_SAID.has(fact.about)) {
    const found = quoted(answering, text, asking, options);
    const quote = found.passages[0]?.quote ?? '';
    const asked = fact.about === 'several' ? fact.parts.map(({ about }) => about) : [fact.about];
    const isTold = EVENT_FACTS.filter((about) => asked.includes(about)).every((about) =>
      mayTell(about, quote),
    );
    if (found.verdict === 'answer' && isTold) return { ...found, ...told };
  }
  return knownAs(fact, isKnown ? 'answer' : 'none', clear);
}

/** Answers a question about the sessions themselves where the answer is known; undefined for all others. Never throws. */
export function answerFact(
  answering: AnswerSources,
  typed: string,
  given: SearchOptions,
): SearchResult | undefined {
  const asking = readAsking(typed);
  const fact = factOf(answering, typed, asking, asking.language ?? given.language);
  if (fact === undefined || !libraryHasFact(answering.index.library, fact)) return undefined;
  return knownAs(fact, 'answer', asking.language);
}

/** A fact as a result. */
export const knownAs = (fact: Fact, verdict: Verdict, language: AskedIn | undefined): SearchResult => ({
  verdict,
  confidence: KNOWN,
  passages: [],
  answer: { kind: 'facts', fact },
  ...(language === undefined ? {} : { language }),
});

/** What a question is about, and the piece that answers it best. */
export interface AnswerDraft extends ReadQuestion {
  readonly subject: Topic | undefined;
  readonly best: ChosenStretch | undefined;
  /** Undefined where nothing was found. */
  readonly features: AnswerFeatures | undefined;
  /** True where something is asked that what was chosen does not tell. */
  readonly untold: boolean;
}

/** Reads a question and chooses a piece. */
export function judge(
  { index, topics }: AnswerSources,
  text: string,
  textAsking: Asking,
  options: SearchOptions,
  reading = interpret(index.segments, text, options.nearness === undefined ? undefined : FUSED),
): AnswerDraft {
  const { ranked, query } = reading;
  const asking = query.text === text ? textAsking : readAsking(query.text);
  const named = topicsIn(topics, query.text);
  const subject = named[0]?.topic;
  const [first] = ranked;
  if (first === undefined)
    return {
      reading,
      asking,
      named,
      subject,
      names: [],
      best: undefined,
      features: undefined,
      untold: false,
    };
  const asked = subject === undefined ? askedNames(query, asking, first) : [];
  const names =
    subject === undefined ? [...namesOf(first), ...asked, ...headNouns(asked, first)] : topicNames(subject);
  const best = choose(judgedSections({ reading, asking, named, names }, options), asking);
  const chosen = best?.candidate ?? first;
  const typed = (best?.choice.fit ?? 0) >= OF_TYPE;
  const matches = typed ? chosen.matches.filter((match) => !onlyAsks(match, asking)) : chosen.matches;
  const isWhole = matches.length === chosen.matches.length;
  const bare = isWhole ? chosen : { ...chosen, matches };
  const known = bare === first ? reading.evidence : undefined;
  const evidence = known ?? evidenceOf(query, bare, chosen === first ? ranked[1] : chosen);
  const found = isWhole ? reading.confidence : confidenceOf(evidence);
  const untold = isUntold(best, query.text, asking, named, options);
  const features = featuresOf(found, evidence, bare, best?.choice, asking, subject, named, (typed) => ({
    unsaid: typed < TYPE_TELLS && !isSaid(asked, chosen),
    another:
      isAnotherOfFamily(askedNames(query, asking, first), chosen) ||
      lacksName(text, query, chosen, named, asking) ||
      (subject === undefined && holdsNoNoun(query, chosen, asking)) ||
      untold,
  }));
  return { reading, asking, named, subject, names, best, features, untold };
}

/** Everyday words alone may mean anything, but not where what they ask for was found. */
const mostOf = ({ reading, features }: AnswerDraft): number =>
  (features?.typed ?? 0) >= TYPE_TELLS ? 1 : reading.most;

const sureOf = (judged: AnswerDraft): number =>
  judged.features === undefined ? 0 : Math.min(mostOf(judged), surenessOf(judged.features));

/** Answers from the posts and the glossary. */
function quoted(
  answering: AnswerSources,
  typed: string,
  typedAsking: Asking,
  options: SearchOptions,
): SearchResult {
  const byWords = judge(answering, typed, typedAsking, options);
  const { nearness } = options;
  const judged =
    nearness === undefined
      ? byWords
      : judge(
          answering,
          typed,
          typedAsking,
          options,
          rerankByMeaning(byWords.reading, nearness, sureOf(byWords)),
        );
  const { reading, asking, named, subject, best, features, untold } = judged;
  const { ranked, readAs, query } = reading;
  const { index, topics } = answering;
  const [first] = ranked;
  const read = readAs === undefined ? {} : { readAs };
  const alone = subject !== undefined && isNameAlone(query, named, asking);
  if (first === undefined || features === undefined)
    return { verdict: 'none', confidence: 0, passages: [], ...read };
  const passages = ranked
    .slice(0, limitOf(options))
    .map((candidate, i) => passageOf(query, candidate, ranked[i === 0 ? 1 : 0], i === 0, options));
  // What words are sure of stays an answer; meaning makes one of what they took for a possibility.
  const isSame = judged.best?.candidate.doc === byWords.best?.candidate.doc;
  const plainly = isSame ? sureOf(byWords) : Math.max(sureOf(judged), sureOf(byWords));
  const isMaybe =
    plainly >= LIFTED_FROM && verdictOf(plainly) === 'maybe' && !mayBeAboutAnotherThing(features);
  const lifts = nearness !== undefined && isMaybe && meaningMakesAnswer(ranked, nearness);
  const confidence = lifts ? Math.min(mostOf(judged), Math.max(ANSWER, plainly)) : plainly;
  const verdict = options.sure === true ? 'answer' : verdictOf(confidence);
  const compares = asking.kinds.includes('difference');
  const things = compares ? comparedThings(query.text, named) : [];
  const known = knownThings(index, topics, things, options);
  const unknown = things.filter((_, i) => known[i] === undefined);
  const strange = absentThings(query, unknown, ranked);
  const absent =
    strange.length > 0
      ? strange
      : mayBeAboutAnotherThing(features)
        ? absentIn(query, best?.candidate ?? first, named, asking)
        : [];
  const sides = compares ? sidesOf(index.library, known, named, absent, options) : [];
  // By how much they differ is told by a number.
  const isTold = things.length > 1 && strange.length === 0 && !asking.kinds.includes('number');
  const contrast = isTold ? contrastIn(ranked, things, WHEN.test(query.text), options.language) : undefined;
  const plain = { verdict, confidence, passages, ...read } as const;
  const compared = things.length > 2 ? undefined : comparisonOf(sides, ranked, contrast, options);
  if (compared !== undefined) return { ...plain, ...atLeast(confidence, SURE), answer: compared };
  if (contrast !== undefined) {
    const { session, section } = contrast.passage;
    const others = passages.filter((one) => one.session !== session || one.section !== section);
    return {
      ...plain,
      ...atLeast(confidence, CONTRASTS + BY_BOTH * contrast.held),
      passages: [contrast.passage, ...others].slice(0, limitOf(options)),
      answer: { kind: 'quote' },
    };
  }
  if (asksLongForm(query.text)) {
    const said = longFormAnswer(index.library, query.text, subject, ranked, passages, options);
    if (said !== undefined) return { ...plain, ...atLeast(confidence, SURE), ...said };
  }
  // A name of the glossary that the posts only mention is told by the glossary.
  if (alone && !untold && asksWhat(query.text, named, asking, isToldAbout(plain, subject))) {
    const said = topicAnswer(index.library, subject, query.text, DEFINITION, passages, options);
    if (said !== undefined) return { ...plain, ...atLeast(confidence, SURE), ...said };
  }
  // Whether something can be done with what has ended is told by its end.
  const isOver = verdict !== 'answer' && subject !== undefined && hasEnded(subject);
  if (isOver && asking.kinds[0] === 'yesno' && !asksUnknown(query.text, first, asking, named)) {
    const said = topicAnswer(index.library, subject, query.text, FATE, passages, options);
    if (said !== undefined) return { ...plain, ...atLeast(confidence, SURE), ...said };
  }
  // Of two things, or of a thing and what is said of it, one alone is known: that is shown, and the other told not to be there.
  const isPartly = verdict === 'answer' ? strange.length > 0 : subject !== undefined || sides.length > 0;
  if (absent.length > 0 && isPartly) {
    const told = sides[0]?.passage;
    const others = passages.filter((one) => one.session !== told?.session || one.section !== told.section);
    return {
      ...plain,
      ...atLeast(verdict === 'answer' ? 0 : confidence, OFFERED),
      passages: told === undefined ? passages : [told, ...others].slice(0, limitOf(options)),
      absent,
    };
  }
  // Who made a thing may be told by the glossary alone.
  const isAnswerable = !untold || asksMaker(query.text);
  const isTopic = subject !== undefined && isAnswerable && !namesOther(query.text, best?.candidate ?? first);
  if (isTopic && isBare(query, named, asking)) {
    const said = topicAnswer(index.library, subject, query.text, asking, passages, options);
    if (said !== undefined && tellsDemanded(subject, said, query.text))
      return { ...plain, ...atLeast(confidence, SURE), ...said };
  }
  const described = verdict === 'answer' ? undefined : describedAs(index.library, query, asking, named);
  if (described !== undefined) return { ...plain, ...atLeast(confidence, DESCRIBED), answer: described };
  if (verdict === 'none' || (verdict === 'maybe' && isIdle(query, first, named, confidence)))
    return { ...plain, verdict: 'none' };
  // A heading without text of its own is answered by what stands below it.
  const hollow = piecesOf(variantFor(first, options.language).section).sentences.length === 0;
  if (best === undefined || (hollow && (passages[0]?.quote ?? '') !== ''))
    return { ...plain, answer: { kind: 'quote' } };
  const quotedIn = variantFor(best.candidate, options.language).section;
  const quote = quoteOfChoice(best.candidate, quotedIn, best.choice);
  if (
    plain.verdict === 'answer' &&
    subject !== undefined &&
    asking.kinds[0] === 'now' &&
    hasText(subject.now)
  ) {
    const said = isAbout(best.candidate, subject) && tellsLaterFate(quote.quote);
    if (!said) return { ...plain, answer: { kind: 'topic', topic: subject.id, part: 'now' } };
  }
  const { session, section } = best.candidate.doc;
  const isFirst = best.candidate === first;
  const passage = passageOf(query, best.candidate, isFirst ? ranked[1] : first, isFirst, options, quote);
  const others = passages.filter((one) => one.session !== session || one.section !== section);
  return {
    ...plain,
    passages: [passage, ...others].slice(0, limitOf(options)),
    answer: { kind: 'quote' },
  };
}

const DEFINITION = { kinds: ['definition'] } as const;
const FATE = { kinds: ['now'] } as const;

/** True where a name alone is to be told what it is: that is asked, or nothing is and no section tells of it. */
function asksWhat(text: string, named: readonly NamedTopic[], asking: Asking, isTold: boolean): boolean {
  // `no sql` is no `sql`.
  if (asking.naming) return !isTold && !/[\p{L}\p{N}]/u.test(renamed(text, named, ''));
  const [kind] = asking.kinds;
  if (kind === 'definition' || kind === 'now') return kind === 'definition';
  return readAsking(renamed(text, named, SOME_NAME)).kinds[0] === 'definition';
}

/** True where a section about a topic is an answer. */
const isToldAbout = ({ verdict, passages: [best] }: SearchResult, { about }: Topic): boolean =>
  verdict === 'answer' &&
  about.some(({ session, section }) => session === best?.session && section === best.section);

/** How sure of a piece that tells of all things that are compared. */
const CONTRASTS = 0.4;
const BY_BOTH = 0.4;
const WHEN = /언제|어느|뭐\s?[써쓸골]|뭘|쓸까|골라|나아|낫|\b(?:when|which|should)\b|どちら|使い分け/iu;
/** How sure of what is offered beside a name that is not there. */
const OFFERED = 0.1;
