import type { Page } from '#pages/model.ts';

/** What is looked at right before a request leaves, however long it waited for a rate limit or a connection. */
export interface FinalCheck {
  /** Asked when nothing is left to wait for but the connection; false, or a rejection: the request must not leave. */
  readonly allows: () => Promise<boolean>;
  /** Asked as the first byte is about to be written: whether what `allows` said still holds. */
  readonly stillHolds: () => boolean;
}

/** A message to be posted. */
export interface PostOrder {
  readonly channelId: string;
  readonly page: Page;
  /**
   * At most 25 characters, sent with `enforce_nonce`: Discord answers a second request within a few minutes with
   * the message that the first one created (Create Message, docs.discord.com/developers/resources/message).
   * Forum posts take no nonce.
   */
  readonly nonce: string;
  /** The only roles that the message may ping; empty: no pings. */
  readonly allowedRoleIds: readonly string[];
  /** Aborted when the delivery is no longer ours. */
  readonly signal: AbortSignal;
  readonly finalCheck: FinalCheck;
}

/** Discord refused the request, and would again: a 4xx other than 429. */
export interface PostRefusal {
  readonly kind: 'refused';
  /** Discord's JSON error code, such as 50001 (Missing Access) or 10003 (Unknown Channel); 0 where there is none. */
  readonly code: number;
  /** HTTP status. */
  readonly status: number;
  /** Discord's error message, for the log. */
  readonly message: string;
}

/** A transient failure: 5xx, a final 429, a connection error, a timeout, an abort. */
export interface PostFailure {
  readonly kind: 'failed';
  /** HTTP status, if there was a response. */
  readonly status?: number;
  /** Milliseconds from Discord's `Retry-After`. */
  readonly retryAfter?: number;
  /**
   * `no`: Discord surely made no message (connection refused, name not resolved, 429).
   * `unknown`: it may have (5xx, connection cut, timeout, an answer that is no message).
   */
  readonly made: 'no' | 'unknown';
  readonly message: string;
}

/** The request did not leave: the final check refused it. */
export interface PostHeldBack {
  readonly kind: 'held';
  readonly message: string;
}

export interface PostSuccess {
  readonly kind: 'posted';
  readonly messageId: string;
  /** Channel of the message: the given one, or the thread that a forum created for it. */
  readonly channelId: string;
}

export type PostResult = PostSuccess | PostRefusal | PostFailure | PostHeldBack;

/** A message of this application in a channel. */
export interface OwnMessage {
  readonly id: string;
  readonly channelId: string;
  /** The custom ids of all its buttons and menus, and the values of its menus. */
  readonly customIds: readonly string[];
  readonly nonce?: string;
}

export type HistoryResult =
  | {
      readonly kind: 'read';
      /** Only messages of this application, newest first. */
      readonly messages: readonly OwnMessage[];
      /** True where everything between now and `since` was read. */
      readonly complete: boolean;
    }
  | PostRefusal
  | PostFailure;

export type ThreadResult =
  | { readonly kind: 'opened'; readonly threadId: string }
  /** 160004: the message has a thread already. */
  | { readonly kind: 'exists' }
  | PostRefusal
  | PostFailure;

/** `published`: now, or before (40033). */
export type PublishResult = { readonly kind: 'published' } | PostRefusal | PostFailure;

/** The tags that posts of a forum can get. */
export interface ForumTags {
  readonly kind: 'tags';
  readonly tags: readonly { readonly id: string; readonly name: string; readonly moderated: boolean }[];
  /** Each post must have one. */
  readonly required: boolean;
}

/**
 * How recaps reach Discord: REST alone, no client. It never throws for what Discord or the network does, sends each
 * request once, and waits for no rate limit longer than a few seconds: each call ends within some 20 s, `history`
 * within some 20 s a request.
 */
export interface Poster {
  readonly post: (order: PostOrder) => Promise<PostResult>;
  /**
   * Creates a post in a forum or media channel with the page as its first message. `name`: at most 100 characters;
   * `tagIds`: at most 5.
   */
  readonly openForumPost: (
    order: PostOrder & { readonly name: string; readonly tagIds: readonly string[] },
  ) => Promise<PostResult>;
  /** Publishes a message of an announcement channel to the channels that follow it. */
  readonly publish: (order: {
    readonly channelId: string;
    readonly messageId: string;
  }) => Promise<PublishResult>;
  /** The tags of a forum. */
  readonly forumTags: (channelId: string) => Promise<ForumTags | PostRefusal | PostFailure>;
  /** Opens a public thread under a message. */
  readonly openThread: (order: {
    readonly channelId: string;
    readonly messageId: string;
    /** At most 100 characters. */
    readonly name: string;
  }) => Promise<ThreadResult>;
  /**
   * Messages of this application in a channel: the newest 100 messages in any case, then further back to `since`, at
   * most 500 messages. For a forum the first messages of its posts: active threads, then the newest archived ones.
   */
  readonly history: (order: {
    readonly channelId: string;
    readonly forum: boolean;
    readonly since: Temporal.Instant;
  }) => Promise<HistoryResult>;
  /** Opens the DM with a person and posts there, without pings. */
  readonly directMessage: (order: {
    readonly userId: string;
    readonly page: Page;
    readonly nonce: string;
  }) => Promise<PostResult>;
}
