import type { Clock } from './clock.ts';

/** What became due longer ago than this, when the process comes back, is late. */
const lateness = { minutes: 2 } as const;
/** Between two looks at the clock lie at most 30 s: a greater step was a suspend, or somebody moved the clock. */
const gap = 90_000;

/** Spreads what became due while nobody was here. */
export interface Pace {
  /** To be called whenever the clock is read. Notes the start, and every jump. */
  readonly look: () => void;
  /** While there is a backlog: what was due earlier belongs to it. */
  readonly backlogBefore: () => Temporal.Instant | undefined;
  /** How many of the backlog may be claimed now. */
  readonly allowance: () => number;
  readonly spend: (count: number) => void;
  readonly backlogDone: () => void;
  /** Milliseconds until one more may be claimed. */
  readonly wait: () => number;
}

/** @param perSecond late deliveries a second */
export function createPace(clock: Clock, perSecond: number): Pace {
  let lastWall: Temporal.Instant | undefined;
  let before: Temporal.Instant | undefined;
  let tokens = 0;
  let filled = clock.monotonic();
  const fill = () => {
    const now = clock.monotonic();
    tokens = Math.min(perSecond, tokens + ((now - filled) / 1_000) * perSecond);
    filled = now;
  };
  return {
    look: () => {
      const now = clock.now();
      const step = lastWall?.until(now).total('milliseconds');
      lastWall = now;
      if (step !== undefined && step <= gap) return;
      before = now.subtract(lateness);
      tokens = perSecond;
      filled = clock.monotonic();
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
