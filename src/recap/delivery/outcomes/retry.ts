import type { Delivery } from '#store/model.ts';
import { jitterOf } from '../key.ts';
import type { Outcome } from './outcome.ts';

const second = 1_000;
const minute = 60 * second;

/** The backoff: pauses before the second, third, … request; the last one stays. */
const pauses: Readonly<Record<Exclude<Outcome['again'], 'never'>, readonly number[]>> = {
  soon: [10 * second, 30 * second, minute, 2 * minute, 5 * minute, 10 * minute, 20 * minute],
  rarely: [15 * minute, 30 * minute, 60 * minute, 120 * minute],
};

/** Longest pause that Discord may impose on a delivery. */
const mostAsked = 120 * minute;

/** When a delivery is tried again; undefined when its window leaves no room for it. */
export function nextTry(
  delivery: Delivery,
  attempts: number,
  again: keyof typeof pauses,
  now: Temporal.Instant,
  retryAfter = 0,
): Temporal.Instant | undefined {
  const list = pauses[again];
  const pause = list[Math.min(Math.max(attempts, 1), list.length) - 1] ?? mostAsked;
  // Jitter: ten thousand simultaneous failures must not retry at the same time.
  const spread = pause * (1 + 0.25 * jitterOf(delivery.key));
  const wait = Math.max(spread, Math.min(retryAfter, mostAsked));
  const left = now.until(delivery.windowEnd).total('milliseconds');
  if (wait < left - 30 * second) return now.add({ milliseconds: Math.ceil(wait) });
  // One last attempt shortly before the window closes.
  return left > 90 * second ? delivery.windowEnd.subtract({ seconds: 60 }) : undefined;
}

/**
 * When something is looked at again: a backoff by half of its age.
 * @param age milliseconds for which it has gone on
 * @param pause the least, in milliseconds
 */
export function nextLook(now: Temporal.Instant, age: number, pause: number): Temporal.Instant {
  const wait = Math.min(Math.max(pause, age / 2), 30 * minute);
  return now.add({ milliseconds: Math.ceil(wait) });
}
