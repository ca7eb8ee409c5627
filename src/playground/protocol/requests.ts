import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { FaultKind, RoutePattern, WirePayload } from './faults.ts';
import type { Json, WithheldFrame } from './views.ts';

/** The value of an option. Users, roles, channels: their id. Attachments are not supported. */
export type OptionValue = string | number | boolean;

/** The name and options of a slash command. */
export interface Invocation {
  readonly commandId: string;
  /** `subcommand`, or `group subcommand`. */
  readonly subcommand?: string;
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** A choice in a menu: the values of its options, or ids for user, role and channel menus. */
export interface MenuChoice {
  readonly messageId: string;
  readonly customId: string;
  readonly values: readonly string[];
}

/** A thread that a person opens. */
export interface ThreadWish {
  readonly name: string;
  /** The message on which it stands. */
  readonly messageId?: string;
  /** The first message of a forum's post. */
  readonly content?: string;
}

/** A request by the page. `id` is any number that is new on this connection. */
export type PageRequest = { readonly id: number } & PageAction;

/** The requests; the `result` of their replies follows from `do` (see {@link Results}). */
export type PageAction =
  /** Act as this person from now on. A new snapshot follows the reply. */
  | { readonly do: 'be'; readonly personId: string }
  /** Send a plain message into a channel, as the person; `replyTo` is the message that it answers. */
  | {
      readonly do: 'say';
      readonly channelId: string;
      readonly content: string;
      readonly replyTo?: string | undefined;
    }
  /** Older messages than `before` (a message id), oldest first. */
  | { readonly do: 'history'; readonly channelId: string; readonly before?: string; readonly limit?: number }
  | ({ readonly do: 'invoke'; readonly channelId: string } & Invocation)
  /** Completes `focused`, whose text so far is in `options`. */
  | ({ readonly do: 'complete'; readonly channelId: string; readonly focused: string } & Invocation)
  | {
      readonly do: 'press';
      readonly channelId: string;
      readonly messageId: string;
      readonly customId: string;
    }
  | ({ readonly do: 'choose'; readonly channelId: string } & MenuChoice)
  | {
      readonly do: 'submit';
      readonly interactionId: string;
      /** By the inputs' custom ids. */
      readonly values: Readonly<Record<string, string | readonly string[]>>;
    }
  /** An entry of a message's menu. */
  | {
      readonly do: 'message-command';
      readonly channelId: string;
      readonly commandId: string;
      readonly messageId: string;
    }
  /** Dismiss a private reply. */
  | { readonly do: 'dismiss'; readonly channelId: string; readonly messageId: string }
  /** A post of a forum, with its first message; a thread on a message; else one by itself. */
  | ({ readonly do: 'create-thread'; readonly channelId: string } & ThreadWish)
  | { readonly do: 'payload'; readonly entry: number }
  | { readonly do: 'clear-wire' }
  | {
      readonly do: 'fault';
      readonly fault: FaultKind;
      readonly route: RoutePattern;
      /** Number of requests, null for all until cleared. */
      readonly times: number | null;
    }
  /** Clears one fault, or all; held requests go on. */
  | { readonly do: 'clear-faults'; readonly fault?: string }
  /**
   * `cut`: drop the connection (the bot resumes). `reconnect`: op 7. `invalidate`: op 9, the session
   * ends. `down` / `up`: reject connections until it is up again. `forget`: drop, and reject the next resume.
   */
  | {
      readonly do: 'gateway';
      readonly action: 'cut' | 'reconnect' | 'invalidate' | 'forget' | 'down' | 'up';
    }
  /** The gateway stays open and withholds this frame, null: nothing. Heartbeats are answered. */
  | { readonly do: 'withheld'; readonly withheld: WithheldFrame | null }
  /** Recommends so many shards; sessions of a bot with too few are closed (4011). */
  | { readonly do: 'shards'; readonly shards: number }
  /** Revokes permissions of the bot in a channel, or in a whole server; or restores them. */
  | {
      readonly do: 'permit';
      readonly where: { readonly channelId: string } | { readonly guildId: string };
      readonly permissions: string;
      readonly allowed: boolean;
    }
  /** Changes a person's locale or permissions. */
  | {
      readonly do: 'person';
      readonly personId: string;
      readonly locale?: string;
      readonly permissions?: string;
    }
  | { readonly do: 'panel'; readonly panel: string; readonly action: string; readonly input?: Json };

/** The `result` of a reply, by the request's `do`. */
export interface Results {
  readonly be: null;
  readonly say: { readonly message: APIMessage };
  readonly history: { readonly messages: readonly APIMessage[] };
  readonly invoke: Outcome;
  readonly complete: Outcome;
  readonly press: Outcome;
  readonly choose: Outcome;
  readonly submit: Outcome;
  readonly 'message-command': Outcome;
  readonly dismiss: null;
  readonly 'create-thread': { readonly channelId: string };
  readonly payload: WirePayload;
  readonly 'clear-wire': null;
  readonly fault: { readonly id: string };
  readonly 'clear-faults': null;
  readonly gateway: null;
  readonly withheld: null;
  readonly shards: null;
  readonly permit: null;
  readonly person: null;
  readonly panel: Json;
}

/** The outcome of an interaction's first response. */
export type Outcome =
  /** A new message in the channel; thinking where `flags & 128`. An `event: 'message'` follows too. */
  | { readonly kind: 'message'; readonly message: APIMessage }
  /** The message that was pressed has changed. */
  | { readonly kind: 'update'; readonly message: APIMessage }
  /** Acknowledged without a change (type 6); an edit may follow. */
  | { readonly kind: 'acknowledged' }
  | {
      readonly kind: 'modal';
      readonly interactionId: string;
      readonly modal: APIModalInteractionResponseCallbackData;
    }
  | { readonly kind: 'choices'; readonly choices: readonly APIApplicationCommandOptionChoice[] }
  /** "The application did not respond": no answer within 3 seconds, or no bot there. */
  | { readonly kind: 'failed'; readonly reason: 'no-answer' | 'no-bot' };

/** The answer to a request. A refusal (`ok: false`) says why in English: it is a bug of the page or a stale control. */
export type Reply =
  | { readonly reply: number; readonly ok: true; readonly result: Results[keyof Results] }
  | { readonly reply: number; readonly ok: false; readonly error: string };
