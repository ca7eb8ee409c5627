/** Where a message stands; `guildId` is undefined in a DM. */
export interface MessageAddress {
  readonly guildId: string | undefined;
  readonly channelId: string;
  readonly id: string;
}

/** A link that opens a message in Discord. */
export const messageUrl = ({ guildId, channelId, id }: MessageAddress): string =>
  `https://discord.com/channels/${guildId ?? '@me'}/${channelId}/${id}`;
