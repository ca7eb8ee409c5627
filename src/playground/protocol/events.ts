import type { APIMessage, APIUser } from 'discord-api-types/v10';
import type { Fault, WireEntry } from './faults.ts';
import type { Reply } from './requests.ts';
import type { BotState, ChannelView, CommandView, Guild, PanelView, Person } from './views.ts';

/**
 * The protocol of the WebSocket `/playground/socket` between the web page and the server: one JSON message a
 * frame. The page sends requests, each with an id of its choosing; the server answers each with one reply of that id,
 * and sends events. The first event on a connection is a snapshot, and so is the one after `be`.
 * Messages, channels, roles, users and commands are Discord's API objects. Ids are snowflakes, times are milliseconds
 * since 1970 by the playground's clock, permissions are Discord's bit fields as decimal strings.
 */
export type ServerMessage = ServerEvent | Reply;

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
