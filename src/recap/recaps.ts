import { randomBytes } from 'node:crypto';
import type {
  Claim,
  RecapPlace,
  RecapSettings,
  RecapUnit,
  SubscribeResult,
  Subscription,
} from '#store/model.ts';
import type { PlaceFilter } from '#store/store.ts';
import { createBelief } from './belief.ts';
import { chooseItem } from './choose.ts';
import { createBudget } from './delivery/budget.ts';
import type { DeliveryContext } from './delivery/deliveryContext.ts';
import { tellOwner } from './delivery/notice.ts';
import { itemsOf } from './items.ts';
import type { DrawnRecap, RecapDeps } from './model.ts';
import { createFirstSeenLookup, progressOf } from './progress.ts';
import { createRunner } from './runner.ts';
import { createClockWatch } from './time/clockWatch.ts';
import { nextAfter, type Occurrence, upcoming } from './time/schedule.ts';

/** Most recaps of one server. */
export const mostPerServer = 25;

const leaseTime = { seconds: 60 } as const;

/** Operations on recaps. The caller checks permissions. */
export interface Recaps {
  readonly subscribe: (order: {
    readonly place: RecapPlace;
    readonly settings: RecapSettings;
    readonly ownerId: string;
  }) => Promise<SubscribeResult>;
  readonly find: (id: string) => Promise<Subscription | undefined>;
  readonly list: (place: PlaceFilter) => Promise<readonly Subscription[]>;
  readonly pause: (id: string) => Promise<Subscription | undefined>;
  readonly resume: (id: string) => Promise<Subscription | undefined>;
  readonly unsubscribe: (id: string) => Promise<Subscription | undefined>;
  /** Newest first. */
  readonly history: (
    place: PlaceFilter | { readonly subscriptionId: string },
    page: { readonly offset: number; readonly limit: number },
  ) => Promise<{ readonly total: number; readonly rows: readonly Claim[] }>;
  /** The next due times; none while inactive. */
  readonly upcoming: (subscription: Subscription, count: number) => Promise<readonly Occurrence[]>;
  /** A preview of the next recap; undefined where nothing is left to post. */
  readonly preview: (subscription: Subscription) => Promise<DrawnRecap | undefined>;
  /**
   * Today's recap for one person: the item that the subscription posts today, else, without one, a
   * different item each day. Undefined where there is no item.
   */
  readonly ofToday: (order: {
    readonly subscription: Subscription | undefined;
    readonly unit: RecapUnit;
    readonly language: string;
    readonly timeZone: string;
  }) => Promise<DrawnRecap | undefined>;
  readonly now: () => Temporal.Instant;

  /** Starts delivering. */
  readonly start: () => void;
  /** Checks for work at once, as after a change of the clock. */
  readonly poke: () => Promise<void>;
  /** Stops delivering within so many milliseconds. The store stays open. */
  readonly stop: (patience?: number) => Promise<void>;
  /** Deliveries in progress. */
  readonly busy: () => number;
  /** Why nothing can be delivered at the moment; undefined where it can. */
  readonly problem: () => string | undefined;
}

/** The recap service: the operations of /recap, and the process that posts. */
export function createRecaps(deps: RecapDeps): Recaps {
  const { store, clock, clockCheckInterval = 30_000 } = deps;
  const owner = deps.owner ?? randomBytes(8).toString('hex');
  const lookUpFirstSeen = createFirstSeenLookup(store, clock.now);
  const context: DeliveryContext = {
    ...deps,
    budget: createBudget(clock),
    lookUpFirstSeen,
    requests: new Map(),
    lease: () => {
      const now = clock.now();
      return { owner, now, until: now.add(leaseTime) };
    },
    watch: createClockWatch(clock, 3 * clockCheckInterval),
    library: createBelief(deps.library, clock),
    lookedThrough: new Set(),
    tellOwner: (subscription) => tellOwner(deps, subscription),
  };
  const runner = createRunner(context, {
    concurrency: deps.concurrency ?? 50,
    latePerSecond: deps.latePerSecond ?? 25,
    clockCheckInterval,
    perSecond: deps.perSecond ?? 50,
  });

  const preview: Recaps['preview'] = async (subscription) => {
    const library = deps.library();
    const { unit, language, mentionRoleId } = subscription;
    const progress = await progressOf(store, lookUpFirstSeen, library, subscription);
    const choice = chooseItem(itemsOf(library, unit, language), progress);
    if (choice.kind === 'nothing') return undefined;
    return deps.draw({ library, unit, language, mentionRoleId, choice, key: undefined });
  };

  /** The item that a subscription has posted on its current local date. */
  const toldToday = async (subscription: Subscription): Promise<string | undefined> => {
    const { rows } = await store.history({ subscriptionId: subscription.id }, { offset: 0, limit: 1 });
    const date = clock.now().toZonedDateTimeISO(subscription.timeZone).toPlainDate().toString();
    const latest = rows[0]?.delivery;
    return latest?.date === date && latest.state === 'posted' ? latest.item : undefined;
  };

  const ofToday: Recaps['ofToday'] = async ({ subscription, unit, language, timeZone }) => {
    const library = deps.library();
    const items = itemsOf(library, unit, language);
    const drawItem = (index: number): DrawnRecap | undefined => {
      const item = items[index];
      if (item === undefined) return undefined;
      const place = { position: index + 1, total: items.length, fresh: undefined, round: 1 } as const;
      const choice = { kind: 'item', item, ...place } as const;
      return deps.draw({ library, unit, language, mentionRoleId: undefined, choice, key: undefined });
    };
    const told = subscription && (await toldToday(subscription));
    if (told !== undefined) return drawItem(items.findIndex((item) => item.id === told));
    if (subscription) {
      const progress = await progressOf(store, lookUpFirstSeen, library, subscription);
      const choice = chooseItem(items, { ...progress, repeat: 'again' });
      return choice.kind === 'item' ? drawItem(choice.position - 1) : undefined;
    }
    const today = clock.now().toZonedDateTimeISO(timeZone).toPlainDate();
    const days = Temporal.PlainDate.from('1970-01-01').until(today).days;
    return items.length === 0 ? undefined : drawItem(days % items.length);
  };

  return {
    subscribe: async ({ place, settings, ownerId }) => {
      // Items from before the subscription are not new to it.
      await lookUpFirstSeen(deps.library(), place.unit, settings.language);
      const now = clock.now();
      const next = nextAfter(settings, now);
      const result = await store.subscribe({ place, settings, ownerId, now, next, limit: mostPerServer });
      void runner.poke();
      return result;
    },
    find: async (id) => {
      const subscription = await store.subscription(id);
      return subscription?.state === 'ended' ? undefined : subscription;
    },
    list: store.subscriptions,
    pause: (id) => store.pause(id, { kind: 'asked' }),
    resume: async (id) => {
      const subscription = await store.subscription(id);
      if (subscription === undefined) return undefined;
      if (subscription.state !== 'paused') return subscription.state === 'active' ? subscription : undefined;
      const now = clock.now();
      const resumed = await store.resume(id, now, nextAfter(subscription, now));
      void runner.poke();
      return resumed;
    },
    unsubscribe: store.end,
    history: store.history,
    upcoming: async (subscription, count) => {
      if (subscription.state !== 'active') return [];
      const now = clock.now();
      const today = now.toZonedDateTimeISO(subscription.timeZone).toPlainDate();
      const taken = await store.takenDates(subscription.id, today.subtract({ days: 1 }).toString());
      return upcoming(subscription, now, count, taken);
    },
    preview,
    ofToday,
    now: clock.now,
    start: runner.start,
    poke: runner.poke,
    stop: (patience = 4_000) => runner.stop(patience),
    busy: runner.busy,
    problem: runner.problem,
  };
}
