import type { APIApplicationCommand, APIChannel, APIRole } from 'discord-api-types/v10';

/** A frame that the gateway withholds while a connection is set up. */
export type WithheldFrame = 'hello' | 'ready' | 'resumed';

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
  /** Whether interactions go to the bot's interactions endpoint, and not by the gateway. */
  readonly byHttp: boolean;
  /** False while the gateway rejects connections. */
  readonly gatewayUp: boolean;
  /** What the gateway withholds. */
  readonly withheld: WithheldFrame | null;
  /** The number of shards that is recommended. */
  readonly shards: number;
}

/** A registered command with localizations and contexts. */
export interface CommandView {
  readonly command: APIApplicationCommand;
  /** Undefined for a global command. */
  readonly guildId?: string;
}

/** A panel of the host program, such as `clock` or `content`; its state is JSON that the host defines. */
export interface PanelView {
  readonly name: string;
  readonly state: Json;
  readonly actions: readonly string[];
}
