import type { Evidence } from './evidence.ts';
import type { Verdict } from './model.ts';

/**
 * Weights of a logistic model, fitted by `test/relevance/fit.ts` on the tuning half of the evaluation set; the report
 * of `npm run eval` tells how well it is calibrated on the other half.
 */
export const MODEL: Readonly<Record<keyof Evidence | 'bias', number>> = {
  bias: -2.75,
  explained: 2.69,
  missing: -2.27,
  proven: 1.4,
  name: 0.93,
  titled: 0.49,
  margin: 1.36,
  carried: 1.79,
  missingEveryday: -1,
  missingDemand: -1.5,
  missingPlain: -0.3,
  fit: 0,
  guessed: 0,
  question: 0,
};

const KEYS: readonly (keyof Evidence)[] = [
  'explained',
  'missing',
  'missingEveryday',
  'missingDemand',
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
const ANSWER = 0.52;
/** From here on it is offered as a question back. */
const MAYBE = 0.12;

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
