import type { DeliveryReason } from '#store/model.ts';
import type { Failed, Refused } from './poster.ts';

/** What an answer that is no message means for a delivery. */
export interface Outcome {
  /** Whether Discord may have made a message all the same. */
  readonly made: 'no' | 'unknown';
  /** `soon`: it may pass by itself. `rarely`: a person may put it right while the window is open. `never`: not today. */
  readonly again: 'soon' | 'rarely' | 'never';
  /** The channel cannot be reached: the third date in a row on which a delivery ends so pauses the subscription. */
  readonly unreachable: boolean;
  readonly reason: DeliveryReason;
}

type Rule = Pick<Outcome, 'again' | 'unreachable'>;

const passes: Rule = { again: 'soon', unreachable: false };
const gone: Rule = { again: 'never', unreachable: true };
const closed: Rule = { again: 'rarely', unreachable: true };
const mistake: Rule = { again: 'never', unreachable: false };

/** Discord's JSON error codes (docs.discord.com/developers/topics/opcodes-and-status-codes). */
const byCode: Readonly<Record<number, Rule>> = {
  10003: gone, // Unknown channel
  10004: gone, // Unknown server
  50007: gone, // Cannot send messages to this person
  50001: closed, // Missing access
  50013: closed, // Missing permissions
  50083: closed, // The thread is archived
  160005: closed, // The thread is locked
};

const byStatus: Readonly<Record<number, Rule>> = {
  // Whether the token is good is found out elsewhere; a delivery waits for that.
  401: passes,
  403: closed,
};

/** The one table of what answers mean. */
export function outcomeOf(result: Refused | Failed): Outcome {
  if (result.kind === 'failed') return { ...passes, made: result.made, reason: 'unavailable' };
  const rule = byCode[result.code] ?? byStatus[result.status] ?? mistake;
  return { ...rule, made: 'no', reason: 'refused' };
}

/** The same for a code that stands in the ledger. */
export const isUnreachable = (code: number | undefined): boolean =>
  code !== undefined && byCode[code]?.unreachable === true;
