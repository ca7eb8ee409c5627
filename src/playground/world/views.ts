import {
  type APIChannel,
  type APIGuildMember,
  type APIInteractionDataResolvedChannel,
  type APIMessage,
  type APIUser,
  ChannelFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { ChannelView, Guild, Person } from '../protocol/views.ts';
import type { ChannelState, FileState, GuildState, PersonState } from './entities.ts';
import { botPermissions, has, personPermissions } from './permissions.ts';
import { timeOf } from './snowflake.ts';
import { guildOf, type World } from './state.ts';

/** A person as Discord's user object (Resources, "User"). */
export function apiUser(person: PersonState): APIUser {
  return {
    id: person.id,
    username: person.username,
    discriminator: '0',
    global_name: person.name,
    avatar: null,
    public_flags: 0,
  } as unknown as APIUser;
}

/** The user with an id, a person or the bot. */
export function userOf(world: World, id: string): APIUser | undefined {
  if (id === world.user.id) return world.user;
  const person = world.people.get(id);
  return person === undefined ? undefined : apiUser(person);
}

/** A server without its channels and members (Resources, "Guild", guild object). */
export function apiGuild(guild: GuildState): object {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    roles: guild.roles,
    emojis: [],
    stickers: [],
    features: [],
  };
}

/** A member of a server without `user` and permissions (Resources, "Guild", guild member object). */
export function apiMember(person: PersonState): Omit<APIGuildMember, 'user'> {
  return {
    avatar: null,
    banner: null,
    nick: null,
    roles: [...person.roleIds],
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    premium_since: null,
    communication_disabled_until: null,
    pending: false,
    deaf: false,
    mute: false,
    flags: 0,
  } as unknown as Omit<APIGuildMember, 'user'>;
}

/** A channel as Discord sends it (Resources, "Channel"). */
export function apiChannel(world: World, channel: ChannelState): APIChannel {
  const last = channel.messages.findLast((stored) => stored.onlyFor === undefined);
  const common = { id: channel.id, type: channel.type, last_message_id: last?.message.id ?? null, flags: 0 };
  if (channel.guildId === undefined) {
    const recipients = channel.recipientIds.flatMap((id) => userOf(world, id) ?? []);
    const name = channel.recipientIds.length > 1 ? { name: channel.name, icon: null, owner_id: null } : {};
    return { ...common, ...name, recipients } as unknown as APIChannel;
  }
  const inGuild = {
    ...common,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId ?? null,
    rate_limit_per_user: 0,
  };
  if (channel.thread !== undefined) {
    const { thread } = channel;
    return {
      ...inGuild,
      owner_id: thread.ownerId,
      ...(channel.appliedTags.length === 0 ? {} : { applied_tags: channel.appliedTags }),
      message_count: thread.messageCount,
      total_message_sent: thread.messageCount,
      member_count: 1,
      thread_metadata: {
        archived: thread.archived,
        auto_archive_duration: thread.autoArchiveMinutes,
        archive_timestamp: new Date(thread.createdAt).toISOString(),
        create_timestamp: new Date(thread.createdAt).toISOString(),
        locked: false,
      },
    } as unknown as APIChannel;
  }
  return {
    ...inGuild,
    topic: channel.topic ?? null,
    nsfw: false,
    position: channel.position,
    permission_overwrites: channel.overwrites,
    ...(channel.type === 15
      ? {
          available_tags: channel.tags.map((tag) => ({ ...tag, emoji_id: null, emoji_name: null })),
          flags: channel.requiresTag ? ChannelFlags.RequireTag : 0,
          default_reaction_emoji: null,
        }
      : {}),
  } as unknown as APIChannel;
}

/** A channel option: a partial channel with the person's permissions there. */
export function resolvedChannel(
  world: World,
  person: PersonState,
  channel: ChannelState,
): APIInteractionDataResolvedChannel {
  return {
    ...apiChannel(world, channel),
    permissions: personPermissions(world, person, channel).toString(),
    app_permissions: botPermissions(world, channel).toString(),
  } as unknown as APIInteractionDataResolvedChannel;
}

/** A person as the page shows them. */
export function personView(person: PersonState): Person {
  const { id, username, name, locale, permissions, guildIds, roleIds } = person;
  return { id, username, name, locale, permissions, guildIds, roleIds };
}

/** A server as the page shows it. */
export function guildView(guild: GuildState): Guild {
  const { id, name, locale, ownerId, botPermissions: bot, botIsMember, roles } = guild;
  return { id, name, locale, ownerId, botPermissions: bot.toString(), botIsMember, roles };
}

/** A channel as a person's page shows it; undefined where they cannot see it. */
export function channelView(
  world: World,
  person: PersonState,
  channel: ChannelState,
): ChannelView | undefined {
  const permissions = personPermissions(world, person, channel);
  if (permissions === 0n) return undefined;
  const guild = guildOf(world, channel);
  return {
    channel: apiChannel(world, channel),
    permissions: permissions.toString(),
    appPermissions: botPermissions(world, channel).toString(),
    botIsHere: guild === undefined ? channel.botIsHere : guild.botIsMember,
  };
}

/** The address of a file. */
export function fileUrl(world: World, file: FileState): string {
  return `${world.origin}/attachments/${file.channelId}/${file.id}/${encodeURIComponent(file.name)}`;
}

/** An attachment object of a message (Resources, "Message"). */
export function apiAttachment(world: World, file: FileState): APIMessage['attachments'][number] {
  const url = fileUrl(world, file);
  return {
    id: file.id,
    filename: file.name,
    size: file.bytes.byteLength,
    url,
    proxy_url: url,
    content_type: file.type,
    ...(file.description === undefined ? {} : { description: file.description }),
    ...(file.width === undefined ? {} : { width: file.width, height: file.height ?? null }),
  } as APIMessage['attachments'][number];
}

/** ISO 8601 with microseconds, Discord's format of a snowflake's time. */
export function timestampOf(id: string): string {
  return timestamp(timeOf(id));
}

export function timestamp(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000+00:00');
}

/** Whether a person sees a channel. */
export function canRead(world: World, person: PersonState, channel: ChannelState): boolean {
  return has(personPermissions(world, person, channel), PermissionFlagsBits.ViewChannel);
}
