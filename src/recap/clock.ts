/**
 * Time, passed in. Wall time (`now`) may jump in either direction at any moment (NTP, suspend, a person); `monotonic`
 * never goes back, but stands still while the machine is suspended.
 */
export interface Clock {
  readonly now: () => Temporal.Instant;
  /** Milliseconds from an arbitrary beginning. */
  readonly monotonic: () => number;
  /** Calls back once, after `milliseconds` of monotonic time. Gives a function that takes it back. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
}

/** The machine's clock. Its timers do not keep a process alive that has nothing else to do. */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  monotonic: () => performance.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
