import type { Verdict } from '../model.ts';
import type { Evidence } from './evidence.ts';

/** Inputs of the verdict: the evidence and a few combinations of it. */
export type Features = Evidence & Combinations;

type Combinations = Readonly<Record<'fullyExplained' | 'carriedByName' | 'solid', number>>;

const combinationsOf = ({ explained, carried, fit, proven }: Evidence): Combinations => ({
  fullyExplained: explained ** 2,
  carriedByName: carried * fit,
  solid: explained * proven,
});

export const featuresOf = (evidence: Evidence): Features => ({ ...evidence, ...combinationsOf(evidence) });

/**
 * Weights of a logistic model, fitted by `test/relevance/fit.ts` on the tuning part of the evaluation set; the report
 * of `npm run eval` shows its calibration on the held-out part.
 */
export const MODEL: Readonly<Record<keyof Features | 'bias', number>> = {
  bias: -4.86,
  explained: 2.02,
  missing: 0.11,
  missingEveryday: -0.21,
  missingDemand: -2.07,
  missingName: -1.32,
  missingPlain: 2.29,
  proven: 1.81,
  name: 1.19,
  titled: 0.14,
  margin: 0.42,
  carried: -0.09,
  fit: 0.35,
  vague: -0.63,
  guessed: 0.43,
  question: -0.67,
  fullyExplained: 2.05,
  carriedByName: 1.37,
  solid: 3.6,
};

/** The least confidence of an answer. */
export const ANSWER = 0.53;
/** The least confidence of an offer. */
const MAYBE = 0.08;

/** 0 to 1: the probability that a passage with this evidence answers the query. */
export function confidenceOf(evidence: Evidence): number {
  const combined = combinationsOf(evidence);
  let sum = MODEL.bias;
  for (const key of SIGNALS) sum += MODEL[key] * evidence[key];
  for (const key of COMBINATIONS) sum += MODEL[key] * combined[key];
  return 1 / (1 + Math.exp(-sum));
}

const COMBINATIONS = ['fullyExplained', 'carriedByName', 'solid'] as const;
const isSignal = (key: string): key is keyof Evidence =>
  key !== 'bias' && !COMBINATIONS.some((combination) => combination === key);
const SIGNALS = Object.keys(MODEL).filter(isSignal);

export function verdictOf(confidence: number): Verdict {
  if (confidence >= ANSWER) return 'answer';
  return confidence >= MAYBE ? 'maybe' : 'none';
}

/** A verdict with the confidence that it goes by, which is no less than a bound. */
export function atLeast(
  confidence: number,
  least: number,
): { readonly verdict: Verdict; readonly confidence: number } {
  const sure = Math.max(confidence, least);
  return { verdict: verdictOf(sure), confidence: sure };
}
