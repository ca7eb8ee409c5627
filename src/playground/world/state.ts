import type {
  APIApplicationCommand,
  APIMessage,
  APIOverwrite,
  APIRole,
  APIUser,
} from 'discord-api-types/v10';
import type { Faults } from '../faults/faults.ts';
import type { Wire } from '../faults/wire.ts';
import type { Changes } from './changes.ts';
import type { Clock } from './clock.ts';
import type { Interaction } from './interactions.ts';

/** Somebody who uses Discord here; see `Person` of the protocol. */
export interface PersonState {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  locale: string;
  permissions: string;
  readonly guildIds: readonly string[];
  readonly roleIds: readonly string[];
  /** False where the person takes no DMs from the bot (50007). */
  acceptsDms: boolean;
}

export interface GuildState {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly ownerId: string;
  botPermissions: bigint;
  botIsMember: boolean;
  readonly roles: readonly APIRole[];
}

/** What Discord keeps of a thread beside the channel. */
export interface ThreadState {
  readonly ownerId: string;
  readonly createdAt: number;
  readonly autoArchiveMinutes: number;
  archived: boolean;
  messageCount: number;
}

export interface ChannelState {
  readonly id: string;
  /** Discord's `ChannelType`. */
  readonly type: number;
  name: string;
  readonly guildId: string | undefined;
  readonly parentId: string | undefined;
  readonly position: number;
  readonly topic: string | undefined;
  /** Of DMs, the bot left out. */
  readonly recipientIds: readonly string[];
  /** False in DMs between others. */
  readonly botIsHere: boolean;
  overwrites: APIOverwrite[];
  readonly thread: ThreadState | undefined;
  /** Oldest first. */
  readonly messages: StoredMessage[];
  readonly byId: Map<string, StoredMessage>;
  /** The bot's nonces of late, with what they made. */
  readonly nonces: Map<string, { readonly at: number; readonly messageId: string }>;
}

export interface StoredMessage {
  /** As Discord would send it; replaced whole when it changes. */
  message: APIMessage;
  /** The one who sees it where it is private. */
  readonly onlyFor: string | undefined;
  /** Every file that came with it, those inside embeds too. */
  files: readonly FileState[];
}

/** An uploaded file, served from `/attachments/<channel>/<id>/<name>`. */
export interface FileState {
  readonly id: string;
  readonly channelId: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

export interface CommandState {
  readonly guildId: string | undefined;
  readonly command: APIApplicationCommand;
}

/** Everything that one playground knows. Several of them may live in one process. */
export interface World {
  readonly clock: Clock;
  readonly newId: () => string;
  /** Keeps new ids above one of an earlier run. */
  readonly raiseIds: (id: string) => void;
  readonly token: string;
  readonly applicationId: string;
  readonly user: APIUser;
  readonly people: Map<string, PersonState>;
  readonly guilds: Map<string, GuildState>;
  readonly channels: Map<string, ChannelState>;
  readonly files: Map<string, FileState>;
  readonly commands: Map<string, CommandState>;
  /** When commands were created, by `guildId` or `global`: 200 a day are allowed. */
  readonly creations: Map<string, number[]>;
  /** By token. */
  readonly interactions: Map<string, Interaction>;
  readonly changes: Changes;
  readonly faults: Faults;
  readonly wire: Wire;
  /** Tells the bot's sessions of an event; gives how many it went to. Set by the gateway. */
  dispatch: Dispatch;
  /** `http://127.0.0.1:<port>`, known once the server listens. */
  origin: string;
}

/** Sends an event to every session whose intents and shard it concerns. */
export type Dispatch = (
  event: string,
  data: object,
  to: { readonly guildId: string | undefined; readonly intent: number },
) => number;

/** What the bot may do before overwrites. */
export function guildOf(world: World, channel: ChannelState): GuildState | undefined {
  return channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
}
