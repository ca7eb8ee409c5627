import type { Evidence } from './evidence.ts';
import type { Verdict } from './model.ts';

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
  bias: -5.1,
  explained: 2.19,
  missing: 0.48,
  missingEveryday: 0.04,
  missingDemand: -2.78,
  missingName: -1.29,
  missingPlain: 2.44,
  proven: 1.85,
  name: 1.13,
  titled: 0.09,
  margin: 0.44,
  carried: -0.18,
  fit: 0.53,
  vague: -0.48,
  guessed: 0.21,
  question: -0.82,
  fullyExplained: 2.08,
  carriedByName: 1.37,
  solid: 3.43,
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
