import type { DeliveryReason } from '#store/model.ts';
import type { PostFailure, PostRefusal } from '../poster.ts';
import { type Verdict, verdictOf } from './codes.ts';

/** What an answer that is no message means for a delivery. */
export interface Outcome {
  /** Whether Discord may have made a message all the same. */
  readonly made: 'no' | 'unknown';
  /** `soon`: it may pass by itself. `rarely`: a person may put it right while the window is open. `never`: not today. */
  readonly again: 'soon' | 'rarely' | 'never';
  /** When it pauses the subscription where a delivery ends so: never, on the third date in a row, or at once. */
  readonly pauses: Pauses;
  readonly reason: DeliveryReason;
}

export type Pauses = 'never' | 'third-date' | 'at-once';

type Rule = Pick<Outcome, 'again' | 'pauses'>;

const RULES: Readonly<Record<Verdict, Rule>> = {
  passes: { again: 'soon', pauses: 'never' },
  closed: { again: 'rarely', pauses: 'third-date' },
  wrong: { again: 'never', pauses: 'third-date' },
  'needs-change': { again: 'never', pauses: 'at-once' },
};

/** Where Discord gives no code, as its proxies do: the status tells. */
const byStatus: Readonly<Record<number, Verdict>> = { 401: 'passes', 403: 'closed' };

/** What answers mean: see codes.ts for the refusals. */
export function outcomeOf(result: PostRefusal | PostFailure): Outcome {
  if (result.kind === 'failed') return { ...RULES.passes, made: result.made, reason: 'unavailable' };
  const verdict = (result.code === 0 ? byStatus[result.status] : undefined) ?? verdictOf(result.code);
  return { ...RULES[verdict], made: 'no', reason: 'refused' };
}

/** The same for a code that stands in the ledger. */
export const pausesOf = (code: number | undefined): Pauses =>
  code === undefined ? 'never' : RULES[verdictOf(code)].pauses;
