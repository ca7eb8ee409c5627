import type { DeliveryContext } from './delivery/deliveryContext.ts';
import { publishLeft } from './delivery/publish.ts';
import { openLeftThreads } from './delivery/threads.ts';

/** Rows that are deleted at a time, so that nothing waits for it. */
const PRUNE_BATCH = 500;
/** Milliseconds between two searches for old rows. */
const PRUNE_PAUSE = 3_600_000;
/** Days for which questions are kept. */
const FEEDBACK_DAYS = 90;

export interface UpkeepOptions {
  readonly keepHistoryDays: number;
  /** Longest time between two looks of the runner, in ms. */
  readonly clockCheckInterval: number;
}

/** Work beside the deliveries: threads and publications that are left over, and rows that are old. */
export interface Upkeep {
  /** Resolves when old rows are deleted; threads and publications go on, so that no recap waits for them. */
  readonly run: () => Promise<void>;
  readonly pending: () => readonly Promise<void>[];
}

/** Makes the upkeep of one runner. */
export const createUpkeep = (context: DeliveryContext, options: UpkeepOptions): Upkeep => {
  const { store, clock, report } = context;
  let threads: Promise<void> | undefined;
  let lastThreads = Number.NEGATIVE_INFINITY;
  let publications: Promise<void> | undefined;
  let nextPrune = Number.NEGATIVE_INFINITY;

  const openThreads = () => {
    if (clock.monotonic() - lastThreads <= 2 * options.clockCheckInterval) return;
    lastThreads = clock.monotonic();
    threads ??= openLeftThreads(context)
      .catch((error: unknown) => report('error', 'Threads could not be opened', { err: error }))
      .finally(() => {
        threads = undefined;
      });
  };

  const publish = () => {
    publications ??= publishLeft(context)
      .catch((error: unknown) => report('error', 'Recaps could not be published', { err: error }))
      .finally(() => {
        publications = undefined;
      });
  };

  const prune = async () => {
    if (clock.monotonic() < nextPrune) return;
    const before = (days: number) => clock.now().subtract({ hours: 24 * days });
    const count = await store.pruneHistory(before(options.keepHistoryDays), PRUNE_BATCH);
    const questions = await store.pruneFeedback(before(FEEDBACK_DAYS), PRUNE_BATCH);
    nextPrune = clock.monotonic() + (Math.max(count, questions) < PRUNE_BATCH ? PRUNE_PAUSE : 0);
    if (count > 0) report('info', 'Old history deleted', { count });
    if (questions > 0) report('info', 'Old questions deleted', { count: questions });
  };

  return {
    run: () => {
      openThreads();
      publish();
      return prune();
    },
    pending: () => [threads, publications].filter((work) => work !== undefined),
  };
};
