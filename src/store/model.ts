/** A civil date, `YYYY-MM-DD`. */
export type CivilDate = string;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What one recap tells. */
export type RecapUnit = 'session' | 'topic';

/** Where recaps go: `channel` is any channel in which messages are sent directly (text, announcement, thread). */
export type ChannelKind = 'channel' | 'forum' | 'dm';

/** What a person chooses for a recap. */
export interface RecapSettings {
  /** Civil time of day, `HH:MM`. */
  readonly time: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Sorted, at least one. */
  readonly days: readonly Weekday[];
  /** Language of the posts and, where the bot speaks it, of the words around them. */
  readonly language: string;
  /** The only role that may be pinged. */
  readonly mentionRoleId: string | undefined;
  /** Opens a thread under each recap. */
  readonly thread: boolean;
  /** When all is told: `again` from the beginning, or `stop` until there is something new. */
  readonly repeat: 'again' | 'stop';
}

/** Which recap: there is one for a channel and a unit. */
export interface RecapPlace {
  /** Undefined in a DM. */
  readonly guildId: string | undefined;
  readonly channelId: string;
  readonly channelKind: ChannelKind;
  readonly unit: RecapUnit;
}

export type PauseReason =
  /** Somebody paused it. */
  | { readonly kind: 'asked' }
  /** Discord refused on three local dates in a row; `code` is Discord's of the last one. */
  | { readonly kind: 'unreachable'; readonly code: number };

export interface Subscription extends RecapPlace, RecapSettings {
  /** `[0-9a-z]{8}` */
  readonly id: string;
  /** Who subscribed, or changed it last. */
  readonly ownerId: string;
  readonly createdAt: Temporal.Instant;
  /** Due times up to this instant are not meant: it was subscribed, changed or resumed then. */
  readonly activeFrom: Temporal.Instant;
  /** `ended`: unsubscribed; its history and where it stood stay. */
  readonly state: 'active' | 'paused' | 'ended';
  readonly pauseReason: PauseReason | undefined;
  /** The next due time that has not been turned into a delivery. Undefined unless active. */
  readonly next: { readonly date: CivilDate; readonly due: Temporal.Instant } | undefined;
  /** How often everything was told from the beginning, from 1. */
  readonly round: number;
  /** Local dates in a row on which Discord refused. */
  readonly unreachableDates: number;
}

/**
 * `intended`: claimed, perhaps tried. `posted`: the message is known. `missed`: the window closed before it was tried.
 * `failed`: it was tried and surely not posted. `uncertain`: it may have been posted, and nobody can tell any more.
 * `nothing`: there was nothing to tell.
 */
export type DeliveryState = 'intended' | 'posted' | 'missed' | 'failed' | 'uncertain' | 'nothing';

/** Why a delivery is where it is, or what went wrong last. */
export type DeliveryReason =
  /** The bot was not running while the window was open. */
  | 'down'
  /** Paused or unsubscribed before it was posted. */
  | 'stopped'
  /** Discord refused: `code` tells. */
  | 'refused'
  /** Discord did not answer, or with 5xx. */
  | 'unavailable'
  /** The page could not be made: a fault of the bot, in the log. */
  | 'fault'
  /** All is told, and it does not start again. */
  | 'all-told'
  /** There are no sessions or topics at all. */
  | 'empty';

/** A recap of one subscription on one local date. */
export interface Delivery {
  readonly subscriptionId: string;
  readonly date: CivilDate;
  /** Names the delivery in nonces and routes. `[0-9a-z]{1,25}`. */
  readonly key: string;
  readonly due: Temporal.Instant;
  /** Not posted from this instant on. */
  readonly windowEnd: Temporal.Instant;
  readonly state: DeliveryState;
  readonly reason: DeliveryReason | undefined;
  /** Discord's error code that goes with `refused`. */
  readonly code: number | undefined;
  /** Requests that were made, or may have been. */
  readonly attempts: number;
  /** When a request may have left whose outcome is not known. Undefined: surely nothing was posted. */
  readonly unresolvedSince: Temporal.Instant | undefined;
  /** Id of the session or topic. */
  readonly item: string | undefined;
  readonly itemHash: string | undefined;
  /** Where the message stands: the channel, or the thread that a forum made. */
  readonly messageChannelId: string | undefined;
  readonly messageId: string | undefined;
  /** When it came to its state. */
  readonly settledAt: Temporal.Instant | undefined;
  /** For `missed`: the first of the dates that this row stands for. */
  readonly missedFrom: CivilDate | undefined;
}

/** A delivery that the caller may work on until its lease runs out. */
export interface Claim {
  readonly subscription: Subscription;
  readonly delivery: Delivery;
}

/** What is to be done about a subscription whose due time has come. */
export interface DueDecision {
  readonly claim:
    | {
        readonly date: CivilDate;
        readonly due: Temporal.Instant;
        readonly windowEnd: Temporal.Instant;
        readonly key: string;
      }
    | undefined;
  /** Dates, first and last, whose windows closed; they become one row. */
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

/** Who claims, and for how long. */
export interface Lease {
  /** Names the process, different at each start. */
  readonly owner: string;
  readonly now: Temporal.Instant;
  readonly until: Temporal.Instant;
}

export type SubscribeResult =
  | { readonly kind: 'created' | 'changed'; readonly subscription: Subscription }
  /** The server has as many as it may have. */
  | { readonly kind: 'full'; readonly limit: number };

/** An item as told to one subscription. */
export interface PostedItem {
  readonly item: string;
  /** Hash of what was told. */
  readonly hash: string;
  readonly round: number;
}

export type Settled =
  | {
      readonly state: 'posted';
      readonly messageId: string;
      readonly messageChannelId: string;
      /** What was told, and in which round. */
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
      /** The channel cannot be reached: the third local date in a row pauses the subscription. */
      readonly unreachable: boolean;
    };

/** What must survive a restart. Every method is one transaction; errors of the database are thrown. */
export interface Store {
  /** Makes the recap of this place, or changes the one that is there (an ended one lives again). */
  readonly subscribe: (order: {
    readonly place: RecapPlace;
    readonly settings: RecapSettings;
    readonly ownerId: string;
    readonly now: Temporal.Instant;
    readonly next: { readonly date: CivilDate; readonly due: Temporal.Instant };
    /** Most recaps of one server that are not ended. */
    readonly limit: number;
  }) => Promise<SubscribeResult>;
  readonly subscription: (id: string) => Promise<Subscription | undefined>;
  /** Those of a server or of a DM channel that are not ended, oldest first. */
  readonly subscriptions: (place: PlaceFilter) => Promise<readonly Subscription[]>;
  /** Gives the subscription as it is now; undefined where there is none or it is ended. */
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

  /** Notes when each item was first seen; gives all of the unit. */
  readonly recordFirstSeen: (
    unit: RecapUnit,
    items: readonly string[],
    now: Temporal.Instant,
  ) => Promise<ReadonlyMap<string, Temporal.Instant>>;

  /**
   * Turns due times into deliveries, oldest first: writes the intents and moves each subscription on, at once.
   * @param decide pure; told the subscription as it is. When it throws, `onFault` hears of it and the subscription
   *   is left alone for an hour.
   */
  readonly claimDue: (
    lease: Lease,
    range: { readonly dueFrom?: Temporal.Instant; readonly limit: number },
    decide: (subscription: Subscription) => DueDecision,
    onFault: (subscription: Subscription, error: unknown) => void,
  ) => Promise<{
    /** Subscriptions looked at; as many as `limit`: there may be more. */
    readonly seen: number;
    readonly claims: readonly Claim[];
  }>;
  /** Takes over deliveries that wait to be tried again, or whose process is gone, oldest first. */
  readonly claimOpen: (lease: Lease, limit: number) => Promise<readonly Claim[]>;
  /**
   * Writes that a request is about to leave. False where the delivery is no longer the caller's: then it must not.
   */
  readonly attempt: (
    lease: Lease,
    key: string,
    postedItem: Pick<PostedItem, 'item' | 'hash'>,
  ) => Promise<boolean>;
  /** Keeps claims. Gives the keys that are still the caller's. */
  readonly renew: (lease: Lease, keys: readonly string[]) => Promise<readonly string[]>;
  /** Gives the delivery back until `nextTry`. `resolved`: it is now known that nothing was posted. */
  readonly retry: (
    lease: Lease,
    key: string,
    order: {
      readonly nextTry: Temporal.Instant;
      readonly reason: DeliveryReason;
      readonly code?: number;
      readonly resolved: boolean;
    },
  ) => Promise<void>;
  /**
   * Ends a delivery. `posted` is written whoever holds the lease: a message that is known to exist is the truth.
   * Everything else is written only while the delivery is the caller's. `paused`: this one paused the subscription.
   */
  readonly settle: (
    lease: Lease,
    key: string,
    settled: Settled,
  ) => Promise<{ readonly written: boolean; readonly paused: boolean }>;
  /** Posted deliveries, settled before an instant, under which a thread is still to be opened. */
  readonly pendingThreads: (before: Temporal.Instant, limit: number) => Promise<readonly Claim[]>;
  readonly threadDone: (key: string) => Promise<void>;
  /** Gives back every claim of this owner, for others or for the next start. */
  readonly release: (owner: string) => Promise<void>;

  /** Takes back a claim of which nothing was posted, as if it had never been made. */
  readonly withdraw: (lease: Lease, key: string) => Promise<void>;

  /**
   * Plans anew, some at a time: the subscriptions that were planned later than an instant (the clock went back since),
   * or with other rules of the time zones than this process has. Gives how many.
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
    onFault: (subscription: Subscription, error: unknown) => void,
  ) => Promise<number>;
  /** The earliest instant at which there is something to do. */
  readonly nextWake: () => Promise<Temporal.Instant | undefined>;
  /** The recap that is planned next, anywhere. */
  readonly nextDue: () => Promise<{ readonly channelId: string; readonly due: Temporal.Instant } | undefined>;

  readonly note: (name: string) => Promise<string | undefined>;
  readonly setNote: (name: string, value: string) => Promise<void>;
  /** True for a database that no other process can be using. */
  readonly exclusive: boolean;
  readonly close: () => Promise<void>;
}

export type PlaceFilter = { readonly guildId: string } | { readonly dmChannelId: string };

/** Why a database cannot be used. The message is one sentence for the person who runs the bot, with what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: 'not-writable' | 'damaged' | 'newer' | 'in-use' | 'unreachable' | 'bad-address';

  constructor(code: StoreError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
