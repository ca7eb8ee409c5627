import type { Claim } from '#store/model.ts';
import { deliver } from './delivery/deliver.ts';
import type { DeliveryContext } from './delivery/deliveryContext.ts';

/** Milliseconds after which the claims of deliveries in progress are renewed. */
export const RENEW_INTERVAL = 20_000;
/** Milliseconds for which every slot may be taken before a warning. */
const FULL_PATIENCE = 30_000;

/** Where a claim came from: a recap that has just become due, or a delivery that was left open. */
type Source = 'due' | 'open';

export interface SlotOptions {
  /** The number of slots. */
  readonly concurrency: number;
  /** Most deliveries that start in a second. */
  readonly perSecond: number;
}

/** What slots ask of the runner, and tell it. */
export interface SlotEvents {
  readonly isRunning: () => boolean;
  /** A delivery broke off; its claim is left behind. */
  readonly onBroken: () => void;
  /** A delivery ended. */
  readonly onFree: () => void;
}

/** The deliveries in progress, of which there are at most as many as slots. */
export interface Slots {
  /** Starts the deliveries that are not in progress already. */
  readonly begin: (claims: readonly Claim[], source: Source) => void;
  readonly free: () => number;
  /** Free slots for deliveries that were left open. */
  readonly freeForOpen: () => number;
  readonly count: () => number;
  /** The keys of the deliveries in progress. */
  readonly keys: () => readonly string[];
  /** Renews the claims when it is time to, and aborts deliveries whose claim is lost. */
  readonly renew: () => Promise<void>;
  readonly noticeFull: () => void;
  readonly pending: () => readonly Promise<void>[];
}

/** Makes the slots in which deliveries are carried out. */
export const createSlots = (context: DeliveryContext, options: SlotOptions, events: SlotEvents): Slots => {
  const { concurrency, perSecond } = options;
  const { store, clock, report } = context;
  const underWay = new Map<
    string,
    { readonly abort: AbortController; readonly done: Promise<void>; readonly source: Source }
  >();
  let lastRenewal = clock.monotonic();
  /** Monotonic time at which the next delivery may start. */
  let nextBegin = Number.NEGATIVE_INFINITY;
  /** Monotonic time since which every slot has been taken. */
  let fullSince: number | undefined;

  /** Deliveries start one at a time: drawing fifty pages at once would delay replies. */
  const turn = async (): Promise<void> => {
    const now = clock.monotonic();
    const at = Math.max(now, nextBegin);
    nextBegin = at + 1_000 / perSecond;
    if (at > now) await new Promise<void>((resolve) => clock.after(at - now, resolve));
  };

  const beginOne = (claim: Claim, source: Source) => {
    const { key } = claim.delivery;
    const abort = new AbortController();
    const task = { ...claim, context, signal: abort.signal };
    const done = turn()
      .then(() => context.checkpoint?.('after-intent', key))
      .then(() => (events.isRunning() ? deliver(task) : undefined))
      // The claim is released as soon as that works; the process that takes it over finds out what has happened.
      .catch((error: unknown) => {
        report('error', 'Delivery broke off', { delivery: key, err: error });
        events.onBroken();
      })
      .finally(() => {
        underWay.delete(key);
        events.onFree();
      });
    underWay.set(key, { abort, done, source });
  };

  const free = () => concurrency - underWay.size;

  return {
    begin: (claims, source) => {
      for (const claim of claims) if (!underWay.has(claim.delivery.key)) beginOne(claim, source);
    },
    free,
    // Channels in trouble, which are tried again and again, leave half of the slots to what has just become due.
    freeForOpen: () => {
      const open = [...underWay.values()].filter(({ source }) => source === 'open').length;
      return Math.min(free(), Math.max(1, Math.floor(concurrency / 2)) - open);
    },
    count: () => underWay.size,
    keys: () => [...underWay.keys()],
    renew: async () => {
      if (underWay.size === 0 || clock.monotonic() - lastRenewal < RENEW_INTERVAL) return;
      lastRenewal = clock.monotonic();
      const keys = [...underWay.keys()];
      const kept = new Set(await store.renew(context.lease(), keys));
      for (const key of keys) if (!kept.has(key)) underWay.get(key)?.abort.abort();
    },
    noticeFull: () => {
      fullSince = free() <= 0 ? (fullSince ?? clock.monotonic()) : undefined;
      if (fullSince === undefined || clock.monotonic() - fullSince < FULL_PATIENCE) return;
      fullSince = clock.monotonic();
      report('warn', 'All delivery slots are held by channels that do not answer; others wait', {
        places: concurrency,
      });
    },
    pending: () => [...underWay.values()].map(({ done }) => done),
  };
};
