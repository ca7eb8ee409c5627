import type { RecapSettings } from './settings.ts';

export type { RecapFilter, RecapSettings, Weekday } from './settings.ts';

/** A civil date, `YYYY-MM-DD`. */
export type CivilDate = string;

/** The unit of what recaps tell. */
export type RecapUnit = 'session' | 'topic';

/** What a recap tells: a session or a topic a day, each new post once, or several sessions in one message. */
export const RECAP_KINDS = ['session', 'topic', 'new', 'digest'] as const;
export type RecapWhat = (typeof RECAP_KINDS)[number];

/** The unit that a recap's items are. */
export const unitOf = (what: RecapWhat): RecapUnit => (what === 'topic' ? 'topic' : 'session');

/**
 * Where recaps go: `channel` is any channel in which messages are sent directly (text, thread); what is posted in an
 * announcement channel is published to the channels that follow it.
 */
export const CHANNEL_KINDS = ['channel', 'announcement', 'forum', 'dm'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** Identifies a recap: one of each kind for a channel. */
export interface RecapPlace {
  /** Undefined in a DM. */
  readonly guildId: string | undefined;
  readonly channelId: string;
  readonly channelKind: ChannelKind;
  readonly what: RecapWhat;
}

export type PauseReason =
  /** Paused by a person. */
  | { readonly kind: 'asked' }
  /** Discord refused on three consecutive local dates, or for good; `code` is its last error code. */
  | { readonly kind: 'unreachable'; readonly code: number };

/** `ended`: unsubscribed; its history and progress are kept. */
export const SUBSCRIPTION_STATES = ['active', 'paused', 'ended'] as const;

export interface Subscription extends RecapPlace, RecapSettings {
  /** `[0-9a-z]{8}` */
  readonly id: string;
  /** The person who subscribed, or changed it last. */
  readonly ownerId: string;
  readonly createdAt: Temporal.Instant;
  /** Due times up to this instant are ignored: it was subscribed, changed or resumed then. */
  readonly activeFrom: Temporal.Instant;
  readonly state: (typeof SUBSCRIPTION_STATES)[number];
  readonly pauseReason: PauseReason | undefined;
  /** The next due time without a delivery. Undefined unless active, and for new posts, whose deliveries they make. */
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
export const DELIVERY_STATES = ['intended', 'posted', 'missed', 'failed', 'uncertain', 'nothing'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** The reason for a delivery's state, or its last error. */
export const DELIVERY_REASONS = [
  /** The bot was not running while the window was open. */
  'down',
  /** The machine's clock went past the window: it was moved, or the machine slept. */
  'clock',
  /** Paused or unsubscribed before it was posted. */
  'stopped',
  /** Discord refused: see `code`. */
  'refused',
  /** Discord did not respond, or with 5xx. */
  'unavailable',
  /** The page could not be drawn: an error of the bot, in the log. */
  'fault',
  /** All items are posted, and it does not repeat. */
  'all-told',
  /** There are no sessions or topics. */
  'empty',
  /** None that the filter lets through. */
  'filtered',
  /** The new post was gone again before it was told. */
  'gone',
] as const;
export type DeliveryReason = (typeof DELIVERY_REASONS)[number];

/**
 * Whether a message in an announcement channel was published to the channels that follow it. `wanted`: not yet.
 * `late`: Discord did not allow it in time (10 an hour for a channel). `refused`: never.
 */
export const PUBLICATIONS = ['wanted', 'published', 'late', 'refused'] as const;
export type Publication = (typeof PUBLICATIONS)[number];

/** A recap of one subscription on one local date, or the announcement of new posts. */
export interface Delivery {
  readonly subscriptionId: string;
  readonly date: CivilDate;
  /** It announces the new posts `item`, which were written down with the intent. */
  readonly announces: boolean;
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
  /** Id of the session or topic; those of several are parted by spaces. */
  readonly item: string | undefined;
  /** One for each id, parted likewise. */
  readonly itemHash: string | undefined;
  /** Channel of the message: the given one, or the thread that a forum created. */
  readonly messageChannelId: string | undefined;
  readonly messageId: string | undefined;
  /** When it reached its state. */
  readonly settledAt: Temporal.Instant | undefined;
  /** For `missed`: the first of the dates that this row covers. */
  readonly missedFrom: CivilDate | undefined;
  /** Undefined where there is nothing to publish. */
  readonly publication: Publication | undefined;
}

/** New posts to be announced by one subscription. */
export interface Announcement {
  readonly date: CivilDate;
  readonly due: Temporal.Instant;
  readonly windowEnd: Temporal.Instant;
  readonly key: string;
  /** Their ids, parted by spaces. */
  readonly item: string;
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

/** An item as posted for one subscription; of a delivery: several, whose ids and hashes are parted by spaces. */
export interface PostedItem {
  readonly item: string;
  /** Hash of the posted content. */
  readonly hash: string;
  readonly round: number;
}

export type DeliveryResult =
  | {
      readonly state: 'posted';
      readonly messageId: string;
      readonly messageChannelId: string;
      /** The posted item and its round. */
      readonly postedItem: PostedItem;
      /** A thread is to be opened under the message: `pendingThreads` lists it until `threadDone`. */
      readonly thread: boolean;
      /** It is to be published: `pendingPublications` lists it until `publicationDone`. */
      readonly publish: boolean;
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
      /** Whether it pauses the subscription: the third such date in a row, or this one. */
      readonly pauses: 'never' | 'third-date' | 'at-once';
    };

/** What became of a question: the posts do not cover it, or a person marked its answer. */
export const FEEDBACK_KINDS = ['none', 'wrong', 'right'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** One question; nothing says who asked it. */
export interface FeedbackEntry {
  readonly at: Temporal.Instant;
  readonly kind: FeedbackKind;
  /** Undefined where the server has not opted in, and in DMs. */
  readonly question: string | undefined;
  /** The section that comes closest. */
  readonly nearest: { readonly session: string; readonly section: string } | undefined;
}
