import type { Clock } from './clock.ts';
import { later } from './instants.ts';

/** Milliseconds by which the wall clock and the monotonic clock may drift apart between two looks. */
const agreement = 1_000;
/** For so many milliseconds after the wall clock went on by itself, missed recaps are put down to that. */
const memory = 600_000;

/** What the clock did since it was last looked at. */
export interface ClockStep {
  /** The first look of this process. */
  readonly first: boolean;
  /** Time has passed without a check: a start, a stop, a suspension, or a clock that was put forward. */
  readonly gap: boolean;
  /** Milliseconds by which the wall clock went on more than the monotonic clock; 0 where the two agree. */
  readonly jump: number;
}

/** Keeps an eye on the wall clock, which may jump at any moment. */
export interface ClockWatch {
  /** To be called whenever the clock is read. */
  readonly look: () => ClockStep;
  /**
   * What was due earlier may have been posted by a process that did not write it down here: one that was stopped, or
   * one whose ledger was replaced by a backup. From this instant on this process has seen everything.
   */
  readonly trustsFrom: () => Temporal.Instant;
  /** Trusts nothing that is due before an instant. */
  readonly distrust: (until: Temporal.Instant) => void;
  /** Why dates passed without a recap: the bot was down, or the clock went past them. */
  readonly whyMissed: () => 'down' | 'clock';
}

/** @param longest a greater step, in milliseconds, between two looks is a gap */
export function createClockWatch(clock: Clock, longest: number): ClockWatch {
  let lastWall: Temporal.Instant | undefined;
  let lastMonotonic = 0;
  let trusted = clock.now();
  let jumpedAt = Number.NEGATIVE_INFINITY;
  return {
    look: () => {
      const now = clock.now();
      const monotonic = clock.monotonic();
      const step = lastWall?.until(now).total('milliseconds');
      const drift = step === undefined ? 0 : step - (monotonic - lastMonotonic);
      const jump = Math.abs(drift) > agreement ? drift : 0;
      const first = step === undefined;
      const gap = step === undefined || step > longest;
      lastWall = now;
      lastMonotonic = monotonic;
      if (gap) trusted = later(trusted, now);
      if (jump > 0) jumpedAt = monotonic;
      return { first, gap, jump };
    },
    trustsFrom: () => trusted,
    distrust: (until) => {
      trusted = later(trusted, until);
    },
    whyMissed: () => (clock.monotonic() - jumpedAt < memory ? 'clock' : 'down'),
  };
}
