import type { APIApplicationCommand, APIMessage, APIOverwrite, APIRole } from 'discord-api-types/v10';

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
