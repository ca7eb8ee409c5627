import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '#store/store.ts';

/** Discord lets a bot identify once in five seconds for each `shard_id % max_concurrency`; a little is for the way. */
const IDENTIFY = { milliseconds: 5_250 } as const;
/** For the longest registration: twenty commands that are rate limited one by one. */
const ALONE = { minutes: 2 } as const;
/** Milliseconds until a lease that another process holds is asked for again. */
const ASK_AGAIN = 500;

/** What processes that share a database do one after the other. */
export interface Leases {
  /** Resolves when a shard of this rate limit key may identify; rejects where the signal ends the wait. */
  readonly identify: (key: number, signal: AbortSignal) => Promise<void>;
  /** Runs work that one process at a time may do, and passes the turn on. */
  readonly alone: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

interface LeasesOptions {
  readonly store: Pick<Store, 'hold' | 'exclusive'>;
  readonly now: () => Temporal.Instant;
}

/** Leases in the store. Where the store is this process's alone, nothing waits. */
export const createLeases = ({ store, now }: LeasesOptions): Leases => {
  const hold = (name: string, owner: string, length: Temporal.DurationLike): Promise<boolean> => {
    const from = now();
    return store.hold(name, { owner, now: from, until: from.add(length) });
  };
  const newOwner = (): string => randomBytes(8).toString('hex');
  const wait = async (
    name: string,
    owner: string,
    length: Temporal.DurationLike,
    signal?: AbortSignal,
  ): Promise<void> => {
    while (!(await hold(name, owner, length))) {
      await pause(ASK_AGAIN, undefined, signal === undefined ? {} : { signal });
    }
  };
  return {
    // Each has an owner of its own: two shards of one process wait for each other as well.
    identify: (key, signal) => wait(`identify-${key}`, newOwner(), IDENTIFY, signal),
    alone: async (name, work) => {
      if (store.exclusive) return await work();
      const owner = newOwner();
      await wait(name, owner, ALONE);
      try {
        return await work();
      } finally {
        await hold(name, owner, { milliseconds: 0 });
      }
    },
  };
};
