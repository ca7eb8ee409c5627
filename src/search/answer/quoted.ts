import type { Topic } from '#library/model.ts';
import { rerankByMeaning } from '../interpret.ts';
import type { SearchOptions, SearchResult } from '../model.ts';
import { passageOf, variantFor } from '../passages.ts';
import type { Candidate } from '../ranking/candidate.ts';
import { meaningMakesAnswer } from '../ranking/fuse.ts';
import { piecesOf } from '../ranking/sectionPieces.ts';
import { ANSWER, atLeast, verdictOf } from '../ranking/verdict.ts';
import { isAbout } from './choose.ts';
import { comparisonOf, knownThings, type NamedThing, sidesOf } from './comparison.ts';
import { type AnswerFeatures, mayBeAboutAnotherThing } from './confidence.ts';
import { type Contrast, contrastIn } from './contrast.ts';
import { DESCRIBED, describedAs, SURELY } from './describedTopic.ts';
import { absentIn, absentThings } from './doubts/absent.ts';
import { isIdle } from './doubts/idle.ts';
import { tellsDemanded } from './doubts/untold.ts';
import { type AnswerDraft, type AnswerSources, judge, mostOf, sureOf } from './judge.ts';
import { namesOther } from './names/lacksName.ts';
import { asksLongForm, longFormAnswer } from './names/longForm.ts';
import { isBare, isNameAlone } from './question/askingWords.ts';
import { attributesIn } from './question/attributes.ts';
import { comparedThings } from './question/comparedSides.ts';
import { demandsOf } from './question/demandedFacts.ts';
import { asksMaker } from './question/maker.ts';
import { nameIn } from './question/nameIn.ts';
import { type Asking, readAsking } from './question/readQuestion.ts';
import { type NamedTopic, renamed, SOME_NAME } from './question/topicTable.ts';
import { isToldOf, wantsToLearn } from './question/wantsToLearn.ts';
import { quoteOfChoice } from './quotedChoice.ts';
import { definedIn } from './sentences/definedIn.ts';
import { tellsLaterFate } from './sentences/fit.ts';
import { hasEnded, hasText, quoteOf, SURE, topicAnswer } from './topicAnswer.ts';

/** How sure words must be of what meaning makes an answer of: what they hold for unlikely is seldom there. */
const LIFTED_FROM = 0.3;

const limitOf = ({ limit = 10 }: SearchOptions): number => Math.max(0, Math.min(limit, 100));

/** A question that was read and for which passages were found: what its answer is chosen from. */
interface Grounds {
  readonly answering: AnswerSources;
  readonly options: SearchOptions;
  readonly draft: AnswerDraft;
  readonly first: Candidate;
  /** The passages as they were found, and how sure they are. */
  readonly plain: SearchResult;
  readonly compared: Compared;
  /** What is asked for and no post holds. */
  readonly absent: readonly string[];
}

/** What a question sets beside each other. */
interface Compared {
  readonly things: readonly string[];
  /** Those of them that no post holds. */
  readonly strange: readonly string[];
  readonly sides: readonly NamedThing[];
  /** What tells of all of them. */
  readonly contrast: Contrast | undefined;
}

/** A way to answer a question; undefined where it is none for that question. */
type Way = (grounds: Grounds) => SearchResult | undefined;

/** Answers from the posts and the glossary, in the first way that there is. */
export function quoted(
  answering: AnswerSources,
  typed: string,
  asking: Asking,
  options: SearchOptions,
): SearchResult {
  const byWords = judge(answering, typed, asking, options);
  const { nearness } = options;
  const draft =
    nearness === undefined
      ? byWords
      : judge(answering, typed, asking, options, rerankByMeaning(byWords.reading, nearness, sureOf(byWords)));
  const { reading, features } = draft;
  const { ranked, readAs, query } = reading;
  const read = readAs === undefined ? {} : { readAs };
  const [first] = ranked;
  if (first === undefined || features === undefined)
    return { verdict: 'none', confidence: 0, passages: [], ...read };
  const passages = ranked
    .slice(0, limitOf(options))
    .map((candidate, i) => passageOf(query, candidate, ranked[i === 0 ? 1 : 0], i === 0, options));
  const confidence = confidenceIn(draft, byWords, features, options);
  const verdict = options.sure === true ? 'answer' : verdictOf(confidence);
  const plain: SearchResult = { verdict, confidence, passages, ...read };
  const grounds = {
    answering,
    options,
    draft,
    first,
    plain,
    ...comparedIn(answering, draft, first, options),
  };
  for (const way of WAYS) {
    const result = way(grounds);
    if (result !== undefined) return result;
  }
  return plain;
}

/** What words are sure of stays an answer; meaning makes one of what they took for a possibility. */
function confidenceIn(
  draft: AnswerDraft,
  byWords: AnswerDraft,
  features: AnswerFeatures,
  { nearness }: SearchOptions,
): number {
  const isSame = draft.best?.candidate.doc === byWords.best?.candidate.doc;
  const plainly = isSame ? sureOf(byWords) : Math.max(sureOf(draft), sureOf(byWords));
  const isMaybe =
    plainly >= LIFTED_FROM && verdictOf(plainly) === 'maybe' && !mayBeAboutAnotherThing(features);
  const lifts = nearness !== undefined && isMaybe && meaningMakesAnswer(draft.reading.ranked, nearness);
  return lifts ? Math.min(mostOf(draft), Math.max(ANSWER, plainly)) : plainly;
}

function comparedIn(
  { index, topics }: AnswerSources,
  { reading: { query, ranked }, asking, named, best, features, absent }: AnswerDraft,
  first: Candidate,
  options: SearchOptions,
): Pick<Grounds, 'compared' | 'absent'> {
  const compares = asking.kinds.includes('difference');
  const things = compares ? comparedThings(query.text, named) : [];
  const known = knownThings(index, topics, things, options);
  const unknown = things.filter((_, i) => known[i] === undefined);
  const strange = absentThings(query, unknown, ranked);
  const isOther = features !== undefined && mayBeAboutAnotherThing(features);
  const other = isOther ? absentIn(query, best?.candidate ?? first, named, asking) : [];
  const missing = [strange, absent, other].find((names) => names.length > 0) ?? [];
  const sides = compares ? sidesOf(index.library, known, named, missing, options) : [];
  // By how much they differ is told by a number.
  const isTold = things.length > 1 && strange.length === 0 && !asking.kinds.includes('number');
  const contrast = isTold ? contrastIn(ranked, things, WHEN.test(query.text), options.language) : undefined;
  return { compared: { things, strange, sides, contrast }, absent: missing };
}

/** A result with this passage before the others. */
function withFirst(
  result: SearchResult,
  first: SearchResult['passages'][number],
  options: SearchOptions,
): SearchResult {
  const others = result.passages.filter(
    ({ session, section }) => session !== first.session || section !== first.section,
  );
  return { ...result, passages: [first, ...others].slice(0, limitOf(options)) };
}

/** What is said of a topic, as an answer. */
const said = (plain: SearchResult, told: ReturnType<typeof topicAnswer>): SearchResult | undefined =>
  told && { ...plain, ...atLeast(plain.confidence, SURE), ...told };

const asComparison: Way = ({ draft: { reading }, options, plain, compared: { things, sides, contrast } }) => {
  const answer = things.length > 2 ? undefined : comparisonOf(sides, reading.ranked, contrast, options);
  return answer && { ...plain, ...atLeast(plain.confidence, SURE), answer };
};

const byContrast: Way = ({ options, plain, compared: { contrast } }) =>
  contrast && {
    ...withFirst(plain, contrast.passage, options),
    ...atLeast(plain.confidence, CONTRASTS + BY_BOTH * contrast.held),
    answer: { kind: 'quote' },
  };

const asLongForm: Way = ({ answering: { index }, draft: { reading, subject }, options, plain }) => {
  const { query, ranked } = reading;
  if (!asksLongForm(query.text)) return undefined;
  return said(plain, longFormAnswer(index.library, query.text, subject, ranked, plain.passages, options));
};

/** A name of the glossary that the posts only mention is told by the glossary. */
const byNameAlone: Way = ({ answering: { index }, draft, options, plain }) => {
  const { reading, asking, named, subject, untold, absent } = draft;
  const { query } = reading;
  if (subject === undefined || untold || absent.length > 0 || !isNameAlone(query, named, asking))
    return undefined;
  if (wantsToLearn(query.text) && !named.some(isToldOf)) return undefined;
  if (!asksWhat(query.text, named, asking, isToldAbout(plain, subject))) return undefined;
  return said(plain, topicAnswer(index.library, subject, query.text, DEFINITION, plain.passages, options));
};

/** Whether something can be done with what has ended is told by its end. */
const asOver: Way = ({ answering: { index }, draft, options, plain }) => {
  const { reading, asking, named, subject } = draft;
  const { text } = reading.query;
  const isOver = plain.verdict !== 'answer' && subject !== undefined && hasEnded(subject);
  if (!isOver || asking.kinds[0] !== 'yesno') return undefined;
  // What is asked of its maker, or of anything, is not told by that.
  if (attributesIn(renamed(text, named, SOME_NAME)).length + demandsOf(text).length > 0) return undefined;
  return said(plain, topicAnswer(index.library, subject, text, FATE, plain.passages, options));
};

/** Of two things, or of a thing and what is said of it, one alone is known: that is shown, and the other told not to be there. */
const asPartlyKnown: Way = ({ draft: { subject }, options, plain, compared: { strange, sides }, absent }) => {
  const { verdict, confidence } = plain;
  const isPartly = verdict === 'answer' ? strange.length > 0 : subject !== undefined || sides.length > 0;
  if (absent.length === 0 || !isPartly) return undefined;
  const told = sides[0]?.passage;
  return {
    ...(told === undefined ? plain : withFirst(plain, told, options)),
    ...atLeast(verdict === 'answer' ? 0 : confidence, OFFERED),
    absent,
  };
};

const byTopic: Way = ({ answering: { index }, draft, first, options, plain }) => {
  const { reading, asking, named, subject, best, untold, absent } = draft;
  const { query } = reading;
  // Who made a thing may be told by the glossary alone.
  if (subject === undefined || (untold && !asksMaker(query.text))) return undefined;
  if (absent.length > 0 || namesOther(query.text, best?.candidate ?? first) || !isBare(query, named, asking))
    return undefined;
  const told = topicAnswer(index.library, subject, query.text, asking, plain.passages, options);
  return told !== undefined && tellsDemanded(subject, told, query.text) ? said(plain, told) : undefined;
};

const asDescribed: Way = ({ answering: { index }, draft, first, plain }) => {
  const { reading, asking, named, best } = draft;
  const answer = describedAs(index.library, reading.query, asking, named);
  if (answer === undefined) return undefined;
  const { topic, share } = answer;
  const { doc } = best?.candidate ?? first;
  // What is only described is told by what the glossary says of it, unless a text surely does: one that tells of it too.
  const isToldSurely = plain.confidence >= DESCRIBED || !(asking.naming || asking.kinds[0] === 'name');
  const isOfAnother =
    share >= SURELY &&
    !MADE_WITH.test(reading.query.text) &&
    ![...topic.about, ...topic.mentions].some((ref) => isPlaceOf(doc, ref));
  if (plain.verdict === 'answer' && isToldSurely && !isOfAnother) return undefined;
  return {
    ...plain,
    ...atLeast(plain.confidence, DESCRIBED),
    answer: { kind: 'topic', topic: topic.id, part: 'summary' },
  };
};

const asNotCovered: Way = ({ draft: { reading, named, best }, first, plain }) => {
  const shown = plain.verdict === 'answer' ? (best?.candidate ?? first) : first;
  const isNone = plain.verdict === 'none' || isIdle(reading.query, shown, named, plain.confidence);
  return isNone ? { ...plain, verdict: 'none' } : undefined;
};

/** A heading without text of its own is answered by what stands below it. */
const belowHeading: Way = ({ draft: { best }, first, options, plain }) => {
  const hollow = piecesOf(variantFor(first, options.language).section).sentences.length === 0;
  return best === undefined || (hollow && (plain.passages[0]?.quote ?? '') !== '')
    ? { ...plain, answer: { kind: 'quote' } }
    : undefined;
};

const byQuote: Way = ({ draft, first, options, plain }) => {
  const { reading, asking, subject, best } = draft;
  if (best === undefined) return undefined;
  const quotedIn = variantFor(best.candidate, options.language).section;
  const quote = quoteOfChoice(best.candidate, quotedIn, best.choice);
  const isNow = plain.verdict === 'answer' && asking.kinds[0] === 'now';
  if (isNow && subject !== undefined && hasText(subject.now)) {
    const isSaid = isAbout(best.candidate, subject) && tellsLaterFate(quote.quote);
    if (!isSaid) return { ...plain, answer: { kind: 'topic', topic: subject.id, part: 'now' } };
  }
  const isFirst = best.candidate === first;
  const second = isFirst ? reading.ranked[1] : first;
  const passage = passageOf(reading.query, best.candidate, second, isFirst, options, quote);
  return { ...withFirst(plain, passage, options), answer: { kind: 'quote' } };
};

/** What a name of no topic is may be said by another section than the one that tells most of it. */
const asDefined: Way = ({ draft: { reading, asking, subject, best }, first, options, plain }) => {
  if (subject !== undefined || asking.kinds[0] !== 'definition' || plain.verdict !== 'answer')
    return undefined;
  const found = definedIn(reading.ranked, nameIn(reading.query.text), best?.candidate ?? first, options);
  return found && { ...plain, ...quoteOf(found, plain.passages) };
};

/** In the order in which they are tried. */
const WAYS: readonly Way[] = [
  asComparison,
  byContrast,
  asLongForm,
  byNameAlone,
  asOver,
  asPartlyKnown,
  byTopic,
  asDescribed,
  asNotCovered,
  belowHeading,
  asDefined,
  byQuote,
];

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

/** `뭘로 만들었대`: what something is made with is no thing that is described. */
const MADE_WITH = /(?:뭘|뭐|무엇|머)(?:으)?로\s|\b(?:made|built) (?:of|with|from|on)\b|何で(?:作|でき)/iu;

const isPlaceOf = ({ session, section }: Candidate['doc'], ref: Topic['about'][number]): boolean =>
  ref.session === session && ref.section === section;

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
