import { type APIOverwrite, PermissionFlagsBits } from 'discord-api-types/v10';
import type { ChannelState, PersonState } from './entities.ts';
import { guildOf, type World } from './state.ts';

const P = PermissionFlagsBits;

/** Default permissions of a member. */
export const MEMBER_PERMISSIONS: bigint =
  P.ViewChannel |
  P.SendMessages |
  P.SendMessagesInThreads |
  P.CreatePublicThreads |
  P.EmbedLinks |
  P.AttachFiles |
  P.AddReactions |
  P.ReadMessageHistory |
  P.UseApplicationCommands;

/** The permissions in the bot's invitation. */
export const BOT_PERMISSIONS: bigint =
  P.ViewChannel |
  P.SendMessages |
  P.SendMessagesInThreads |
  P.CreatePublicThreads |
  P.EmbedLinks |
  P.AttachFiles |
  P.ReadMessageHistory;

/** All permissions: administrators and owners. */
export const ALL_PERMISSIONS: bigint = Object.values(P).reduce((all, bit) => all | bit, 0n);

/** DMs have no overwrites. */
const DM_PERMISSIONS: bigint = MEMBER_PERMISSIONS;

/** A person or the bot, whose permissions are computed. */
export interface PermissionHolder {
  readonly id: string;
  readonly roleIds: readonly string[];
  /** Before overwrites. */
  readonly base: bigint;
}

/** Overwrites of everyone, then of the roles, then of the member (Topics, "Permissions", permission overwrites). */
function permissionsIn(
  holder: PermissionHolder,
  guildId: string,
  overwrites: readonly APIOverwrite[],
): bigint {
  if ((holder.base & P.Administrator) !== 0n) return ALL_PERMISSIONS;
  let result = holder.base;
  const apply = (chosen: readonly APIOverwrite[]) => {
    let deny = 0n;
    let allow = 0n;
    for (const overwrite of chosen) {
      deny |= BigInt(overwrite.deny);
      allow |= BigInt(overwrite.allow);
    }
    result = (result & ~deny) | allow;
  };
  apply(overwrites.filter((overwrite) => overwrite.id === guildId));
  apply(overwrites.filter((overwrite) => overwrite.id !== guildId && holder.roleIds.includes(overwrite.id)));
  apply(overwrites.filter((overwrite) => overwrite.id === holder.id));
  // Without View Channel there are no other permissions (same page, "implicit permissions").
  return (result & P.ViewChannel) === 0n ? 0n : result;
}

/** Threads use the overwrites of their parent. */
function overwritesOf(world: World, channel: ChannelState): readonly APIOverwrite[] {
  const parent = channel.thread === undefined ? undefined : world.channels.get(channel.parentId ?? '');
  return (parent ?? channel).overwrites;
}

/** A person's permissions in a channel; none where they cannot see it. */
export function personPermissions(world: World, person: PersonState, channel: ChannelState): bigint {
  const guild = guildOf(world, channel);
  if (guild === undefined) return channel.recipientIds.includes(person.id) ? DM_PERMISSIONS : 0n;
  if (!person.guildIds.includes(guild.id)) return 0n;
  if (guild.ownerId === person.id) return ALL_PERMISSIONS;
  const holder = { id: person.id, roleIds: person.roleIds, base: BigInt(person.permissions) };
  return permissionsIn(holder, guild.id, overwritesOf(world, channel));
}

/** The bot's permissions in a channel; none where it is not in it. */
export function botPermissions(world: World, channel: ChannelState): bigint {
  const guild = guildOf(world, channel);
  if (guild === undefined) return channel.botIsHere ? DM_PERMISSIONS : 0n;
  if (!guild.botIsMember) return 0n;
  const holder = { id: world.user.id, roleIds: [], base: guild.botPermissions };
  return permissionsIn(holder, guild.id, overwritesOf(world, channel));
}

/** Whether all of `wanted` are in `held`. */
export function has(held: bigint, wanted: bigint): boolean {
  return (held & wanted) === wanted;
}
