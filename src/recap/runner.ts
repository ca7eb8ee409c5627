import type { DeliveryContext } from './delivery/deliveryContext.ts';
import { clockTolerance } from './delivery/deliveryWindow.ts';
import { observeMissed } from './delivery/settle.ts';
import { decideAnew, decideDue } from './plan.ts';
import { createSlots, RENEW_INTERVAL } from './slots.ts';
import { isBefore } from './time/instants.ts';
import { createPace } from './time/pace.ts';
import { createUpkeep } from './upkeep.ts';

/** Pacing of the runner; see RecapDeps. */
export interface RunnerOptions {
  readonly concurrency: number;
  readonly latePerSecond: number;
  readonly clockCheckInterval: number;
  readonly perSecond: number;
  readonly keepHistoryDays: number;
}

/**
 * Milliseconds until what broke off is taken up again: a full disk, or a database that does not answer, may be over.
 */
const breakPause = 5_000;
/** After a backup was restored, what is due within this time may have been posted before. */
const restoredFor = { hours: 36 } as const;
const replanBatch = 500;
const pokePatience = 10_000;

export interface Runner {
  readonly start: () => void;
  /** Checks for work now; resolves when this check and its deliveries are done, or these take more than 10 s. */
  readonly poke: () => Promise<void>;
  /** Accepts no new work, waits at most so many milliseconds for deliveries in progress, and releases the rest. */
  readonly stop: (patience: number) => Promise<void>;
  /** Deliveries in progress. */
  readonly busy: () => number;
  /** Why recaps cannot be looked for at the moment; undefined where they can. */
  readonly problem: () => string | undefined;
}

/** Starts deliveries when they are due. */
export function createRunner(context: DeliveryContext, options: RunnerOptions): Runner {
  const { concurrency, latePerSecond, clockCheckInterval: longestSleep } = options;
  const { store, clock, report } = context;
  const { watch } = context;
  const pace = createPace(clock, latePerSecond);
  const upkeep = createUpkeep(context, options);
  const slots = createSlots(context, options, {
    isRunning: () => running,
    onBroken: () => {
      strayClaims = true;
      wakeIn(breakPause);
    },
    onFree: () => {
      if (running && more && slots.count() <= concurrency / 2) void wake();
    },
  });
  /** True when the database failed in the middle of something: there may be claims without a delivery in progress. */
  let strayClaims = false;
  let problem: string | undefined;
  let running = false;
  let prepared = false;
  let cancelTimer = () => {};
  let looking: Promise<void> | undefined;
  let again = false;
  /** A requested check, as opposed to one by the timer. */
  let asked = false;
  /** Nothing is due before this instant, unless the clock jumps or a check is requested. */
  let idleUntil: Temporal.Instant | undefined;
  /** True when the last check left work behind because of a limit. */
  let more = false;

  const fault = (subscription: { readonly id: string }, error: unknown) =>
    report('error', 'Subscription cannot be planned', { subscription: subscription.id, err: error });

  const replanAll = async (planned: { readonly after: Temporal.Instant } | 'with-other-zones') => {
    const now = clock.now();
    for (;;) {
      const count = await store.replan(
        { now, planned, limit: replanBatch },
        (subscription) => decideAnew(subscription, now),
        fault,
      );
      const because = planned === 'with-other-zones' ? planned : `planned after ${planned.after}`;
      if (count > 0) report('info', 'Recaps rescheduled', { count, because });
      if (count < replanBatch) return;
    }
  };

  const claimDue = async (dueFrom: Temporal.Instant | undefined, limit: number) => {
    const lease = context.lease();
    const { seen, claims, missed } = await store.claimDue(
      lease,
      { limit, missedBecause: watch.whyMissed(), ...(dueFrom ? { dueFrom } : {}) },
      (subscription) => decideDue(subscription, lease.now),
      fault,
    );
    for (const one of missed) observeMissed(context, one);
    slots.begin(claims, 'due');
    return { more: seen === limit, count: claims.length };
  };

  const claimBacklog = async () => {
    while (slots.free() > 0 && pace.backlogBefore()) {
      const limit = Math.min(slots.free(), pace.allowance());
      if (limit === 0) return true;
      const result = await claimDue(undefined, limit);
      pace.spend(result.count);
      if (!result.more) pace.backlogDone();
    }
    return pace.backlogBefore() !== undefined;
  };

  /** No other process writes to this database, and the time of the next work is known. */
  const isIdle = (jumped: boolean): boolean =>
    store.exclusive &&
    !jumped &&
    !asked &&
    !strayClaims &&
    idleUntil !== undefined &&
    isBefore(clock.now(), idleUntil);

  /** A restored backup does not know what was posted after it was made. */
  const noticeRestore = async () => {
    const made = await store.note('backup');
    if (made) {
      report('warn', 'The database is a backup; recaps that it does not know of are looked for first', {
        made,
      });
      await store.setNote('restored', clock.now().toString());
      await store.setNote('backup', '');
    }
    const restored = await store.note('restored');
    if (restored) watch.distrust(Temporal.Instant.from(restored).add(restoredFor));
  };

  const begun = async () => {
    await noticeRestore();
    await replanAll('with-other-zones');
  };

  const checkClock = (): boolean => {
    const { first, gap, jump } = watch.look();
    if (gap) pace.addBacklog();
    if (!first && jump !== 0) report('warn', 'The clock was moved', { seconds: Math.round(jump / 1_000) });
    return first || jump !== 0;
  };

  const look = async () => {
    const jumped = checkClock();
    await store.check();
    if (isIdle(jumped)) return;
    asked = false;
    idleUntil = undefined;
    if (!prepared) {
      await begun();
      prepared = true;
    }
    if (strayClaims) {
      await store.release(context.lease().owner, slots.keys());
      strayClaims = false;
    }
    await replanAll({ after: clock.now().add(clockTolerance) });
    await Promise.all(
      (['session', 'topic'] as const).map((unit) => context.firstSeen.record(context.library(), unit, 'ko')),
    );
    await upkeep.run();
    more = false;
    if (context.budget.heldFor() > 0) return;
    slots.noticeFull();
    if (slots.free() <= 0) {
      more = true;
      return;
    }
    await context.checkpoint?.('before-intent', '');
    const limit = slots.freeForOpen();
    const open = limit > 0 ? await store.claimOpen(context.lease(), limit) : [];
    slots.begin(open, 'open');
    more = open.length === Math.max(0, limit);
    if (slots.free() > 0) more = (await claimDue(pace.backlogBefore(), slots.free())).more || more;
    else more = true;
    more = (await claimBacklog()) || more;
  };

  const sleepTime = async (): Promise<number> => {
    const longest = slots.count() > 0 ? RENEW_INTERVAL : longestSleep;
    const held = context.budget.heldFor();
    if (held > 0) return Math.min(longest, held);
    if (strayClaims) return breakPause;
    if (pace.backlogBefore() && slots.free() > 0) return Math.min(longest, Math.max(pace.wait(), 200));
    const next = idleUntil ?? (await store.nextWake()) ?? clock.now().add({ hours: 1 });
    if (slots.count() === 0 && !more) idleUntil = next;
    const until = clock.now().until(next).total('milliseconds');
    // Work left behind is started when a delivery in progress ends.
    return Math.min(longest, Math.max(until, more ? 1_000 : 50));
  };

  const lookAndSleep = async () => {
    let sleep = longestSleep;
    try {
      do {
        again = false;
        await slots.renew();
        await look();
        // A check may be asked for while the store is asked when the next one is due.
        if (!again) sleep = await sleepTime();
      } while (again && running);
      if (problem !== undefined) report('info', 'The check for due recaps works again', {});
      problem = undefined;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // An outage is logged once, not at each check.
      report(reason === problem ? 'debug' : 'error', 'The check for due recaps failed', { err: error });
      problem = reason;
      strayClaims = true;
      sleep = breakPause;
    }
    looking = undefined;
    wakeIn(sleep);
  };

  const wakeIn = (milliseconds: number) => {
    cancelTimer();
    if (running) cancelTimer = clock.after(milliseconds, () => void wake());
  };

  const wake = (): Promise<void> => {
    if (!running) return Promise.resolve();
    again = looking !== undefined;
    looking ??= lookAndSleep();
    return looking;
  };

  /** Waits at most so many milliseconds for deliveries in progress. */
  const settle = async (patience: number): Promise<void> => {
    const all = Promise.allSettled([...upkeep.pending(), ...slots.pending()]);
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const cancel = clock.after(patience, resolve);
    await Promise.race([all, late]);
    cancel();
  };

  const poke = async (): Promise<void> => {
    asked = true;
    await wake();
    await settle(pokePatience);
  };

  return {
    start: () => {
      running = true;
      void poke();
    },
    poke,
    stop: async (patience) => {
      running = false;
      cancelTimer();
      await looking;
      cancelTimer();
      await settle(patience);
      await store.release(context.lease().owner);
    },
    busy: () => slots.count(),
    problem: () => problem,
  };
}
