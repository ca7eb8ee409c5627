import type { Clock } from '#recap/time/clock.ts';

/** A clock that the playground can advance. */
export interface MovableClock {
  readonly clock: Clock;
  /** The lead over the other clock, in milliseconds. */
  readonly ahead: () => number;
  /** Advances the clock: timers due on the way fire at once, in order. */
  readonly move: (milliseconds: number) => void;
}

interface Timer {
  readonly due: number;
  readonly callback: () => void;
  cancel: () => void;
}

/**
 * A clock that follows another one and can be advanced, so that tomorrow's recap can be seen today.
 * @param start the lead to begin with, in milliseconds: that of an earlier run.
 */
export const movableClock = (base: Clock, start = 0): MovableClock => {
  const timers = new Set<Timer>();
  let ahead = Math.max(0, start);
  const monotonic = (): number => base.monotonic() + ahead;

  const arm = (timer: Timer): void => {
    timer.cancel = base.after(Math.max(0, timer.due - monotonic()), () => {
      timers.delete(timer);
      timer.callback();
    });
  };

  return {
    clock: {
      now: () => base.now().add({ milliseconds: Math.round(ahead) }),
      monotonic,
      after: (milliseconds, callback) => {
        const timer: Timer = { due: monotonic() + milliseconds, callback, cancel: () => {} };
        timers.add(timer);
        arm(timer);
        return () => {
          timer.cancel();
          timers.delete(timer);
        };
      },
    },
    ahead: () => ahead,
    move: (milliseconds) => {
      ahead += Math.max(0, milliseconds);
      const pending = [...timers].sort((one, other) => one.due - other.due);
      for (const timer of pending) {
        timer.cancel();
        if (!timers.has(timer)) continue;
        if (timer.due > monotonic()) {
          arm(timer);
          continue;
        }
        timers.delete(timer);
        timer.callback();
      }
    },
  };
};
