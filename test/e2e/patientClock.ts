import { type Clock, manualClock } from '#playground/index.ts';

/** How many milliseconds of this machine one of the playground takes. */
const PATIENCE = 10;
const STEP = 50;

/** A clock that goes slowly by itself, and can be set forward. */
export interface PatientClock extends Clock {
  advance(ms: number): void;
  /** It stands still from now on. */
  stop(): void;
}

/**
 * A clock of the playground on which the 3 seconds for an answer are half a minute: what a test sees must not depend on
 * how much else this machine has to do.
 */
export function patientClock(): PatientClock {
  const clock = manualClock(Date.now());
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    clock.advance((now - last) / PATIENCE);
    last = now;
  }, STEP);
  timer.unref();
  return { ...clock, now: () => Math.floor(clock.now()), stop: () => clearInterval(timer) };
}
