import type { Clock } from './clock.ts';

/** Age at which a due delivery counts as late. */
const lateness = { minutes: 2 } as const;

/** Spreads the recaps that became due while the bot was down. */
export interface Pace {
  /** Time has passed without a check: recaps that became due meanwhile are a backlog. */
  readonly addBacklog: () => void;
  /** While there is a backlog: what was due earlier belongs to it. */
  readonly backlogBefore: () => Temporal.Instant | undefined;
  /** Number of backlog deliveries that may be claimed now. */
  readonly allowance: () => number;
  readonly spend: (count: number) => void;
  readonly backlogDone: () => void;
  /** Milliseconds until one more may be claimed. */
  readonly wait: () => number;
}

/** @param perSecond late deliveries a second */
export function createPace(clock: Clock, perSecond: number): Pace {
  let before: Temporal.Instant | undefined;
  let tokens = 0;
  let filled = clock.monotonic();
  const fill = () => {
    const now = clock.monotonic();
    tokens = Math.min(perSecond, tokens + ((now - filled) / 1_000) * perSecond);
    filled = now;
  };
  return {
    addBacklog: () => {
      before = clock.now().subtract(lateness);
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
