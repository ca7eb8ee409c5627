import { PermissionFlagsBits } from 'discord-api-types/v10';

/** The channel permissions for answers, recaps and their threads. */
const NEEDED_PERMISSIONS: bigint =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory;

/**
 * The link with which an admin adds the bot to a server.
 * @see https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow
 */
export const inviteLink = (applicationId: string): string => {
  const link = new URL('https://discord.com/oauth2/authorize');
  link.searchParams.set('client_id', applicationId);
  link.searchParams.set('scope', 'bot applications.commands');
  link.searchParams.set('permissions', String(NEEDED_PERMISSIONS));
  return link.href;
};
