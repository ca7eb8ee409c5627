import type { Page } from '#pages/model.ts';

/** A message to be posted. */
export interface PostOrder {
  readonly channelId: string;
  readonly page: Page;
  /**
   * At most 25 characters, sent with `enforce_nonce`: Discord then answers a second request within a few minutes with
   * the message that the first one made (Create Message, docs.discord.com/developers/resources/message).
   * Starting a post in a forum takes no nonce.
   */
  readonly nonce: string;
  /** The only roles that the message may ping; empty: it pings nobody. */
  readonly allowedRoleIds: readonly string[];
  /** Aborted when the delivery is no longer ours: a request that still waits in a queue must then not be sent. */
  readonly signal: AbortSignal;
}

/** Discord refused, and would refuse the same request again: a 4xx other than 429. */
export interface Refused {
  readonly kind: 'refused';
  /** Discord's JSON error code, such as 50001 (Missing Access) or 10003 (Unknown Channel); 0 where there is none. */
  readonly code: number;
  /** HTTP status. */
  readonly status: number;
  /** Discord's sentence, for the log. */
  readonly message: string;
}

/** It did not work this time: 5xx, 429 that was not waited for, a cut or refused connection, a timeout, an abort. */
export interface Failed {
  readonly kind: 'failed';
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** Milliseconds that Discord asked to wait. */
  readonly retryAfter?: number;
  /**
   * `no`: Discord surely made no message (connection refused, name not resolved, aborted while queued, 429).
   * `unknown`: it may have (5xx, connection cut, timeout).
   */
  readonly made: 'no' | 'unknown';
  readonly message: string;
}

export interface Posted {
  readonly kind: 'posted';
  readonly messageId: string;
  /** Where the message stands: the channel, or the thread that a forum made for it. */
  readonly channelId: string;
}

export type PostResult = Posted | Refused | Failed;

/** A message of this application, as found in a channel. */
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
      /** Messages of this application alone, newest first. */
      readonly messages: readonly OwnMessage[];
      /** True where nothing between now and `since` was left unread. */
      readonly complete: boolean;
    }
  | Refused
  | Failed;

export type ThreadResult =
  | { readonly kind: 'opened'; readonly threadId: string }
  /** 160004: the message has one already. */
  | { readonly kind: 'exists' }
  | Refused
  | Failed;

/**
 * How recaps reach Discord: REST alone, no client. It never throws for what Discord or the network does. Each call
 * ends in bounded time (some 30 s after its request left the queue).
 */
export interface Poster {
  readonly post: (order: PostOrder) => Promise<PostResult>;
  /** Starts a post in a forum or media channel with the page as its first message. `name`: at most 100 characters. */
  readonly openForumPost: (order: PostOrder & { readonly name: string }) => Promise<PostResult>;
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
  /** Opens the DM with a person and posts there. Pings nobody. */
  readonly directMessage: (order: {
    readonly userId: string;
    readonly page: Page;
    readonly nonce: string;
  }) => Promise<PostResult>;
}
