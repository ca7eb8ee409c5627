import type { Clock } from './clock.ts';

/** Age at which a due delivery counts as late. */
const lateness = { minutes: 2 } as const;

/** Tolerance in milliseconds between elapsed wall time and monotonic time. */
const agreement = 1_000;

/** Rate-limits the backlog of deliveries after downtime. */
export interface Pace {
  /** To be called at every reading of the clock. True at the start, and when wall time and monotonic time disagree. */
  readonly checkClock: () => boolean;
  /** While there is a backlog: earlier due times belong to it. */
  readonly backlogBefore: () => Temporal.Instant | undefined;
  /** Number of backlog deliveries that may be claimed now. */
  readonly allowance: () => number;
  readonly spend: (count: number) => void;
  readonly backlogDone: () => void;
  /** Milliseconds until one more may be claimed. */
  readonly wait: () => number;
}

/**
 * @param perSecond late deliveries a second
 * @param gap a larger step in milliseconds between two readings means a suspend, or a change of the clock
 */
export function createPace(clock: Clock, perSecond: number, gap: number): Pace {
  let lastWall: Temporal.Instant | undefined;
  let lastMonotonic = 0;
  let before: Temporal.Instant | undefined;
  let tokens = 0;
  let filled = clock.monotonic();
  const fill = () => {
    const now = clock.monotonic();
    tokens = Math.min(perSecond, tokens + ((now - filled) / 1_000) * perSecond);
    filled = now;
  };
  return {
    checkClock: () => {
      const now = clock.now();
      const monotonic = clock.monotonic();
      const step = lastWall?.until(now).total('milliseconds');
      const elapsed = monotonic - lastMonotonic;
      lastWall = now;
      lastMonotonic = monotonic;
      if (step === undefined || step > gap) {
        before = now.subtract(lateness);
        tokens = perSecond;
        filled = monotonic;
      }
      return step === undefined || Math.abs(step - elapsed) > agreement;
    },
    backlogBefore: () => before,
    allowance: () => {
      fill();
      return Math.floor(tokens);
    },
    spend: (count) => {
      tokens -= count;
    },
    backlogDone: () => {
      before = undefined;
    },
    wait: () => Math.ceil((Math.max(0, 1 - tokens) / perSecond) * 1_000),
  };
}
