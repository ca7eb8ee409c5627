import { PermissionFlagsBits } from 'discord-api-types/v10';

/**
 * True where a set of permissions includes one; administrators have all.
 * @see https://docs.discord.com/developers/topics/permissions#permission-hierarchy
 */
export const hasPermission = (permissions: bigint, one: bigint): boolean =>
  (permissions & (one | PermissionFlagsBits.Administrator)) !== 0n;
