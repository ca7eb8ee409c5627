import { setTimeout as pause } from 'node:timers/promises';
import { StoreError } from '#store/storeError.ts';
import type { Logger } from '../log.ts';

/** Milliseconds of exponential backoff. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

interface WaitOptions {
  /** Milliseconds for which a database that cannot be reached is tried again. */
  readonly patience: number;
  readonly log: Logger;
  /** Resolves after so many milliseconds. Default: real ones. */
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

/**
 * Tries again while the database cannot be reached: where a machine starts, or `compose up`, the bot may be quicker than
 * its PostgreSQL.
 * @throws errors that the operator has to fix, and an outage that has not passed in time
 */
export const untilReachable = async <T>(
  open: () => Promise<T>,
  { patience, log, sleep = pause }: WaitOptions,
): Promise<T> => {
  let waited = 0;
  for (let count = 0; ; count += 1) {
    try {
      return await open();
    } catch (error) {
      const left = Math.min(FIRST_PAUSE * 2 ** count, LONGEST_PAUSE, patience - waited);
      if (!(error instanceof StoreError) || error.code !== 'unreachable' || left <= 0) throw error;
      log.warn({ why: error.message, seconds: Math.ceil(left / 1_000) }, 'the start has to wait');
      await sleep(left);
      waited += left;
    }
  }
};
