import type {
  Announcement,
  CivilDate,
  Claim,
  DeliveryReason,
  DeliveryResult,
  DueDecision,
  FeedbackEntry,
  Lease,
  PauseReason,
  PostedItem,
  Publication,
  RecapPlace,
  RecapSettings,
  RecapUnit,
  SubscribeResult,
  Subscription,
} from './model.ts';

/** Persistent state. Every method is one transaction; database errors are thrown. */
export interface Store {
  /** Creates the recap of this place, or changes the existing one (reviving an ended one). */
  readonly subscribe: (order: {
    readonly place: RecapPlace;
    readonly settings: RecapSettings;
    readonly ownerId: string;
    readonly now: Temporal.Instant;
    /** Undefined for new posts. */
    readonly next: { readonly date: CivilDate; readonly due: Temporal.Instant } | undefined;
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
    next: { readonly date: CivilDate; readonly due: Temporal.Instant } | undefined,
  ) => Promise<Subscription | undefined>;
  /** Changes the settings of a subscription that has not ended, and nothing of where it stands. */
  readonly change: (
    id: string,
    order: {
      readonly settings: RecapSettings;
      readonly ownerId: string;
      /** Where its times change: from when on, and the next one. */
      readonly timetable:
        | {
            readonly now: Temporal.Instant;
            readonly next: { readonly date: CivilDate; readonly due: Temporal.Instant } | undefined;
          }
        | undefined;
    },
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

  /**
   * Records when each item was first seen. Announcements of what is seen for the first time are written with it, so that
   * they are made once whatever happens to this process or to others.
   * @param announce told each active subscription to new posts, the items that this call has added, and those that
   *   were known before; pure
   */
  readonly addFirstSeen: (
    unit: RecapUnit,
    items: readonly string[],
    now: Temporal.Instant,
    announce?: (
      subscription: Subscription,
      added: ReadonlySet<string>,
      known: ReadonlyMap<string, Temporal.Instant>,
    ) => readonly Announcement[],
  ) => Promise<void>;
  /** The same; returns when each item of the unit was first seen. */
  readonly recordFirstSeen: (
    ...of: Parameters<Store['addFirstSeen']>
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
    /** What was written down as missed: a delivery for all dates of a subscription. */
    readonly missed: readonly Claim[];
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
    settled: DeliveryResult,
  ) => Promise<{ readonly written: boolean; readonly paused: boolean }>;
  /** Deliveries settled before an instant whose thread is not opened yet. */
  readonly pendingThreads: (before: Temporal.Instant, limit: number) => Promise<readonly Claim[]>;
  readonly threadDone: (key: string) => Promise<void>;
  /** Deliveries whose message is to be published by now, oldest first. */
  readonly pendingPublications: (now: Temporal.Instant, limit: number) => Promise<readonly Claim[]>;
  /** `wanted`: tried again from `nextTry` on. */
  readonly setPublication: (
    key: string,
    order:
      | { readonly state: 'wanted'; readonly nextTry: Temporal.Instant }
      | { readonly state: Exclude<Publication, 'wanted'> },
  ) => Promise<void>;
  /** True once, until something is posted again: its owner is to be told that there is nothing left to tell. */
  readonly runDry: (subscriptionId: string) => Promise<boolean>;
  /**
   * Deletes settled deliveries from before an instant, at most `limit`; gives how many. What is needed so that nothing
   * is posted twice stays: what was told, the newest delivery of each subscription, and whatever is not finished.
   */
  readonly pruneHistory: (before: Temporal.Instant, limit: number) => Promise<number>;
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

  /**
   * Keeps what became of a question; its text and its server only where that has opted in. An `id` that is there already
   * is overwritten: who changes their mind counts once.
   */
  readonly keepFeedback: (
    order: FeedbackEntry & { readonly id: string; readonly guildId: string | undefined },
  ) => Promise<void>;
  /** Newest first: of one server, or everything. */
  readonly feedback: (guildId: string | undefined, limit: number) => Promise<readonly FeedbackEntry[]>;
  /** Deletes what is older, at most `limit`; gives how many. */
  readonly pruneFeedback: (before: Temporal.Instant, limit: number) => Promise<number>;
  /** Deletes what is kept of one server, or everything; gives how many. */
  readonly forgetFeedback: (guildId: string | undefined) => Promise<number>;
  /** Whether a server has opted in to its questions being kept. */
  readonly keepsFeedback: (guildId: string) => Promise<boolean>;
  /** Opts a server in; or out, with which everything that was kept of it is deleted. */
  readonly setFeedback: (guildId: string, keeps: boolean) => Promise<void>;

  /** The vectors that a model gave for texts, by their hashes; those that are kept. */
  readonly vectors: (model: string, hashes: readonly string[]) => Promise<ReadonlyMap<string, Float32Array>>;
  /** Keeps vectors of a model, in place of earlier ones. */
  readonly keepVectors: (model: string, vectors: ReadonlyMap<string, Float32Array>) => Promise<void>;
  /** Deletes the vectors of all models for other texts than these; gives how many. */
  readonly pruneVectors: (hashes: ReadonlySet<string>) => Promise<number>;

  readonly note: (name: string) => Promise<string | undefined>;
  readonly setNote: (name: string, value: string) => Promise<void>;
  /**
   * Takes a lease that processes share by its name, or extends the caller's own. `until` not after `now` gives it back.
   * False where another one holds it.
   */
  readonly hold: (name: string, lease: Lease) => Promise<boolean>;
  /** @throws StoreError where the database cannot be used any more, or is not the one that was opened. */
  readonly check: () => Promise<void>;
  /** True for a database that no other process can be using. */
  readonly exclusive: boolean;
  readonly close: () => Promise<void>;
}

export type PlaceFilter = { readonly guildId: string } | { readonly dmChannelId: string };
