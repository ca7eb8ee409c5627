import type { AskedFor } from '../question/questionKinds.ts';

/** What speaks for a sentence as the answer. Each about 0 to 1. */
export interface SentenceFeatures {
  /** Of its section: the score beside the first one's, how closely its text holds the question, 1 where it is about the topic that is named. */
  readonly rank: number;
  readonly close: number;
  readonly about: number;
  /** 1 in another section than the first one where words only name or describe something. */
  readonly unnamed: number;
  /** 1 where it opens a post whose sections tell more. */
  readonly opens: number;
  /** Share of the question that its heading says, and that heading and text hold. */
  readonly headed: number;
  readonly found: number;
  /** Share of the question that the sentence holds, and the one before it. */
  readonly held: number;
  readonly before: number;
  /** What it holds as a share of what the best sentence of its section holds. */
  readonly best: number;
  /** What the sentences near it, and its paragraph, hold beyond it. */
  readonly context: number;
  /** How well it is of the type that was asked for. */
  readonly typed: number;
  /** How much it is worded as answers to such questions are. */
  readonly worded: number;
  /** How well it says what the thing is where that is asked for. */
  readonly defines: number;
  /** How well the list that it is in is what was asked for; 1 where it leads up to one. */
  readonly listed: number;
  readonly leads: number;
  /** 1 where it only tells where to read on, and where it asks. */
  readonly elsewhere: number;
  readonly asks: number;
}

export type SentenceWeights = SentenceFeatures;

/**
 * Weights of a log-linear model: of all sentences of the first sections, which one holds the answer. Fitted by
 * `test/relevance/fitSentences.ts` on the tuning part of the questions.
 */
export const OF_ALL: SentenceWeights = {
  rank: 5.49,
  close: 2.32,
  about: 2.21,
  unnamed: -0.17,
  opens: -1,
  headed: 2.07,
  found: 0.55,
  held: 4.64,
  before: 1.93,
  best: 1.38,
  context: 1.29,
  typed: 2.84,
  worded: 1.6,
  defines: 2.36,
  listed: 1.34,
  leads: -2.85,
  elsewhere: -2.13,
  asks: -2.17,
};

/** Kinds of questions that are answered alike. */
export type Family = 'manner' | 'list' | 'whether' | 'value' | 'thing' | 'place';

const FAMILIES: Readonly<Partial<Record<AskedFor, Family>>> = {
  why: 'manner',
  how: 'manner',
  list: 'list',
  yesno: 'whether',
  number: 'value',
  date: 'value',
  name: 'thing',
  who: 'place',
  where: 'place',
};

/** The family of a question; undefined for one that is answered as all are. */
export const familyOf = ([kind]: readonly AskedFor[]): Family | undefined =>
  kind === undefined ? 'thing' : FAMILIES[kind];

/** What differs among families. */
export type Differing = 'held' | 'before' | 'context' | 'typed' | 'listed' | 'leads';

/** What is added for a family: a thing is told by the sentence that holds the question, reasons behind one that does. */
export const DIFFERENCES: Readonly<Record<Family, Readonly<Record<Differing, number>>>> = {
  manner: { held: 0.67, before: 1.86, context: 0.01, typed: -0.06, listed: 1.38, leads: -1.65 },
  list: { held: -0.89, before: 0.81, context: -0.89, typed: -0.37, listed: 1.15, leads: -1.87 },
  whether: { held: 2.13, before: -0.84, context: 0.12, typed: -0.12, listed: 0.07, leads: -0.21 },
  value: { held: 0.92, before: -0.44, context: -0.62, typed: 0.81, listed: 0.29, leads: 0.37 },
  thing: { held: 1.84, before: 0.63, context: 0.89, typed: 0.63, listed: 0.04, leads: -0.09 },
  place: { held: 0.81, before: -0.38, context: 0.48, typed: 1.3, listed: 0.86, leads: 1.65 },
};

/** The weights for a question that asks for these. */
export function weightsFor(kinds: readonly AskedFor[]): SentenceWeights {
  const family = familyOf(kinds);
  if (family === undefined) return OF_ALL;
  const { held, before, context, typed, listed, leads } = DIFFERENCES[family];
  return {
    ...OF_ALL,
    held: OF_ALL.held + held,
    before: OF_ALL.before + before,
    context: OF_ALL.context + context,
    typed: OF_ALL.typed + typed,
    listed: OF_ALL.listed + listed,
    leads: OF_ALL.leads + leads,
  };
}
