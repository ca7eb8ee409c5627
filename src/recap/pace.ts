import type { Clock } from './clock.ts';

/** What became due longer ago than this, when the process comes back, is late. */
const lateness = { minutes: 2 } as const;

/** Milliseconds by which wall time and monotonic time may part between two looks. */
const agreement = 1_000;

/** Spreads what became due while nobody was here. */
export interface Pace {
  /** To be called whenever the clock is read. True at the start, and when wall time and monotonic time disagree. */
  readonly checkClock: () => boolean;
  /** While there is a backlog: what was due earlier belongs to it. */
  readonly backlogBefore: () => Temporal.Instant | undefined;
  /** How many of the backlog may be claimed now. */
  readonly allowance: () => number;
  readonly spend: (count: number) => void;
  readonly backlogDone: () => void;
  /** Milliseconds until one more may be claimed. */
  readonly wait: () => number;
}

/**
 * @param perSecond late deliveries a second
 * @param gap a greater step, in milliseconds, between two looks at the clock was a suspend, or somebody moved the clock
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
