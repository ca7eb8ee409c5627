/**
 * A clock, injected. Wall time (`now`) may jump in either direction (NTP, suspend, manual change); `monotonic`
 * never goes back, but stops while the machine is suspended.
 */
export interface Clock {
  readonly now: () => Temporal.Instant;
  /** Milliseconds from an arbitrary origin. */
  readonly monotonic: () => number;
  /** Calls back once, after `milliseconds` of monotonic time. Returns a function that cancels it. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
}

/** The system clock. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  monotonic: () => performance.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
