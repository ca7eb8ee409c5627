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
