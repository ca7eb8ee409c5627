import type { Topic } from '#library/model.ts';
import type { Candidate } from '../ranking/candidate.ts';
import type { Evidence } from '../ranking/evidence.ts';
import type { Expansion } from '../ranking/expand.ts';
import { isContentWord, type QueryWord } from '../ranking/query.ts';
import type { WordMatch } from '../ranking/wordMatch.ts';
import { NAMING } from '../words/wordClass.ts';
import { type Choice, isAbout } from './choose.ts';
import { ASKS, FOUND_FROM, isNamed, isWithin } from './question/askingWords.ts';
import type { Asking } from './question/readQuestion.ts';
import type { NamedTopic } from './question/topicTable.ts';
import { isStrict } from './question/values/countedNoun.ts';

/** Features of an answer for the logistic model of how sure it is. Each about 0 to 1 but `found`. */
export interface AnswerFeatures
  extends Pick<Evidence, 'proven' | 'margin' | 'missingEveryday' | 'missingName'> {
  /** Log-odds that the section was found. */
  readonly found: number;
  /** The score of the section among all, by which it was ranked. */
  readonly ranked: number;
  /** How well a name of the section matches the whole question. */
  readonly called: number;
  /** Words that ask for a fact, such as a price, and stand nowhere in the section, saturating. */
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
  /** How many words there are, up to eight. */
  readonly length: number;
  /** 1 where beside a topic's name nothing is said of what is asked for. */
  readonly bare: number;
  /** 1 where it is asked what a thing is, who, or how many; and for the last, how well the piece tells a number. */
  readonly definition: number;
  readonly who: number;
  readonly number: number;
  readonly numbered: number;
  /** The square of the share of the question that the section holds. */
  readonly fullyExplained: number;
  /**
   * 1 where another thing may be asked for: one of two that are compared, or a word beside the topic's name, stands
   * nowhere in the section, nor do any of its nouns, or a price or the like is asked of what it does not hold.
   */
  readonly doubtful: number;
  /**
   * 1 where the posts hold another thing than the one that is named, or not what is asked of it: `BigQuery Omni` beside
   * `BigQuery`, a price where none is told.
   */
  readonly another: number;
  /** 1 where things are named and the section holds none of them, see `namesStranger`. */
  readonly stranger: number;
}

/**
 * Weights of a logistic model, fitted by `test/relevance/fitAnswers.ts` on the tuning part of both sets of questions; the
 * bias is 0.29 above the fit, which counts what is absent for more than people ask for it: answers were right more often than said.
 */
const SURENESS: Readonly<Record<keyof AnswerFeatures | 'bias', number>> = {
  bias: -3.88,
  found: 0.41,
  ranked: 1.89,
  strayDemand: -1.59,
  held: 1.27,
  likelihood: 1.62,
  typed: 1.16,
  naming: 1.15,
  guessed: -0.66,
  length: 1.53,
  bare: 0.77,
  definition: 0.31,
  who: -0.72,
  number: -0.43,
  numbered: 0.74,
  fullyExplained: -1.07,
  proven: 1.43,
  margin: 1.37,
  doubtful: -0.62,
  another: -2.16,
  called: 1.3,
  missingEveryday: -0.45,
  missingName: -0.83,
  stranger: -0.99,
};

const isFeature = (key: string): key is keyof AnswerFeatures => key !== 'bias';
export const FEATURES = Object.keys(SURENESS).filter(isFeature);

/** The most that is claimed where a name is known and what it names is not. */
export const ANOTHER = 0.4;

/** 0 to 1: the probability that an answer with these features is right. */
export function surenessOf(features: AnswerFeatures): number {
  let sum = SURENESS.bias;
  for (const key of FEATURES) sum += SURENESS[key] * features[key];
  const sure = 1 / (1 + Math.exp(-sum));
  return features.another === 1 ? Math.min(ANOTHER, sure) : sure;
}

/** True where what is asked for may be another thing than what was found. */
export const mayBeAboutAnotherThing = ({ another, doubtful }: AnswerFeatures): boolean =>
  another === 1 || doubtful === 1;

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

/** So many words are many. */
const MANY = 8;

/** Of a section without sentences nothing is chosen: it is shown as it is. */
const UNCHOSEN = 0.5;

/** More margin says no more: among few sections hardly another one holds anything. */
const CLEAR = 0.4;

/** `한달에`, `yearly`: for how long, and not of what. */
const SPAN_OF_TIME = /^(?:한|하루|매|[일월주년달]|month|year|week|day|annual|yearly|monthly)/u;

const saturating = (count: number): number => 1 - Math.exp(-count);

/** What was found out of a question and the section that is to answer it. */
export interface Doubts {
  /** True where the section holds none of the nouns that are asked for. */
  readonly unsaid: boolean;
  /** True where the posts hold another thing than the one that is named, or not what is asked of it. */
  readonly another: boolean;
  /** True where things are named that the section does not hold. */
  readonly stranger: boolean;
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
  { unsaid, another, stranger }: Doubts,
): AnswerFeatures {
  let stray = 0;
  for (const { word, weight, expansion, mention } of candidate.matches) {
    if (word.hint || word.wordClass !== 'demanding' || isNamed(word, named)) continue;
    if (ASKS.test(word.token.text)) continue;
    const sure = mention !== undefined ? mention.score * 0.5 : expansion === undefined ? 0 : weight;
    stray += Math.max(0, 1 - sure);
  }
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
  const [kind] = asking.kinds;
  // Of two things that are to be compared, one is not in the posts.
  const oneSided = kind === 'difference' && lost.length > 0;
  const isBeside = ({ word: { token } }: WordMatch): boolean =>
    subjectAt !== undefined &&
    ((token.start - subjectAt.end <= 1 && token.start >= subjectAt.end) ||
      (subjectAt.start - token.end <= 1 && token.end <= subjectAt.start));
  const beside = lost.some(isBeside);
  const guessed = words.length > 0 && guesses.length === words.length && subject === undefined;
  const typed = Math.max(-0.5, Math.min(1.5, choice?.fit ?? 0)) / 1.5;
  // A price is that of what is asked for: `재즈 공연 티켓값` where no post tells of one.
  const isFactOfOther =
    isStrict(asking.counted) &&
    lost.some(({ word }) => word.wordClass !== 'demanding' && !SPAN_OF_TIME.test(word.token.text));
  // A vendor that no post names, unless what follows is a name of the section: `run in Google Sheets`, not `Apache Flink`.
  const ofStranger = words.some(
    ({ word, terms }, at) => word.vendor && terms.length === 0 && !(begun && isNameOf(words[at + 1])),
  );
  // Of two things that are compared, no post holds one at all.
  const ofAbsent =
    oneSided && lost.some(({ word, terms }) => word.wordClass === 'content' && terms.length === 0);
  // What two words name is no topic that the section mentions by the way: `텐서플로우 설치`.
  const byTheWay =
    asking.naming && subject !== undefined && !isAbout(candidate, subject) && words.length === 2;
  const isOther = another || ofStranger || ofAbsent || byTheWay;
  const saying = words.filter(
    ({ word }) =>
      word.token.script !== 'number' && !ASKS.test(word.token.text) && !isWithin(word, asking.spans),
  );
  const told = saying.filter(({ word }) => word.wordClass !== 'asking' && !isNamed(word, named));
  const doubtful = beside || oneSided || unsaid || isFactOfOther;
  return {
    found: logOdds(confidence),
    fullyExplained: evidence.explained ** 2,
    proven: evidence.proven,
    margin: Math.min(CLEAR, evidence.margin),
    missingEveryday: evidence.missingEveryday,
    missingName: evidence.missingName,
    ranked: candidate.score,
    called: candidate.name?.score ?? 0,
    strayDemand: saturating(stray),
    held: choice?.held ?? evidence.explained,
    likelihood: asking.naming ? 0 : (choice?.likelihood ?? UNCHOSEN),
    typed,
    naming: asking.naming ? 1 : 0,
    guessed: guessed ? 1 : 0,
    length: Math.min(1, saying.length / MANY),
    bare: told.length === 0 ? 1 : 0,
    definition: kind === 'definition' ? 1 : 0,
    who: kind === 'who' ? 1 : 0,
    number: kind === 'number' ? 1 : 0,
    numbered: kind === 'number' ? typed : 0,
    doubtful: doubtful && !isOther ? 1 : 0,
    another: isOther ? 1 : 0,
    stranger: stranger ? 1 : 0,
  };
}

/** True for a word of a product that the section holds: `Lambda` behind `AWS`. */
const isNameOf = (match: WordMatch | undefined): boolean =>
  match !== undefined && isContentWord(match.word) && match.expansion !== undefined;

/** True for a noun that is no part of a topic's name. */
function isNoun(word: QueryWord, named: readonly NamedTopic[]): boolean {
  const { text } = word.token;
  return NAMING.has(word.wordClass) && !DOES.test(text) && !ASKS.test(text) && !isNamed(word, named);
}
