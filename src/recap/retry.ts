import type { Delivery, DeliveryReason } from '#store/model.ts';
import { jitterOf } from './key.ts';
import type { Failed, Refused } from './poster.ts';

const second = 1_000;
const minute = 60 * second;

/** Pauses before the second, third, … request; the last one repeats. */
const pauses = {
  failed: [10 * second, 30 * second, minute, 2 * minute, 5 * minute, 10 * minute, 20 * minute],
  refused: [15 * minute, 30 * minute, 60 * minute, 120 * minute],
} as const;

/** Longest pause that Discord may impose on a delivery. */
const mostAsked = 120 * minute;

/** Discord's JSON error codes (docs.discord.com/developers/topics/opcodes-and-status-codes). */
const unknownChannel = 10003;
const unknownGuild = 10004;
const missingAccess = 50001;
const cannotSendToPerson = 50007;
const missingPermissions = 50013;
const archivedThread = 50083;
const lockedThread = 160005;

/** The kind of a refusal: `gone` is permanent for the day, `closed` may be fixed by a person within the window. */
export type RefusalKind = 'gone' | 'closed' | 'no-token' | 'fault';

export function kindOf({ code, status }: Refused): RefusalKind {
  switch (code) {
    case unknownChannel:
    case unknownGuild:
    case cannotSendToPerson:
      return 'gone';
    case missingAccess:
    case missingPermissions:
    case archivedThread:
    case lockedThread:
      return 'closed';
    default:
      if (status === 401) return 'no-token';
      return status === 403 ? 'closed' : 'fault';
  }
}

export function reasonOf(result: Refused | Failed): DeliveryReason {
  return result.kind === 'refused' ? 'refused' : 'unavailable';
}

/** Time of the next attempt; undefined when the window closes before it. */
export function nextTry(
  delivery: Delivery,
  attempts: number,
  kind: keyof typeof pauses,
  now: Temporal.Instant,
  retryAfter = 0,
): Temporal.Instant | undefined {
  const list = pauses[kind];
  const pause = list[Math.min(Math.max(attempts, 1), list.length) - 1] ?? mostAsked;
  // Jitter: ten thousand simultaneous failures must not retry at the same time.
  const spread = pause * (1 + 0.25 * jitterOf(delivery.key));
  const wait = Math.max(spread, Math.min(retryAfter, mostAsked));
  const left = now.until(delivery.windowEnd).total('milliseconds');
  if (wait < left - 30 * second) return now.add({ milliseconds: Math.ceil(wait) });
  // One last attempt shortly before the window closes.
  return left > 90 * second ? delivery.windowEnd.subtract({ seconds: 60 }) : undefined;
}
