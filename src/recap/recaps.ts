import { randomBytes } from 'node:crypto';
import type { Library } from '#library/model.ts';
import {
  type Claim,
  type RecapPlace,
  type RecapSettings,
  type RecapUnit,
  type RecapWhat,
  type SubscribeResult,
  type Subscription,
  unitOf,
} from '#store/model.ts';
import type { PlaceFilter } from '#store/store.ts';
import { announceNew } from './announce.ts';
import { type Choice, chooseNamed, type NoChoice } from './choose.ts';
import { createDebouncedLibrary } from './debouncedLibrary.ts';
import { createBudget } from './delivery/budget.ts';
import type { DeliveryContext } from './delivery/deliveryContext.ts';
import { chooseNext } from './delivery/drawDelivery.ts';
import { notifyOwner } from './delivery/notifyOwner.ts';
import type { Poster } from './delivery/poster.ts';
import { type Item, itemsFor, itemsOf } from './items.ts';
import type { DrawnRecap, RecapDeps } from './model.ts';
import type { Announce } from './newPosts.ts';
import { createFirstSeen, progressOf } from './progress.ts';
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
  /** Changes settings, and nothing of where the recap stands. Undefined where it has ended. */
  readonly change: (
    subscription: Subscription,
    settings: RecapSettings,
    ownerId: string,
  ) => Promise<Subscription | undefined>;
  /** The tags of a forum, as Discord gives them. */
  readonly forumTags: Poster['forumTags'];
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
  /** What comes next: for new posts the newest one, as an example. */
  readonly next: (subscription: Subscription) => Promise<Choice | NoChoice>;
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

/** The next due time; new posts have none. */
const nextOccurrence = (
  what: RecapWhat,
  settings: RecapSettings,
  now: Temporal.Instant,
): Occurrence | undefined => (what === 'new' ? undefined : nextAfter(settings, now));

/** The item with the latest date; of those without one, the last. */
function newestOf(library: Library, items: readonly Item[]): Item | undefined {
  const dates = new Map(library.sessions.map(({ id, posts: [{ date = '' }] }) => [id, date]));
  const dateOf = ({ id }: Item): string => dates.get(id) ?? '';
  return items.toSorted((one, other) => dateOf(one).localeCompare(dateOf(other))).at(-1);
}

/** The recap service: the operations of /recap, and the process that posts. */
export function createRecaps(deps: RecapDeps): Recaps {
  const { store, clock, clockCheckInterval = 30_000 } = deps;
  const owner = deps.owner ?? randomBytes(8).toString('hex');
  const announce = (library: Library, now: Temporal.Instant): Announce => {
    const announceTo = announceNew(library, now);
    return (subscription, ...seen) => {
      const announcements = announceTo(subscription, ...seen);
      const details = { subscription: subscription.id, announcements: announcements.length };
      if (announcements.length > 0) deps.report('info', 'New posts are to be announced', details);
      return announcements;
    };
  };
  const firstSeen = createFirstSeen(store, clock.now, deps.content ?? '', announce, (unit) =>
    deps.report('info', 'The posts were read for the first time: those to come are new', { unit }),
  );
  const context: DeliveryContext = {
    ...deps,
    budget: createBudget(clock),
    firstSeen,
    requests: new Map(),
    lease: () => {
      const now = clock.now();
      return { owner, now, until: now.add(leaseTime) };
    },
    watch: createClockWatch(clock, 3 * clockCheckInterval),
    library: createDebouncedLibrary(deps.library, clock),
    currentLibrary: deps.library,
    lookedThrough: new Set(),
    notifyOwner: (subscription, reason) => notifyOwner(deps, subscription, reason),
  };
  const runner = createRunner(context, {
    concurrency: deps.concurrency ?? 50,
    latePerSecond: deps.latePerSecond ?? 25,
    clockCheckInterval,
    perSecond: deps.perSecond ?? 50,
    keepHistoryDays: deps.keepHistoryDays ?? 400,
  });

  /** What comes next for a subscription; for new posts the newest one, as an example. */
  const nextOf = async (subscription: Subscription): Promise<Choice | NoChoice> => {
    const library = deps.library();
    const progress = await progressOf(store, firstSeen, library, subscription);
    if (subscription.what !== 'new') return chooseNext(library, subscription, progress);
    const items = itemsFor(library, subscription);
    const newest = newestOf(library, items);
    const example = newest && chooseNamed(items, newest.id, progress, 'new');
    return example ?? { kind: 'nothing', reason: subscription.filter === undefined ? 'empty' : 'filtered' };
  };

  const preview: Recaps['preview'] = async (subscription) => {
    const { what, language, mentionRoleId } = subscription;
    const choice = await nextOf(subscription);
    if (choice.kind === 'nothing') return undefined;
    return deps.draw({ library: deps.library(), what, language, mentionRoleId, choice, key: undefined });
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
    const items = subscription ? itemsFor(library, subscription) : itemsOf(library, unit, language);
    const drawItem = (index: number): DrawnRecap | undefined => {
      const item = items[index];
      if (item === undefined) return undefined;
      const place = { position: index + 1, total: items.length, fresh: undefined, round: 1 } as const;
      const choice = { kind: 'item', item, ...place } as const;
      return deps.draw({ library, what: unit, language, mentionRoleId: undefined, choice, key: undefined });
    };
    const told = subscription && (await toldToday(subscription));
    if (subscription) {
      const { what } = subscription;
      if (what === 'new') return preview(subscription);
      const progress = await progressOf(store, firstSeen, library, subscription);
      const choice =
        (told === undefined ? undefined : chooseNamed(items, told, progress)) ??
        chooseNext(library, { ...subscription, repeat: 'again' }, { ...progress, repeat: 'again' });
      if (choice.kind === 'nothing') return undefined;
      return deps.draw({ library, what, language, mentionRoleId: undefined, choice, key: undefined });
    }
    const today = clock.now().toZonedDateTimeISO(timeZone).toPlainDate();
    const days = Temporal.PlainDate.from('1970-01-01').until(today).days;
    return items.length === 0 ? undefined : drawItem(days % items.length);
  };

  return {
    subscribe: async ({ place, settings, ownerId }) => {
      // Items from before the subscription are not new to it.
      await firstSeen.record(deps.library(), unitOf(place.what), settings.language);
      const now = clock.now();
      const next = nextOccurrence(place.what, settings, now);
      const result = await store.subscribe({ place, settings, ownerId, now, next, limit: mostPerServer });
      void runner.poke();
      return result;
    },
    change: async (subscription, settings, ownerId) => {
      const now = clock.now();
      const same = (['time', 'timeZone', 'days'] as const).every(
        (name) => String(settings[name]) === String(subscription[name]),
      );
      // Where the times stay as they are, a recap that is about to be posted is not put off.
      const timetable = same ? undefined : { now, next: nextOccurrence(subscription.what, settings, now) };
      const changed = await store.change(subscription.id, { settings, ownerId, timetable });
      void runner.poke();
      return changed;
    },
    forumTags: (channelId) => deps.poster.forumTags(channelId),
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
      const resumed = await store.resume(id, now, nextOccurrence(subscription.what, subscription, now));
      void runner.poke();
      return resumed;
    },
    unsubscribe: store.end,
    history: store.history,
    upcoming: async (subscription, count) => {
      if (subscription.state !== 'active' || subscription.what === 'new') return [];
      const now = clock.now();
      const today = now.toZonedDateTimeISO(subscription.timeZone).toPlainDate();
      const taken = await store.takenDates(subscription.id, today.subtract({ days: 1 }).toString());
      return upcoming(subscription, now, count, taken);
    },
    preview,
    next: nextOf,
    ofToday,
    now: clock.now,
    start: runner.start,
    poke: runner.poke,
    stop: (patience = 4_000) => runner.stop(patience),
    busy: runner.busy,
    problem: runner.problem,
  };
}
