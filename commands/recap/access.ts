import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { RecapPermission, RecapStrings } from '#pages/strings/recap.ts';
import type { ChannelKind, PlaceFilter, Subscription } from '#store/model.ts';
import type { ChannelArgument, Request, RoleArgument } from '../model.ts';
import { hasPermission } from '../permissions.ts';

/** Where somebody manages recaps, or why they may not. */
export type Access =
  | { readonly kind: 'granted'; readonly filter: PlaceFilter }
  | { readonly kind: 'denied'; readonly why: 'mayNot' | 'notMember' | 'notHere' };

/**
 * Whether a person may manage recaps where they are. /recap has no `default_member_permissions`: Discord knows these
 * for whole commands alone, and `/recap now` is for anyone. So this is asked each time, for presses too.
 */
export function accessOf({ place }: Request): Access {
  switch (place.kind) {
    case 'private-channel':
      return { kind: 'denied', why: 'notHere' };
    case 'dm':
      return { kind: 'granted', filter: { dmChannelId: place.channelId } };
    case 'guild':
      if (!place.botIsMember) return { kind: 'denied', why: 'notMember' };
      return hasPermission(place.permissions, PermissionFlagsBits.ManageGuild)
        ? { kind: 'granted', filter: { guildId: place.guildId } }
        : { kind: 'denied', why: 'mayNot' };
  }
}

/** True where a subscription is one of the place. */
export const belongsTo = ({ guildId, channelId }: Subscription, filter: PlaceFilter): boolean =>
  'guildId' in filter
    ? guildId === filter.guildId
    : guildId === undefined && channelId === filter.dmChannelId;

/** A channel to which recaps may go. */
export interface RecapChannel {
  readonly guildId: string | undefined;
  readonly channelId: string;
  readonly kind: ChannelKind;
  readonly thread: boolean;
  /** The bot's permissions there, where they are known. */
  readonly permissions: bigint | undefined;
}

const KINDS: Readonly<Record<number, { readonly kind: ChannelKind; readonly thread: boolean }>> = {
  [ChannelType.GuildText]: { kind: 'channel', thread: false },
  [ChannelType.GuildAnnouncement]: { kind: 'channel', thread: false },
  [ChannelType.AnnouncementThread]: { kind: 'channel', thread: true },
  [ChannelType.PublicThread]: { kind: 'channel', thread: true },
  [ChannelType.PrivateThread]: { kind: 'channel', thread: true },
  [ChannelType.GuildForum]: { kind: 'forum', thread: false },
};

/** Channel types that can be picked. */
export const recapChannelTypes: readonly number[] = Object.keys(KINDS).map(Number);

/** The channel that somebody picked, or in which they are; undefined where recaps cannot go there. */
export function recapChannelOf(
  { place }: Request,
  picked: ChannelArgument | undefined,
): RecapChannel | undefined {
  if (place.kind === 'dm') {
    return {
      guildId: undefined,
      channelId: place.channelId,
      kind: 'dm',
      thread: false,
      permissions: undefined,
    };
  }
  if (place.kind !== 'guild') return undefined;
  const { guildId } = place;
  const type = picked ? picked.type : (place.channelType ?? ChannelType.GuildText);
  const kind = KINDS[type];
  if (kind === undefined) return undefined;
  return picked
    ? { guildId, channelId: picked.id, ...kind, permissions: picked.appPermissions }
    : { guildId, channelId: place.channelId, ...kind, permissions: place.appPermissions };
}

const BITS: Readonly<Record<RecapPermission, bigint>> = {
  view: PermissionFlagsBits.ViewChannel,
  send: PermissionFlagsBits.SendMessages,
  sendInThreads: PermissionFlagsBits.SendMessagesInThreads,
  embed: PermissionFlagsBits.EmbedLinks,
  attach: PermissionFlagsBits.AttachFiles,
  mention: PermissionFlagsBits.MentionEveryone,
  openThreads: PermissionFlagsBits.CreatePublicThreads,
  history: PermissionFlagsBits.ReadMessageHistory,
};

/** What the bot lacks in a channel to post recaps there. History is read to find a recap again after a crash. */
export function missingPermissions(target: RecapChannel, thread: boolean): readonly RecapPermission[] {
  const { permissions } = target;
  if (permissions === undefined) return [];
  const wanted: readonly RecapPermission[] = [
    'view',
    target.thread ? 'sendInThreads' : 'send',
    'embed',
    'attach',
    'history',
    ...(thread && target.kind === 'channel' && !target.thread ? (['openThreads'] as const) : []),
  ];
  return wanted.filter((name) => !hasPermission(permissions, BITS[name]));
}

/** Whether the bot can ping a role: one that anybody may, or with the right to ping all. */
export const canMention = (target: RecapChannel, role: RoleArgument): boolean =>
  role.id !== target.guildId &&
  (role.mentionable || target.permissions === undefined || hasPermission(target.permissions, BITS.mention));

/** Permissions by their names in the reader's language. */
export const nameMissing = (missing: readonly RecapPermission[], strings: RecapStrings): readonly string[] =>
  missing.map((name) => strings.permission[name]);
