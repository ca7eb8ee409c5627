import type { Verdict } from '../model.ts';
import type { Evidence } from './evidence.ts';

/** What the verdict is reckoned from: the evidence, and a few pieces of it that count only together. */
export type Features = Readonly<
  Record<keyof Evidence | 'fullyExplained' | 'carriedByName' | 'solid', number>
>;

export function featuresOf(evidence: Evidence): Features {
  return {
    ...evidence,
    fullyExplained: evidence.explained ** 2,
    carriedByName: evidence.carried * evidence.fit,
    solid: evidence.explained * evidence.proven,
  };
}

/**
 * Weights of a logistic model, fitted by `test/relevance/fit.ts` on the tuning part of the evaluation set; the report
 * of `npm run eval` tells how well it is calibrated on the part held out.
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

/** From here on the posts say it. */
const ANSWER = 0.55;
/** From here on it is offered as a question back. */
const MAYBE = 0.08;

/** 0 to 1: how likely a passage with such evidence is what was asked for. */
export function confidenceOf(evidence: Evidence): number {
  const features = featuresOf(evidence);
  let sum = MODEL.bias;
  for (const key of KEYS) sum += MODEL[key] * features[key];
  return 1 / (1 + Math.exp(-sum));
}

function isFeature(key: string): key is keyof Features {
  return key !== 'bias';
}

const KEYS = Object.keys(MODEL).filter(isFeature);

export function verdictOf(confidence: number): Verdict {
  if (confidence >= ANSWER) return 'answer';
  return confidence >= MAYBE ? 'maybe' : 'none';
}
