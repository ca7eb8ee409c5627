import type { Evidence } from './evidence.ts';
import type { Verdict } from './model.ts';

/**
 * Weights of a logistic model, fitted by `test/relevance/fit.ts` on the tuning half of the evaluation set; the report
 * of `npm run eval` tells how well it is calibrated on the other half.
 */
export const MODEL: Readonly<Record<keyof Evidence | 'bias', number>> = {
  bias: -4.23,
  explained: 2.68,
  missing: -0.23,
  proven: 1.94,
  name: 1.42,
  titled: 0.34,
  margin: 0.77,
  carried: 1.26,
  missingEveryday: -1.3,
  missingDemand: -0.99,
  missingName: -1.5,
  missingPlain: 0.42,
  fit: 1.16,
  guessed: 0.1,
  question: -0.11,
};

const KEYS: readonly (keyof Evidence)[] = [
  'explained',
  'missing',
  'missingEveryday',
  'missingDemand',
  'missingName',
  'missingPlain',
  'proven',
  'name',
  'titled',
  'margin',
  'carried',
  'fit',
  'guessed',
  'question',
];
const WEIGHTS = KEYS.map((key) => [key, MODEL[key]] as const);

/** From here on the posts say it. */
const ANSWER = 0.5;
/** From here on it is offered as a question back. */
const MAYBE = 0.09;

/** 0 to 1: how likely a passage with such evidence is what was asked for. */
export function confidenceOf(evidence: Evidence): number {
  let sum = MODEL.bias;
  for (const [key, weight] of WEIGHTS) sum += weight * evidence[key];
  return 1 / (1 + Math.exp(-sum));
}

export function verdictOf(confidence: number): Verdict {
  if (confidence >= ANSWER) return 'answer';
  return confidence >= MAYBE ? 'maybe' : 'none';
}
