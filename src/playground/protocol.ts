import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIChannel,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIRole,
  APIUser,
} from 'discord-api-types/v10';

/**
 * The protocol of the WebSocket `/playground/socket` between the web page and the server: one JSON message a
 * frame. The page sends requests, each with an id of its choosing; the server answers each with one reply of that id,
 * and sends events. The first event on a connection is a snapshot, and so is the one after `be`.
 * Messages, channels, roles, users and commands are Discord's API objects. Ids are snowflakes, times are milliseconds
 * since 1970 by the playground's clock, permissions are Discord's bit fields as decimal strings.
 */
export type ServerMessage = ServerEvent | Reply;

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A user of this Discord. */
export interface Person {
  readonly id: string;
  /** The handle, lower case. */
  readonly username: string;
  /** The display name. */
  readonly name: string;
  /** Discord's locale, such as `ko` or `en-US`. */
  readonly locale: string;
  /** The person's permissions in a server, before overwrites of channels. */
  readonly permissions: string;
  /** Ids of the person's servers. */
  readonly guildIds: readonly string[];
  /** Ids of the person's roles. */
  readonly roleIds: readonly string[];
}

/** A server. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  /** `preferred_locale`. */
  readonly locale: string;
  readonly ownerId: string;
  /** The bot's permissions, before overwrites of channels. */
  readonly botPermissions: string;
  /** False in a server without the bot, where people have installed the app for themselves (user install). */
  readonly botIsMember: boolean;
  readonly roles: readonly APIRole[];
}

/** A channel as this person sees it. */
export interface ChannelView {
  /** Discord's object: its `type` tells text, announcement, thread, forum, DM and group DM. */
  readonly channel: APIChannel;
  /** The person's permissions here. */
  readonly permissions: string;
  /** The bot's permissions here. */
  readonly appPermissions: string;
  /** False without the bot (a group of others, a server without the bot). */
  readonly botIsHere: boolean;
}

/** The bot's connection. `connected` is false while the gateway is cut or no bot has identified yet. */
export interface BotState {
  readonly connected: boolean;
  readonly sessions: number;
  /** False while the gateway rejects connections. */
  readonly gatewayUp: boolean;
}

/** The REST requests that a fault matches: `POST /channels/:id/messages`, `* /interactions/*`, or `*` for all. */
export type RoutePattern = string;

/** The effect of a fault on a REST request. */
export type FaultKind =
  /** Answered with this status and not executed. 429 carries `retryAfter` seconds. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfter?: number;
      readonly global?: boolean;
    }
  /** Executed after so many milliseconds, or once released where `ms` is null. */
  | { readonly kind: 'delay'; readonly ms: number | null }
  /** Executed at once, but answered after so many milliseconds, or once released where `ms` is null. */
  | { readonly kind: 'late'; readonly ms: number | null }
  /** The connection is cut before the request has any effect. */
  | { readonly kind: 'cut' }
  /** The request takes effect, and the connection is cut before the reply. */
  | { readonly kind: 'lost' };

/** An active fault. `left`: number of further requests, null for all until it is cleared. */
export type Fault = FaultKind & {
  readonly id: string;
  readonly route: RoutePattern;
  readonly left: number | null;
};

/** One line of the wire. Tokens are redacted. */
export interface WireEntry {
  readonly id: number;
  readonly at: number;
  /** `rest`: a request of the bot. `dispatch`: gateway to bot. `receive`: bot to gateway. */
  readonly kind: 'rest' | 'dispatch' | 'receive';
  /** `POST`, or the gateway's opcode by name (`Dispatch`, `Heartbeat`, …). */
  readonly method: string;
  /** The path with its query, or the event's name. */
  readonly path: string;
  /** HTTP status; for the gateway undefined. 0 where a fault cut the connection. */
  readonly status?: number;
  /** Bytes of the body that carries the payload: the request's for REST, the frame's for the gateway. */
  readonly bytes: number;
  /** Bytes of the response's body. */
  readonly responseBytes?: number;
  readonly ms: number;
  /** Discord's error. */
  readonly error?: DiscordRefusal;
  /** Id of the fault that it matched. */
  readonly fault?: FaultKind['kind'];
}

/** Discord's error body. */
export interface DiscordRefusal {
  readonly code: number;
  readonly message: string;
  readonly errors?: Json;
}

/** A line of the wire with its payload. */
export interface WirePayload {
  readonly request: Json;
  readonly response: Json;
}

/** A panel of the host program, such as `clock` or `content`; its state is JSON that the host defines. */
export interface PanelView {
  readonly name: string;
  readonly state: Json;
  readonly actions: readonly string[];
}

/** The complete state, as the page's person sees it. */
export interface Snapshot {
  readonly event: 'snapshot';
  /** The id of the person that this page acts as. */
  readonly me: string;
  readonly now: number;
  readonly people: readonly Person[];
  readonly bot: BotState;
  /** The bot's user and its application's id. */
  readonly application: { readonly id: string; readonly name: string; readonly user: APIUser };
  readonly guilds: readonly Guild[];
  readonly channels: readonly ChannelView[];
  /** The last 100 messages of each channel, oldest first, other people's private replies left out. */
  readonly messages: Readonly<Record<string, readonly APIMessage[]>>;
  readonly commands: readonly CommandView[];
  readonly faults: readonly Fault[];
  /** The last 300, newest first. */
  readonly wire: readonly WireEntry[];
  readonly panels: readonly PanelView[];
}

/** A registered command with localizations and contexts. */
export interface CommandView {
  readonly command: APIApplicationCommand;
  /** Undefined for a global command. */
  readonly guildId?: string;
}

/**
 * Events by the server.
 *
 * A message is a Discord message object: `flags & 64` is private ("Only you can see this"), `flags & 128` is
 * "thinking…". Attachments are served from `/attachments/…` of this server. `interaction_metadata` tells who asked.
 */
export type ServerEvent =
  | Snapshot
  /** A message is new or has changed. */
  | { readonly event: 'message'; readonly message: APIMessage }
  | { readonly event: 'message-gone'; readonly channelId: string; readonly messageId: string }
  | { readonly event: 'channel'; readonly channel: ChannelView }
  | { readonly event: 'channel-gone'; readonly channelId: string }
  | { readonly event: 'guild'; readonly guild: Guild }
  | { readonly event: 'people'; readonly people: readonly Person[] }
  | { readonly event: 'commands'; readonly commands: readonly CommandView[] }
  | { readonly event: 'typing'; readonly channelId: string; readonly userId: string }
  | { readonly event: 'bot'; readonly bot: BotState }
  | { readonly event: 'faults'; readonly faults: readonly Fault[] }
  | { readonly event: 'wire'; readonly entries: readonly WireEntry[] }
  | { readonly event: 'panel'; readonly panel: PanelView };

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

/** A request by the page. `id` is any number that is new on this connection. */
export type PageRequest = { readonly id: number } & PageAction;

/** The requests; the `result` of their replies follows from `do` (see {@link Results}). */
export type PageAction =
  /** Act as this person from now on. A new snapshot follows the reply. */
  | { readonly do: 'be'; readonly personId: string }
  /** Send a plain message into a channel, as the person. */
  | { readonly do: 'say'; readonly channelId: string; readonly content: string }
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
  | { readonly do: 'create-thread'; readonly channelId: string; readonly name: string }
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
  readonly permit: null;
  readonly person: null;
  readonly panel: Json;
}

/** The answer to a request. A refusal (`ok: false`) says why in English: it is a bug of the page or a stale control. */
export type Reply =
  | { readonly reply: number; readonly ok: true; readonly result: Results[keyof Results] }
  | { readonly reply: number; readonly ok: false; readonly error: string };

/**
 * State of the panel `clock`, if the host runs recaps. Its action `advance` takes `{ "to": "recap" | "day", "locale":
 * string }`: advances the clock to the next due recap, or by one civil day; recaps on the way are posted. It returns
 * `{ "notes": string[] }`: why recaps were not posted, a sentence each, in the locale's language.
 */
export interface ClockPanel {
  readonly now: number;
  /** IANA zone for the boundaries of days. */
  readonly timeZone: string;
  /** The next recap; null without subscriptions. */
  readonly next: { readonly at: number; readonly channelId: string } | null;
}

/**
 * State of the panel `content`: what was loaded, files with errors first. Its action `pages` takes
 * `{ "file": string, "locale": string }` and returns the `PreviewPage[]` of this file.
 */
export interface ContentPanel {
  /** The folder as configured. */
  readonly dir: string;
  /** Changes with every reload. */
  readonly version: string;
  readonly files: readonly ContentFile[];
}

export interface ContentFile {
  /** Path below the folder. */
  readonly file: string;
  /** The session's title; empty for other files, such as topics.yml. */
  readonly title: string;
  readonly findings: readonly ContentFinding[];
  /** Time of the last change seen by this program, or null. */
  readonly changedAt: number | null;
}

export interface ContentFinding {
  readonly level: 'error' | 'warning';
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/**
 * One page of the library as Discord would draw it. `GET /playground/preview.json?locale=ko` returns
 * `PreviewPage[]`, 404 without a source.
 */
export interface PreviewPage {
  /** Its heading, such as the session's title. Pages of a group are adjacent. */
  readonly group: string;
  /** The route as its controls encode it. */
  readonly route: string;
  readonly title: string;
  /** For an attached file, `attachments[].url` is an address on this server. */
  readonly message: Pick<APIMessage, 'content' | 'embeds' | 'components' | 'attachments'>;
  /** Findings of `check` and of the page itself, a sentence each. */
  readonly warnings: readonly string[];
}
