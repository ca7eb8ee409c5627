import type { Topic } from '#library/model.ts';
import type { Candidate } from '../ranking/candidate.ts';
import type { QueryWord } from '../ranking/query.ts';
import { ANSWER } from '../ranking/verdict.ts';
import type { WordMatch } from '../ranking/wordMatch.ts';
import type { Choice } from './choose.ts';
import { ASKS, FOUND_FROM, isNamed, isWithin } from './question/askingWords.ts';
import type { Asking } from './question/readQuestion.ts';
import type { NamedTopic } from './question/topicTable.ts';

/** Features of an answer for the logistic model of how sure it is. Each about 0 to 1 but `found`. */
export interface AnswerFeatures {
  /** Log-odds that the section was found. */
  readonly found: number;
  /** 1 where the question names a topic as it is written. */
  readonly named: number;
  /** 1 where the section is about that topic. */
  readonly about: number;
  /** 1 where the section only mentions it. */
  readonly aside: number;
  /** Words that carry a meaning and stand nowhere in the section, saturating; no part of a topic's name. */
  readonly strayContent: number;
  /** The same for everyday nouns. */
  readonly strayEveryday: number;
  /** The same for words that ask for a fact, such as a price. */
  readonly strayDemand: number;
  /** Share of the question that stands in the piece or its heading. */
  readonly held: number;
  /** How well the piece is of the type that was asked for. */
  readonly typed: number;
  /** 1 for words that ask for nothing in particular. */
  readonly naming: number;
  /** How much of the heading the question says. */
  readonly headed: number;
  /** 1 where all that is known of the words is a guess at a name. */
  readonly guessed: number;
  /** Of two words that only name something, the share that stands nowhere in the section. */
  readonly partial: number;
  /** 1 where two words that only name something name a topic that the section mentions by the way. */
  readonly byTheWay: number;
  /**
   * 1 where a word that is not known stands beside the topic's name, or is one of two that are compared, or is what the
   * way is asked for to do something to: `BigQuery Omni` is another thing.
   */
  readonly beside: number;
}

/**
 * Weights of a logistic model, fitted by `test/relevance/fitAnswers.ts` on the tuning part of both sets of questions.
 */
const SURENESS: Readonly<Record<keyof AnswerFeatures | 'bias', number>> = {
  bias: -0.36,
  found: 0.84,
  named: -0.72,
  about: -0.05,
  aside: -0.67,
  strayContent: -0.26,
  strayEveryday: -0.03,
  strayDemand: -0.97,
  held: 1.53,
  typed: 1.05,
  naming: -0.24,
  headed: 0.16,
  guessed: -0.21,
  partial: -0.85,
  byTheWay: -1.43,
  beside: -0.96,
};

const isFeature = (key: string): key is keyof AnswerFeatures => key !== 'bias';
export const FEATURES = Object.keys(SURENESS).filter(isFeature);

/** The most that is claimed where a name is known and what it names is not. */
const ANOTHER = 0.4;

/**
 * A question is answered by a piece of a result, and the rules that choose it were made on the questions that the
 * weights were fitted on: on others the odds of an answer are less far from those of a doubt. Fitted on the answers to
 * 270 questions that were written after the rules, before their misses were read.
 */
const TEMPER = 0.6;

function tempered(sure: number): number {
  if (sure <= ANSWER) return sure;
  const doubt = logOdds(ANSWER);
  return 1 / (1 + Math.exp(-(doubt + TEMPER * (logOdds(sure) - doubt))));
}

/** 0 to 1: the probability that an answer with these features is right. */
export function surenessOf(features: AnswerFeatures): number {
  let sum = SURENESS.bias;
  for (const key of FEATURES) sum += SURENESS[key] * features[key];
  const sure = 1 / (1 + Math.exp(-sum));
  if (isAboutAnotherThing(features)) return Math.min(ANOTHER, sure);
  return features.naming === 1 ? sure : tempered(sure);
}

/** True where a name is known and what it names is not: `BigQuery Omni` beside `BigQuery`. */
export const isAboutAnotherThing = ({ beside, byTheWay, partial }: AnswerFeatures): boolean =>
  beside === 1 || byTheWay === 1 || partial >= 0.5;

/** What is missing of the words that carry a meaning, from which on another thing is meant. */
const STRAY = 0.25;
const FURTHEST = 7;

function logOdds(share: number): number {
  const odds = Math.log(Math.max(1e-6, share) / Math.max(1e-6, 1 - share));
  return Math.max(-FURTHEST, Math.min(FURTHEST, odds));
}

/** A word that is heard less clearly than this is another one. */
const HEARD = 0.9;
/** From here on the words are the name of the section, or its beginning. */
const BEGUN = 0.6;
const NOUNS: ReadonlySet<string> = new Set(['content', 'name', 'everyday', 'demanding']);

/** A verb before a noun names nothing: `학습시켜보는 사이트`. */
const DOES = /[가-힣]{2}(?:는|던|할|될|줄|볼|했던|했을)$/u;

/** True for a word of two syllables that only another word sounds or looks like. */
function isGuess({ word: { token, forms }, weight, expansion }: WordMatch): boolean {
  const heard = expansion?.how === 'sound' || expansion?.how === 'typo';
  return heard && weight < HEARD && token.script === 'hangul' && forms.some((form) => form.length === 2);
}

const saturating = (count: number): number => 1 - Math.exp(-count);

/** The features of an answer. @param choice the piece that is shown; undefined where none was chosen. */
export function featuresOf(
  confidence: number,
  candidate: Candidate,
  choice: Choice | undefined,
  asking: Asking,
  subject: Topic | undefined,
  named: readonly NamedTopic[],
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
    ({ word, expansion }) => !word.hint && (expansion === undefined || expansion.weight < 0.75),
  );
  const words = candidate.matches.filter(({ word }) => !word.hint);
  const begun = (candidate.name?.score ?? 0) >= BEGUN;
  const lost = words.filter(
    (match) =>
      (match.weight < FOUND_FROM || isGuess(match)) &&
      match.mention === undefined &&
      isNoun(match.word, named) &&
      !isWithin(match.word, asking.spans),
  );
  const [subjectAt] = named;
  // Of two things that are to be compared, one is not in the posts.
  const oneSided = asking.kinds[0] === 'difference' && lost.length > 0;
  const beside = lost.some(
    ({ word: { token } }) =>
      subjectAt !== undefined &&
      ((token.start - subjectAt.end <= 1 && token.start >= subjectAt.end) ||
        (subjectAt.start - token.end <= 1 && token.end <= subjectAt.start)),
  );
  const guessed = words.length > 0 && guesses.length === words.length && subject === undefined;
  // A way to do something is told of what it is done to: no guess tells it.
  const wayToOther = asking.kinds[0] === 'how' && guessed && stray.content >= STRAY;
  return {
    found: logOdds(confidence),
    named: subject === undefined ? 0 : 1,
    about: about ? 1 : 0,
    aside: subject !== undefined && !about ? 1 : 0,
    strayContent: saturating(stray.content),
    strayEveryday: saturating(stray.everyday),
    strayDemand: saturating(stray.demanding),
    held: choice?.held ?? 0,
    typed: Math.max(-0.5, Math.min(1.5, choice?.fit ?? 0)) / 1.5,
    naming: asking.naming ? 1 : 0,
    headed: candidate.fit,
    guessed: guessed ? 1 : 0,
    partial: asking.naming && words.length === 2 && !begun ? lost.length / 2 : 0,
    byTheWay: asking.naming && subject !== undefined && !about && words.length === 2 ? 1 : 0,
    beside: beside || oneSided || wayToOther ? 1 : 0,
  };
}

/** True for a noun that is no part of a topic's name. */
function isNoun(word: QueryWord, named: readonly NamedTopic[]): boolean {
  const { text } = word.token;
  return NOUNS.has(word.wordClass) && !DOES.test(text) && !ASKS.test(text) && !isNamed(word, named);
}
