/** The longest wait of our own where Discord names none, in seconds. */
const LONGEST_OWN = 60;
/** A longer wait is cut to this, in seconds: a timer that is set beyond 24.8 days fires at once. */
const LONGEST = 86_400;
/** Requests whose refusals are counted at a time. */
const MOST_COUNTED = 10_000;

const TOO_MANY_REQUESTS = 429;

/** Seconds as a header gives them; undefined for a date, for nonsense, and for no wait at all. */
const secondsOf = (value: string | null): number | undefined => {
  if (value === null || !/^\d+(?:\.\d+)?$/.test(value.trim())) return undefined;
  const seconds = Math.min(Number(value), LONGEST);
  return seconds > 0 ? seconds : undefined;
};

/**
 * Makes the waits that answers ask for usable. discord.js repeats at once where a 429 names no wait, or one that is no
 * number: such a request waits 1, 2, 4, … 60 seconds instead.
 */
export interface Waits {
  /** Corrects the headers of an answer. `request` names the request. */
  readonly correct: (request: string, status: number, headers: Headers) => void;
}

export const createWaits = (): Waits => {
  /** Refusals in a row that named no wait, by request. */
  const refusals = new Map<string, number>();
  return {
    correct: (request, status, headers) => {
      const resetAfter = secondsOf(headers.get('x-ratelimit-reset-after'));
      if (resetAfter === undefined) headers.delete('x-ratelimit-reset-after');
      else headers.set('x-ratelimit-reset-after', String(resetAfter));
      const wanted = secondsOf(headers.get('retry-after'));
      if (status !== TOO_MANY_REQUESTS) {
        refusals.delete(request);
        return;
      }
      if (wanted !== undefined) {
        headers.set('retry-after', String(wanted));
        return;
      }
      const count = refusals.get(request) ?? 0;
      if (refusals.size >= MOST_COUNTED) refusals.clear();
      refusals.set(request, count + 1);
      headers.set('retry-after', String(Math.min(2 ** count, LONGEST_OWN)));
    },
  };
};
