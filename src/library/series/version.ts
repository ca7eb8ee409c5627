import { hunksBetween } from '../compute/hunks.ts';
import type { Pause } from '../compute/slicedWork.ts';
import type { Session } from '../model.ts';
import { digest } from '../text/slug.ts';
import { sessionKey } from './build/session.ts';

/** Sessions, and a number that changes with everything that they tell and with their order. */
export interface SummedSessions {
  readonly sessions: readonly Session[];
  readonly sum: bigint;
}

const BITS = 64;

/** Of two sessions that stand side by side. */
const pairHash = (one: Session | undefined, other: Session | undefined): bigint =>
  BigInt(`0x${digest(`${one ? sessionKey(one) : ''}\n${other ? sessionKey(other) : ''}`, BITS / 4)}`);

/**
 * Sums hashes of all neighbours, as each list has its own: what changed, came or went costs its own hashes and those of
 * the ones beside it.
 */
export async function sumSessions(
  sessions: readonly Session[],
  previous: SummedSessions | undefined,
  pause: Pause,
): Promise<SummedSessions> {
  const { sessions: before, sum: last } = previous ?? { sessions: [], sum: 0n };
  let sum = last;
  for (const hunk of hunksBetween(before, sessions)) {
    for (let at = 0; at <= hunk.gone; at += 1)
      sum -= pairHash(before[hunk.before + at - 1], before[hunk.before + at]);
    for (let at = 0; at <= hunk.fresh; at += 1) {
      sum += pairHash(sessions[hunk.now + at - 1], sessions[hunk.now + at]);
      await pause();
    }
  }
  return { sessions, sum: BigInt.asUintN(BITS, sum) };
}
