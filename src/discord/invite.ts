import { PermissionFlagsBits } from 'discord-api-types/v10';

/** What the bot needs in a channel to answer, post recaps and open threads under them. */
export const NEEDED_PERMISSIONS: bigint =
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
