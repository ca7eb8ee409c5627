import type { Topic } from '#library/model.ts';
import { FIELD } from '../index/tables/postings.ts';
import type { Candidate } from '../ranking/candidate.ts';
import type { Evidence } from '../ranking/evidence.ts';
import type { Expansion } from '../ranking/expand.ts';
import type { QueryWord } from '../ranking/query.ts';
import type { WordMatch } from '../ranking/wordMatch.ts';
import { NAMING, THINGS } from '../words/wordClass.ts';
import type { Choice } from './choose.ts';
import { ASKS, FOUND_FROM, isNamed, isWithin } from './question/askingWords.ts';
import type { Asking } from './question/readQuestion.ts';
import type { NamedTopic } from './question/topicTable.ts';
import { isStrict } from './question/values/countedNoun.ts';

/** Features of an answer for the logistic model of how sure it is. Each about 0 to 1 but `found`. */
export interface AnswerFeatures extends Pick<Evidence, 'proven' | 'margin'> {
  /** Log-odds that the section was found. */
  readonly found: number;
  /** Everyday nouns that stand nowhere in the section, saturating; no part of a topic's name. */
  readonly strayEveryday: number;
  /** The same for words that ask for a fact, such as a price. */
  readonly strayDemand: number;
  /** Share of the question that stands in the piece or its heading. */
  readonly held: number;
  /** How likely it is that the piece answers, beside all others; 0 for words that ask for nothing in particular. */
  readonly likelihood: number;
  /** How well the piece is of the type that was asked for. */
  readonly typed: number;
  /** 1 for words that ask for nothing in particular. */
  readonly naming: number;
  /** 1 where all that is known of the words is a guess at a name. */
  readonly guessed: number;
  /** 1 where the section holds none of the nouns itself: other words are said for them, or they are not there. */
  readonly unwritten: number;
  /** How many words there are, up to eight. */
  readonly length: number;
  /** 1 where beside a topic's name nothing is said of what is asked for. */
  readonly bare: number;
  /** 1 where headings say each of two words, or the one. */
  readonly titled: number;
  /** Of two words that only name something, the share that stands nowhere in the section. */
  readonly partial: number;
  /** 1 where two words that only name something name a topic that the section mentions by the way. */
  readonly byTheWay: number;
  /** The square of the share of the question that the section holds. */
  readonly fullyExplained: number;
  /**
   * 1 where another thing may be asked for: one of two that are compared, or a word beside the topic's name, stands
   * nowhere in the section, a way is asked for and what it is done to is only guessed, a price or the like of what the
   * section does not hold, or the section does not say what is asked for as a whole: a product owner is nothing of a
   * product.
   */
  readonly doubtful: number;
  /**
   * 1 where the posts hold another thing than the one that is named, or not what is asked of it: `BigQuery Omni` beside
   * `BigQuery`, a price where none is told.
   */
  readonly another: number;
}

/**
 * Weights of a logistic model, fitted by `test/relevance/fitAnswers.ts` on the tuning part of both sets of questions; the
 * bias is 0.1 above the fit, which counts what is absent for more than people ask for it: answers were right more often than said.
 */
const SURENESS: Readonly<Record<keyof AnswerFeatures | 'bias', number>> = {
  bias: -3.3,
  found: 0.57,
  strayEveryday: -0.67,
  strayDemand: -1.48,
  held: 0.82,
  likelihood: 1.84,
  typed: 1.29,
  naming: 1.5,
  guessed: -1.01,
  unwritten: 0.45,
  length: 1.95,
  bare: 0.98,
  titled: 0.86,
  partial: -0.48,
  byTheWay: -0.73,
  fullyExplained: -0.88,
  proven: 1.01,
  margin: 1.33,
  doubtful: -0.83,
  another: -1.76,
};

const isFeature = (key: string): key is keyof AnswerFeatures => key !== 'bias';
export const FEATURES = Object.keys(SURENESS).filter(isFeature);

/** The most that is claimed where a name is known and what it names is not. */
const ANOTHER = 0.4;

/** 0 to 1: the probability that an answer with these features is right. */
export function surenessOf(features: AnswerFeatures): number {
  let sum = SURENESS.bias;
  for (const key of FEATURES) sum += SURENESS[key] * features[key];
  const sure = 1 / (1 + Math.exp(-sum));
  return isAboutAnotherThing(features) ? Math.min(ANOTHER, sure) : sure;
}

/** True where a name is known and what it names is not: `BigQuery Omni` beside `BigQuery`. */
const isAboutAnotherThing = ({ another, byTheWay, partial }: AnswerFeatures): boolean =>
  another === 1 || byTheWay === 1 || partial >= 0.5;

/** True where what is asked for may be another thing than what was found. */
export const mayBeAboutAnotherThing = (features: AnswerFeatures): boolean =>
  isAboutAnotherThing(features) || features.doubtful === 1;

/** What is missing of the words that carry a meaning, from which on another thing is meant. */
const STRAY = 0.25;
const FURTHEST = 7;

function logOdds(share: number): number {
  const odds = Math.log(Math.max(1e-6, share) / Math.max(1e-6, 1 - share));
  return Math.max(-FURTHEST, Math.min(FURTHEST, odds));
}

/** From here on the words are the name of the section, or its beginning. */
const BEGUN = 0.6;

/** A verb before a noun names nothing: `학습시켜보는 사이트`. */
const DOES = /[가-힣]{2}(?:는|던|할|될|줄|볼|했던|했을)$/u;

/** True for what may be another thing: another word of the same language, and not what another language says for it. */
const isLoose = ({ weight, translated }: Expansion): boolean => weight < 0.75 && translated !== true;

/** True where a section holds a word itself, in a form of it, or in another language. */
const isWritten = ({ expansion, mention }: WordMatch): boolean =>
  mention !== undefined ||
  (expansion !== undefined && (WRITTEN.has(expansion.how) || expansion.translated === true));
const WRITTEN: ReadonlySet<Expansion['how']> = new Set<Expansion['how']>([
  'word',
  'stem',
  'joined',
  'beginning',
]);
/** So few words may be a name. */
const NAME_WORDS = 2;
/** So many words are many. */
const MANY = 8;
const isTitled = ({ fields }: WordMatch): boolean => (fields & (FIELD.heading | FIELD.alias)) !== 0;

/** Of a section without sentences nothing is chosen: it is shown as it is. */
const UNCHOSEN = 0.5;

/** More margin says no more: among few sections hardly another one holds anything. */
const CLEAR = 0.4;

/** `한달에`, `yearly`: for how long, and not of what. */
const SPAN_OF_TIME = /^(?:한|하루|매|[일월주년달]|month|year|week|day|annual|yearly|monthly)/u;

const saturating = (count: number): number => 1 - Math.exp(-count);

/** What was found out of a question and the section that is to answer it. */
export interface Doubts {
  /** True where the section does not say what is asked for as a whole, or none of its nouns. */
  readonly unsaid: boolean;
  /** True where the posts hold another thing than the one that is named, or not what is asked of it. */
  readonly another: boolean;
}

/** The features of an answer. @param choice the piece that is shown; undefined where none was chosen. */
export function featuresOf(
  confidence: number,
  evidence: Evidence,
  candidate: Candidate,
  choice: Choice | undefined,
  asking: Asking,
  subject: Topic | undefined,
  named: readonly NamedTopic[],
  doubts: (typed: number) => Doubts,
): AnswerFeatures {
  const { doc } = candidate;
  const here = (refs: Topic['about']): boolean =>
    refs.some(({ session, section }) => session === doc.session && section === doc.section);
  const about = subject !== undefined && here(subject.about);
  const stray = { content: 0, everyday: 0, demanding: 0 };
  candidate.matches.forEach(({ word, weight, expansion, mention }) => {
    if (word.hint || isNamed(word, named) || ASKS.test(word.token.text)) return;
    const sure = mention !== undefined ? mention.score * 0.5 : expansion === undefined ? 0 : weight;
    const { wordClass } = word;
    const kind = wordClass === 'name' ? 'content' : wordClass;
    if (kind === 'content' || kind === 'everyday' || kind === 'demanding')
      stray[kind] += Math.max(0, 1 - sure);
  });
  const guesses = candidate.matches.filter(
    ({ word, expansion }) => !word.hint && (expansion === undefined || isLoose(expansion)),
  );
  const words = candidate.matches.filter(({ word }) => !word.hint);
  const begun = (candidate.name?.score ?? 0) >= BEGUN;
  const lost = words.filter(
    (match) =>
      match.weight < FOUND_FROM &&
      match.mention === undefined &&
      isNoun(match.word, named) &&
      !isWithin(match.word, asking.spans),
  );
  const [subjectAt] = named;
  // Of two things that are to be compared, one is not in the posts.
  const oneSided = asking.kinds[0] === 'difference' && lost.length > 0;
  const isBeside = ({ word: { token } }: WordMatch): boolean =>
    subjectAt !== undefined &&
    ((token.start - subjectAt.end <= 1 && token.start >= subjectAt.end) ||
      (subjectAt.start - token.end <= 1 && token.end <= subjectAt.start));
  const beside = lost.some(isBeside);
  const guessed = words.length > 0 && guesses.length === words.length && subject === undefined;
  // A way to do something is told of what it is done to: no guess tells it.
  const wayToOther = asking.kinds[0] === 'how' && guessed && stray.content >= STRAY;
  const typed = Math.max(-0.5, Math.min(1.5, choice?.fit ?? 0)) / 1.5;
  const { unsaid, another } = doubts(typed);
  // A price is that of what is asked for: `재즈 공연 티켓값` where no post tells of one.
  const isFactOfOther =
    isStrict(asking.counted) &&
    lost.some(({ word }) => word.wordClass !== 'demanding' && !SPAN_OF_TIME.test(word.token.text));
  // A vendor that no post names, unless what follows is a name of the section: `run in Google Sheets`, not `Apache Flink`.
  const ofStranger = !begun && words.some(({ word, terms }) => word.vendor && terms.length === 0);
  // A name in Latin letters stands out in a Korean question: what does not hold it tells of another.
  const ofLatin =
    words.some(({ word }) => word.token.script === 'hangul') &&
    lost.some(({ word }) => word.token.script === 'latin' && THINGS.has(word.wordClass));
  // Of two things that are compared, no post holds one at all.
  const ofAbsent =
    oneSided && lost.some(({ word, terms }) => word.wordClass === 'content' && terms.length === 0);
  const isOther = another || ofStranger || ofAbsent;
  const saying = words.filter(
    ({ word }) =>
      word.token.script !== 'number' && !ASKS.test(word.token.text) && !isWithin(word, asking.spans),
  );
  const nouns = saying.filter(({ word }) => THINGS.has(word.wordClass));
  const told = saying.filter(({ word }) => word.wordClass !== 'asking' && !isNamed(word, named));
  const doubtful = beside || oneSided || wayToOther || unsaid || isFactOfOther || ofLatin;
  return {
    found: logOdds(confidence),
    fullyExplained: evidence.explained ** 2,
    proven: evidence.proven,
    margin: Math.min(CLEAR, evidence.margin),
    strayEveryday: saturating(stray.everyday),
    strayDemand: saturating(stray.demanding),
    held: choice?.held ?? evidence.explained,
    likelihood: asking.naming ? 0 : (choice?.likelihood ?? UNCHOSEN),
    typed,
    naming: asking.naming ? 1 : 0,
    guessed: guessed ? 1 : 0,
    unwritten: nouns.length > 0 && !nouns.some(isWritten) ? 1 : 0,
    length: Math.min(1, saying.length / MANY),
    bare: told.length === 0 ? 1 : 0,
    titled: told.length > 0 && told.length <= NAME_WORDS && told.every(isTitled) ? 1 : 0,
    partial: asking.naming && words.length === 2 && !begun ? lost.length / 2 : 0,
    byTheWay: asking.naming && subject !== undefined && !about && words.length === 2 ? 1 : 0,
    doubtful: doubtful && !isOther ? 1 : 0,
    another: isOther ? 1 : 0,
  };
}

/** True for a noun that is no part of a topic's name. */
function isNoun(word: QueryWord, named: readonly NamedTopic[]): boolean {
  const { text } = word.token;
  return NAMING.has(word.wordClass) && !DOES.test(text) && !ASKS.test(text) && !isNamed(word, named);
}
