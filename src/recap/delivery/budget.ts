import type { Clock } from '../time/clock.ts';
import type { PostFailure, PostRefusal } from './poster.ts';

/**
 * Discord bans an address for a while after 10,000 requests within 10 minutes that ended in 401, 403 or 429
 * (docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans). Recaps stay far below.
 */
const span = 600_000;
const most = 1_000;
/** Milliseconds for which nothing is sent after a 401: whether the token is good is asked meanwhile. */
const tokenPause = 15_000;

/** Limits the number of requests that Discord counts as invalid. */
export interface Budget {
  readonly note: (result: PostRefusal | PostFailure) => void;
  /** Milliseconds until requests are allowed again; 0 if they are. */
  readonly heldFor: () => number;
}

export function createBudget(clock: Clock): Budget {
  /** Monotonic times of invalid requests, oldest first. */
  let times: number[] = [];
  let heldUntil = 0;
  return {
    note: ({ status }) => {
      if (status !== 401 && status !== 403 && status !== 429) return;
      const now = clock.monotonic();
      times = times.filter((time) => time > now - span);
      times.push(now);
      if (status === 401) heldUntil = Math.max(heldUntil, now + tokenPause);
      const oldest = times[0];
      if (times.length >= most && oldest !== undefined) heldUntil = Math.max(heldUntil, oldest + span);
    },
    heldFor: () => Math.max(0, heldUntil - clock.monotonic()),
  };
}
