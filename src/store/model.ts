/** A civil date, `YYYY-MM-DD`. */
export type CivilDate = string;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The unit of a recap. */
export type RecapUnit = 'session' | 'topic';

/** Where recaps go: `channel` is any channel in which messages are sent directly (text, announcement, thread). */
export type ChannelKind = 'channel' | 'forum' | 'dm';

/** The settings of a recap. */
export interface RecapSettings {
  /** Civil time of day, `HH:MM`. */
  readonly time: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Sorted, at least one. */
  readonly days: readonly Weekday[];
  /** Language of the posts and, if the bot has it, of the page. */
  readonly language: string;
  /** The only role that may be pinged. */
  readonly mentionRoleId: string | undefined;
  /** Opens a thread under each recap. */
  readonly thread: boolean;
  /** After the last item: `again` from the beginning, or `stop` until there is a new one. */
  readonly repeat: 'again' | 'stop';
}

/** Identifies a recap: one for each channel and unit. */
export interface RecapPlace {
  /** Undefined in a DM. */
  readonly guildId: string | undefined;
  readonly channelId: string;
  readonly channelKind: ChannelKind;
  readonly unit: RecapUnit;
}

export type PauseReason =
  /** Paused by a person. */
  | { readonly kind: 'asked' }
  /** Discord refused on three consecutive local dates; `code` is its last error code. */
  | { readonly kind: 'unreachable'; readonly code: number };

export interface Subscription extends RecapPlace, RecapSettings {
  /** `[0-9a-z]{8}` */
  readonly id: string;
  /** The person who subscribed, or changed it last. */
  readonly ownerId: string;
  readonly createdAt: Temporal.Instant;
  /** Due times up to this instant are ignored: it was subscribed, changed or resumed then. */
  readonly activeFrom: Temporal.Instant;
  /** `ended`: unsubscribed; its history and progress are kept. */
  readonly state: 'active' | 'paused' | 'ended';
  readonly pauseReason: PauseReason | undefined;
  /** The next due time without a delivery. Undefined unless active. */
  readonly next: { readonly date: CivilDate; readonly due: Temporal.Instant } | undefined;
  /** The round through all items, from 1. */
  readonly round: number;
  /** Consecutive local dates on which Discord refused. */
  readonly unreachableDates: number;
}

/**
 * `intended`: claimed, perhaps attempted. `posted`: message known. `missed`: the window closed before an attempt.
 * `failed`: attempted and certainly not posted. `uncertain`: perhaps posted, and this cannot be determined any more.
 * `nothing`: there was nothing to tell.
 */
export type DeliveryState = 'intended' | 'posted' | 'missed' | 'failed' | 'uncertain' | 'nothing';

/** The reason for a delivery's state, or its last error. */
export type DeliveryReason =
  /** The bot was not running while the window was open. */
  | 'down'
  /** The machine's clock went past the window: somebody moved it, or the machine slept. */
  | 'clock'
  /** Paused or unsubscribed before it was posted. */
  | 'stopped'
  /** Discord refused: see `code`. */
  | 'refused'
  /** Discord did not respond, or with 5xx. */
  | 'unavailable'
  /** The page could not be drawn: an error of the bot, in the log. */
  | 'fault'
  /** All items are posted, and it does not repeat. */
  | 'all-told'
  /** There are no sessions or topics. */
  | 'empty';

/** A recap of one subscription on one local date. */
export interface Delivery {
  readonly subscriptionId: string;
  readonly date: CivilDate;
  /** Identifies the delivery in nonces and routes. `[0-9a-z]{1,25}`. */
  readonly key: string;
  readonly due: Temporal.Instant;
  /** End of the window: not posted from this instant on. */
  readonly windowEnd: Temporal.Instant;
  readonly state: DeliveryState;
  readonly reason: DeliveryReason | undefined;
  /** Discord's error code that goes with `refused`. */
  readonly code: number | undefined;
  /** Number of requests that were sent, or may have been. */
  readonly attempts: number;
  /** Time of the first request without a known outcome. Undefined: certainly nothing was posted. */
  readonly unresolvedSince: Temporal.Instant | undefined;
  /** Id of the session or topic. */
  readonly item: string | undefined;
  readonly itemHash: string | undefined;
  /** Channel of the message: the given one, or the thread that a forum created. */
  readonly messageChannelId: string | undefined;
  readonly messageId: string | undefined;
  /** When it reached its state. */
  readonly settledAt: Temporal.Instant | undefined;
  /** For `missed`: the first of the dates that this row covers. */
  readonly missedFrom: CivilDate | undefined;
}

/** A delivery that the caller may process until its lease expires. */
export interface Claim {
  readonly subscription: Subscription;
  readonly delivery: Delivery;
}

/** The decision about a subscription whose due time has come. */
export interface DueDecision {
  readonly claim:
    | {
        readonly date: CivilDate;
        readonly due: Temporal.Instant;
        readonly windowEnd: Temporal.Instant;
        readonly key: string;
      }
    | undefined;
  /** First and last date whose windows closed; they become one row. */
  readonly missed:
    | {
        readonly from: CivilDate;
        readonly date: CivilDate;
        readonly due: Temporal.Instant;
        readonly windowEnd: Temporal.Instant;
        readonly key: string;
      }
    | undefined;
  readonly next: { readonly date: CivilDate; readonly due: Temporal.Instant };
}

/** The owner of a claim, and its duration. */
export interface Lease {
  /** Identifies the process, different at each start. */
  readonly owner: string;
  readonly now: Temporal.Instant;
  readonly until: Temporal.Instant;
}

export type SubscribeResult =
  | { readonly kind: 'created' | 'changed'; readonly subscription: Subscription }
  /** The server has the most recaps allowed. */
  | { readonly kind: 'full'; readonly limit: number };

/** An item as posted for one subscription. */
export interface PostedItem {
  readonly item: string;
  /** Hash of the posted content. */
  readonly hash: string;
  readonly round: number;
}

export type Settled =
  | {
      readonly state: 'posted';
      readonly messageId: string;
      readonly messageChannelId: string;
      /** The posted item and its round. */
      readonly postedItem: PostedItem;
      /** A thread is to be opened under the message: `pendingThreads` lists it until `threadDone`. */
      readonly thread: boolean;
    }
  | {
      readonly state: 'missed' | 'uncertain' | 'nothing';
      readonly reason: DeliveryReason;
      readonly code?: number;
    }
  | {
      readonly state: 'failed';
      readonly reason: DeliveryReason;
      readonly code?: number;
      /** The channel is unreachable: the third consecutive local date pauses the subscription. */
      readonly unreachable: boolean;
    };

/** Persistent state. Every method is one transaction; database errors are thrown. */
export interface Store {
  /** Creates the recap of this place, or changes the existing one (reviving an ended one). */
  readonly subscribe: (order: {
    readonly place: RecapPlace;
    readonly settings: RecapSettings;
    readonly ownerId: string;
    readonly now: Temporal.Instant;
    readonly next: { readonly date: CivilDate; readonly due: Temporal.Instant };
    /** Most recaps of one server that have not ended. */
    readonly limit: number;
  }) => Promise<SubscribeResult>;
  readonly subscription: (id: string) => Promise<Subscription | undefined>;
  /** The recaps of a server or DM channel that have not ended, oldest first. */
  readonly subscriptions: (place: PlaceFilter) => Promise<readonly Subscription[]>;
  /** Returns the updated subscription; undefined where there is none or it has ended. */
  readonly pause: (id: string, reason: PauseReason) => Promise<Subscription | undefined>;
  readonly resume: (
    id: string,
    now: Temporal.Instant,
    next: { readonly date: CivilDate; readonly due: Temporal.Instant },
  ) => Promise<Subscription | undefined>;
  readonly end: (id: string) => Promise<Subscription | undefined>;

  /** Newest first. */
  readonly history: (
    place: PlaceFilter | { readonly subscriptionId: string },
    page: { readonly offset: number; readonly limit: number },
  ) => Promise<{ readonly total: number; readonly rows: readonly Claim[] }>;
  /** Dates of a subscription, from one on, that are taken: intended, posted or uncertain. */
  readonly takenDates: (subscriptionId: string, from: CivilDate) => Promise<readonly CivilDate[]>;
  readonly postedItems: (subscriptionId: string) => Promise<readonly PostedItem[]>;

  /** Records when each item was first seen; returns all of the unit. */
  readonly recordFirstSeen: (
    unit: RecapUnit,
    items: readonly string[],
    now: Temporal.Instant,
  ) => Promise<ReadonlyMap<string, Temporal.Instant>>;

  /**
   * Turns due times into deliveries, oldest first: writes the intents and moves each subscription on, at once.
   * @param decide pure; told the subscription as it is. When it throws, or the subscription cannot be read, `onFault`
   *   hears of it and the subscription is left alone for an hour.
   */
  readonly claimDue: (
    lease: Lease,
    range: {
      readonly dueFrom?: Temporal.Instant;
      readonly limit: number;
      /** Why dates are missed, if some are. */
      readonly missedBecause: 'down' | 'clock';
    },
    decide: (subscription: Subscription) => DueDecision,
    onFault: (subscription: { readonly id: string }, error: unknown) => void,
  ) => Promise<{
    /** Number of subscriptions examined; if equal to `limit`, there may be more. */
    readonly seen: number;
    readonly claims: readonly Claim[];
  }>;
  /** Claims deliveries that wait for a retry, or whose process has died, oldest first. */
  readonly claimOpen: (lease: Lease, limit: number) => Promise<readonly Claim[]>;
  /**
   * Writes that a request is about to leave. False where the delivery is no longer the caller's, or its subscription no
   * longer active: then it must not. `clear`: of earlier requests it is known that they made no message.
   */
  readonly attempt: (
    lease: Lease,
    key: string,
    request: Pick<PostedItem, 'item' | 'hash'> & { readonly clear: boolean },
  ) => Promise<boolean>;
  /** Extends leases. Returns the keys that the caller still owns. */
  readonly renew: (lease: Lease, keys: readonly string[]) => Promise<readonly string[]>;
  /** Releases the delivery until `nextTry`. `resolved`: certainly nothing was posted. */
  readonly retry: (
    lease: Lease,
    key: string,
    order: {
      readonly nextTry: Temporal.Instant;
      readonly reason?: DeliveryReason;
      readonly code?: number;
      readonly resolved: boolean;
    },
  ) => Promise<void>;
  /**
   * Settles a delivery. `posted` is written even without the lease, because the message is known to exist.
   * Everything else requires the lease. `paused`: this one paused the subscription.
   */
  readonly settle: (
    lease: Lease,
    key: string,
    settled: Settled,
  ) => Promise<{ readonly written: boolean; readonly paused: boolean }>;
  /** Deliveries settled before an instant whose thread is not opened yet. */
  readonly pendingThreads: (before: Temporal.Instant, limit: number) => Promise<readonly Claim[]>;
  readonly threadDone: (key: string) => Promise<void>;
  /** Gives back every claim of this owner, but for some keys, for others or for the next start. */
  readonly release: (owner: string, except?: readonly string[]) => Promise<void>;

  /** Undoes a claim of which nothing was posted. */
  readonly withdraw: (lease: Lease, key: string) => Promise<void>;

  /**
   * Reschedules a batch of subscriptions: those planned after an instant (the clock was set back since),
   * or with other time zone rules than those of this process. Returns their number.
   */
  readonly replan: (
    order: {
      readonly now: Temporal.Instant;
      readonly planned: { readonly after: Temporal.Instant } | 'with-other-zones';
      readonly limit: number;
    },
    decide: (subscription: Subscription) => {
      readonly next: { readonly date: CivilDate; readonly due: Temporal.Instant };
      readonly activeFrom: Temporal.Instant;
    },
    onFault: (subscription: { readonly id: string }, error: unknown) => void,
  ) => Promise<number>;
  /** The earliest instant with work to do. */
  readonly nextWake: () => Promise<Temporal.Instant | undefined>;
  /** The next planned recap of all. */
  readonly nextDue: () => Promise<
    | { readonly subscriptionId: string; readonly channelId: string; readonly due: Temporal.Instant }
    | undefined
  >;

  readonly note: (name: string) => Promise<string | undefined>;
  readonly setNote: (name: string, value: string) => Promise<void>;
  /** @throws StoreError where the database cannot be used any more, or is not the one that was opened. */
  readonly check: () => Promise<void>;
  /** True for a database that no other process can be using. */
  readonly exclusive: boolean;
  readonly close: () => Promise<void>;
}

export type PlaceFilter = { readonly guildId: string } | { readonly dmChannelId: string };

/** The reason why a database cannot be used. The message is one sentence for the operator, with the remedy. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code:
    | 'not-writable'
    | 'full'
    | 'gone'
    | 'damaged'
    | 'newer'
    | 'in-use'
    | 'unreachable'
    | 'bad-address'
    | 'foreign';

  constructor(code: StoreError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
