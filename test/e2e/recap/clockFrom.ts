import type { Clock } from '#recap/time/clock.ts';

/** A clock that shows a given time now and goes on at the machine's pace, whatever the machine's date. */
export const clockFrom = (start: Temporal.Instant): Clock => {
  const begun = performance.now();
  return {
    now: () => start.add({ milliseconds: Math.floor(performance.now() - begun) }),
    monotonic: () => performance.now(),
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
};
