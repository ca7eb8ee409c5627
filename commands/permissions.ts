import { PermissionFlagsBits } from 'discord-api-types/v10';

/**
 * True where a set of permissions has one: an administrator's has all.
 * @see https://docs.discord.com/developers/topics/permissions#permission-hierarchy
 */
export const hasPermission = (permissions: bigint, one: bigint): boolean =>
  (permissions & (one | PermissionFlagsBits.Administrator)) !== 0n;
