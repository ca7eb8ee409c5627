import type { APIApplicationCommand, APIMessage, APIOverwrite, APIRole } from 'discord-api-types/v10';

/** A user of this Discord; see `Person` of the protocol. */
export interface PersonState {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  locale: string;
  permissions: string;
  readonly guildIds: readonly string[];
  readonly roleIds: readonly string[];
  /** False where the person rejects DMs from the bot (50007). */
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

/** State of a thread in addition to its channel. */
export interface ThreadState {
  readonly ownerId: string;
  readonly createdAt: number;
  readonly autoArchiveMinutes: number;
  archived: boolean;
  messageCount: number;
}

/** A tag that posts of a forum can get. */
export interface TagState {
  readonly id: string;
  readonly name: string;
  /** Given by people with Manage Threads alone. */
  readonly moderated: boolean;
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
  /** Members of a DM, without the bot. */
  readonly recipientIds: readonly string[];
  /** False in DMs without the bot. */
  readonly botIsHere: boolean;
  overwrites: APIOverwrite[];
  readonly thread: ThreadState | undefined;
  /** Of a forum: the tags of its posts. */
  tags: readonly TagState[];
  /** Of a forum: each post must have one. */
  requiresTag: boolean;
  /** Of a post in a forum. */
  readonly appliedTags: readonly string[];
  /** Oldest first. */
  readonly messages: StoredMessage[];
  readonly byId: Map<string, StoredMessage>;
  /** Recent nonces of the bot, with the messages that they created. */
  readonly nonces: Map<string, { readonly at: number; readonly messageId: string }>;
}

export interface StoredMessage {
  /** In Discord's format; replaced as a whole on a change. */
  message: APIMessage;
  /** The one person who sees a private message. */
  readonly onlyFor: string | undefined;
  /** All attached files, including those of embeds. */
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
