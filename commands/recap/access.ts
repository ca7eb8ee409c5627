import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { RecapPermission, RecapStrings } from '#locales/model/recap.ts';
import type { ChannelKind, Subscription } from '#store/model.ts';
import type { PlaceFilter } from '#store/store.ts';
import type { ChannelArgument, Request, RoleArgument } from '../model.ts';
import { hasPermission } from '../permissions.ts';

/** The place whose recaps a person may manage, or the reason for a denial. */
export type Access =
  | { readonly kind: 'granted'; readonly filter: PlaceFilter }
  | { readonly kind: 'denied'; readonly why: 'mayNot' | 'notMember' | 'notHere' };

/**
 * Checks whether a person may manage recaps here. /recap has no `default_member_permissions`, because they apply
 * to whole commands and `/recap now` is for all members. Checked on each command and press.
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

/** True where a subscription belongs to the place. */
export const belongsTo = ({ guildId, channelId }: Subscription, filter: PlaceFilter): boolean =>
  'guildId' in filter
    ? guildId === filter.guildId
    : guildId === undefined && channelId === filter.dmChannelId;

/** A channel for recaps. */
export interface RecapChannel {
  readonly guildId: string | undefined;
  readonly channelId: string;
  readonly kind: ChannelKind;
  readonly thread: boolean;
  /** The bot's permissions there, if known. */
  readonly permissions: bigint | undefined;
  /** Those of the person who sets the recap up, if known. */
  readonly personPermissions: bigint | undefined;
}

const KINDS: Readonly<Record<number, { readonly kind: ChannelKind; readonly thread: boolean }>> = {
  [ChannelType.GuildText]: { kind: 'channel', thread: false },
  [ChannelType.GuildAnnouncement]: { kind: 'announcement', thread: false },
  [ChannelType.AnnouncementThread]: { kind: 'channel', thread: true },
  [ChannelType.PublicThread]: { kind: 'channel', thread: true },
  [ChannelType.PrivateThread]: { kind: 'channel', thread: true },
  [ChannelType.GuildForum]: { kind: 'forum', thread: false },
};

/** Channel types of the option. */
export const recapChannelTypes: readonly number[] = Object.keys(KINDS).map(Number);

/** The chosen or current channel; undefined where recaps cannot be posted. */
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
      personPermissions: undefined,
    };
  }
  if (place.kind !== 'guild') return undefined;
  const { guildId } = place;
  const type = picked ? picked.type : (place.channelType ?? ChannelType.GuildText);
  const kind = KINDS[type];
  if (kind === undefined) return undefined;
  return picked
    ? {
        guildId,
        channelId: picked.id,
        ...kind,
        // Discord does not send them with what is chosen in a form.
        permissions:
          picked.appPermissions ?? (picked.id === place.channelId ? place.appPermissions : undefined),
        personPermissions: picked.permissions,
      }
    : {
        guildId,
        channelId: place.channelId,
        ...kind,
        permissions: place.appPermissions,
        personPermissions: place.permissions,
      };
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

/** The permissions that the bot lacks for recaps. Reading the history is needed to find a recap after a crash. */
export function missingPermissions(target: RecapChannel, thread: boolean): readonly RecapPermission[] {
  const { permissions } = target;
  if (permissions === undefined) return [];
  const wanted: readonly RecapPermission[] = [
    'view',
    target.thread ? 'sendInThreads' : 'send',
    'embed',
    'attach',
    'history',
    ...(thread && target.kind !== 'forum' && target.kind !== 'dm' && !target.thread
      ? (['openThreads'] as const)
      : []),
  ];
  return wanted.filter((name) => !hasPermission(permissions, BITS[name]));
}

/** Whether the bot can ping a role: a mentionable one, or any with the permission to mention all. */
export const canMention = (target: RecapChannel, role: RoleArgument): boolean =>
  role.id !== target.guildId &&
  (role.mentionable || target.permissions === undefined || hasPermission(target.permissions, BITS.mention));

/**
 * Whether the person could write there themselves: the bot is no way around a missing permission. True where
 * their permissions there are not known, as for a recap that is changed from another channel and stays where it is.
 */
export const mayWrite = ({ personPermissions: own, thread }: RecapChannel): boolean =>
  own === undefined ||
  (hasPermission(own, BITS.view) && hasPermission(own, thread ? BITS.sendInThreads : BITS.send));

/** Whether the person could ping a role there themselves; false for what is not known. */
export const mayMention = ({ personPermissions: own }: RecapChannel, role: RoleArgument): boolean =>
  role.mentionable || (own !== undefined && hasPermission(own, BITS.mention));

/** Names of permissions in the reader's language. */
export const nameMissing = (missing: readonly RecapPermission[], strings: RecapStrings): readonly string[] =>
  missing.map((name) => strings.permission[name]);
