import type { Clock } from '#recap/clock.ts';

/** A clock that the playground can run forward. */
export interface MovableClock {
  readonly clock: Clock;
  /** Runs the clock forward: timers that fall due on the way are called at once, in their order. */
  readonly move: (milliseconds: number) => void;
}

interface Timer {
  readonly due: number;
  readonly callback: () => void;
  cancel: () => void;
}

/** A clock that keeps step with another and can be run forward, so that tomorrow's recap can be seen today. */
export const movableClock = (base: Clock): MovableClock => {
  const timers = new Set<Timer>();
  let ahead = 0;
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
