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
 * What the web page and the server say to each other over the WebSocket `/playground/socket`: one JSON message a
 * frame. The page sends requests, each with an id of its choosing; the server answers each with one reply of that id,
 * and tells of everything else in events. The first event on a connection is a snapshot; so is the one after `be`.
 * Messages, channels, roles, users and commands are Discord's API objects. Ids are snowflakes, times are milliseconds
 * since 1970 by the playground's clock, permissions are Discord's bit fields as decimal strings.
 */
export type ServerMessage = ServerEvent | Reply;

/** Anything that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Somebody who uses Discord here. */
export interface Person {
  readonly id: string;
  /** The handle, lower case. */
  readonly username: string;
  /** The name that is shown. */
  readonly name: string;
  /** Discord's locale, such as `ko` or `en-US`. */
  readonly locale: string;
  /** What the person may do in a server before the channels' overwrites. */
  readonly permissions: string;
  /** The servers that the person is in. */
  readonly guildIds: readonly string[];
  /** Roles in these servers. */
  readonly roleIds: readonly string[];
}

/** A server. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  /** `preferred_locale`. */
  readonly locale: string;
  readonly ownerId: string;
  /** What the bot may do before the channels' overwrites. */
  readonly botPermissions: string;
  /** False where the bot is no member and people bring the app along (user install). */
  readonly botIsMember: boolean;
  readonly roles: readonly APIRole[];
}

/** A channel as this person sees it. */
export interface ChannelView {
  /** Discord's object: its `type` tells text, announcement, thread, forum, DM and group DM. */
  readonly channel: APIChannel;
  /** What the page's person may do here. */
  readonly permissions: string;
  /** What the bot may do here. */
  readonly appPermissions: string;
  /** False where the bot takes no part (a group of others, a server without the bot). */
  readonly botIsHere: boolean;
}

/** Whether the bot is there. `connected` is false while the gateway is cut or nobody has identified yet. */
export interface BotState {
  readonly connected: boolean;
  readonly sessions: number;
  /** False while the gateway refuses connections. */
  readonly gatewayUp: boolean;
}

/** Which REST requests a fault meets: `POST /channels/:id/messages`, `* /interactions/*`, or `*` for all. */
export type RoutePattern = string;

/** What goes wrong with a REST request. */
export type FaultKind =
  /** Answered with this status and not carried out. 429 carries `retryAfter` seconds. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfter?: number;
      readonly global?: boolean;
    }
  /** Carried out only after so many milliseconds, or once released where `ms` is null. */
  | { readonly kind: 'delay'; readonly ms: number | null }
  /** Carried out at once, but answered only after so many milliseconds, or once released where `ms` is null. */
  | { readonly kind: 'late'; readonly ms: number | null }
  /** The connection is cut before the request has any effect. */
  | { readonly kind: 'cut' }
  /** The request takes effect, and the connection is cut before the reply. */
  | { readonly kind: 'lost' };

/** A fault that is set. `left` is how many more requests it meets, null for all until it is cleared. */
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
  /** Discord's refusal. */
  readonly error?: DiscordRefusal;
  /** Which fault met it. */
  readonly fault?: FaultKind['kind'];
}

/** The error body that Discord answers with. */
export interface DiscordRefusal {
  readonly code: number;
  readonly message: string;
  readonly errors?: Json;
}

/** A line of the wire in full. */
export interface WirePayload {
  readonly request: Json;
  readonly response: Json;
}

/** A panel that the host program contributes, such as `clock` or `content`; its state is the host's own JSON. */
export interface PanelView {
  readonly name: string;
  readonly state: Json;
  readonly actions: readonly string[];
}

/** Everything at once, as the page's person sees it. */
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

/** A registered command with both localization maps, and where it can be used. */
export interface CommandView {
  readonly command: APIApplicationCommand;
  /** Undefined for a global command. */
  readonly guildId?: string;
}

/**
 * What the server tells on its own.
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

/** What an interaction comes to, at its first answer. */
export type Outcome =
  /** A new message stands in the channel; thinking where `flags & 128`. An `event: 'message'` tells it too. */
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

/** A typed value of an option. Users, roles, channels: their id. Attachments are not offered. */
export type OptionValue = string | number | boolean;

/** How a slash command is named and filled in. */
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

/** What the page asks for. `id` is any number that the page has not used before on this connection. */
export type PageRequest = { readonly id: number } & PageAction;

/** The requests and, by `do`, what their replies' `result` is (see {@link Results}). */
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
      /** How many requests, null for all until cleared. */
      readonly times: number | null;
    }
  /** Clears one fault, or all; held requests go on. */
  | { readonly do: 'clear-faults'; readonly fault?: string }
  /**
   * `cut`: close the connection without a word (the bot resumes). `reconnect`: op 7. `invalidate`: op 9, the session
   * is gone. `down` / `up`: refuse connections until it is up again. `forget`: cut, and the next resume is refused.
   */
  | {
      readonly do: 'gateway';
      readonly action: 'cut' | 'reconnect' | 'invalidate' | 'forget' | 'down' | 'up';
    }
  /** Takes permissions from the bot in a channel, or in a whole server; or gives them back. */
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

/** What a reply's `result` holds, by the request's `do`. */
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
 * State of the panel `clock`, where the host runs recaps. Its action `advance` takes `{ "to": "recap" | "day" }`: runs
 * the clock forward to the next recap that is due, or by one civil day; recaps on the way are posted.
 */
export interface ClockPanel {
  readonly now: number;
  /** IANA zone in which a day is counted. */
  readonly timeZone: string;
  /** The next recap; null where nobody subscribed. */
  readonly next: { readonly at: number; readonly channelId: string } | null;
}

/**
 * State of the panel `content`: what was loaded, files with errors first. Its action `pages` takes
 * `{ "file": string, "locale": string }` and gives the `PreviewPage[]` that this file feeds.
 */
export interface ContentPanel {
  /** The folder as the owner named it. */
  readonly dir: string;
  /** Changes with every reload. */
  readonly version: string;
  readonly files: readonly ContentFile[];
}

export interface ContentFile {
  /** Path below the folder. */
  readonly file: string;
  /** The session's title; empty for files that are no post, such as topics.yml. */
  readonly title: string;
  readonly findings: readonly ContentFinding[];
  /** When this program last saw it change, or null since the start. */
  readonly changedAt: number | null;
}

export interface ContentFinding {
  readonly level: 'error' | 'warning';
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/**
 * One page of the library as Discord would draw it. `GET /playground/preview.json?locale=ko` answers with
 * `PreviewPage[]`, 404 where the host offers none.
 */
export interface PreviewPage {
  /** Heading that it stands under, such as the session's title. Pages of a group follow one another. */
  readonly group: string;
  /** The route as its controls write it. */
  readonly route: string;
  readonly title: string;
  /** Where a file goes along, `attachments[].url` is an address on this server. */
  readonly message: Pick<APIMessage, 'content' | 'embeds' | 'components' | 'attachments'>;
  /** Findings of `check` and of the page itself, a sentence each. */
  readonly warnings: readonly string[];
}
