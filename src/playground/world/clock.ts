/** The playground's clock: for the 3 seconds, the 15 minutes, timestamps and snowflakes. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `run` once after so many milliseconds of this clock; returns a function that cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** The system clock, or another source of time; timers use real time and do not keep the process alive. */
export function systemClock(now: () => number = Date.now): Clock {
  return {
    now,
    after(ms, run) {
      const timer = setTimeout(run, ms);
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}

/** A clock that only moves when advanced. */
export interface ManualClock extends Clock {
  /** Advances, firing the timers that are due. */
  advance(ms: number): void;
}

/** Starts at `start`, in milliseconds since 1970. */
export function manualClock(start: number): ManualClock {
  let time = start;
  let waiting: { at: number; run: () => void }[] = [];
  return {
    now: () => time,
    after(ms, run) {
      const entry = { at: time + ms, run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    advance(ms) {
      const end = time + ms;
      for (;;) {
        const next = waiting.filter((entry) => entry.at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        waiting = waiting.filter((entry) => entry !== next);
        time = next.at;
        next.run();
      }
      time = end;
    },
  };
}
