import type { Clock } from './clock.ts';

/** A moment, by the wall clock, which can be set, and by the monotonic one, which stops while the machine is suspended. */
export interface Moment {
  readonly wall: Temporal.Instant;
  readonly monotonic: number;
}

/** Milliseconds by which the wall clock may lag behind the monotonic one without having been put back. */
const agreement = 1_000;

export const momentOf = (clock: Clock): Moment => ({ wall: clock.now(), monotonic: clock.monotonic() });

/**
 * Milliseconds that have passed since a moment at the most, a suspension of the machine included: the wall clock counts
 * it. Infinity where the wall clock was put back, so that it is unknown.
 */
export function longestAge(moment: Moment, clock: Clock): number {
  const monotonic = clock.monotonic() - moment.monotonic;
  const wall = moment.wall.until(clock.now()).total('milliseconds');
  return wall < monotonic - agreement ? Number.POSITIVE_INFINITY : Math.max(monotonic, wall);
}

/** Milliseconds that have passed since a moment at the least. */
export const shortestAge = (moment: Moment, clock: Clock): number => clock.monotonic() - moment.monotonic;
