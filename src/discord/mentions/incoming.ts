import { type GatewayMessageCreateDispatchData, MessageType } from 'discord-api-types/v10';

/** A message that asks the bot something. */
export interface IncomingMessage {
  readonly id: string;
  readonly channelId: string;
  /** Undefined in a DM. */
  readonly guildId: string | undefined;
  readonly personId: string;
  /** In one line; empty where nothing is asked. */
  readonly question: string;
  /** The bot's message that it replies to, where it does. */
  readonly repliedTo: unknown;
}

const CODE = /```[\s\S]*?(?:```|$)|`[^`\n]*`/g;
/** `>>>` quotes everything that follows. */
const QUOTE = /^>>> [\s\S]*|^> .*$/gm;
/** Users, roles, channels, emojis, commands, timestamps and navigation. */
const MARKUP = /<(?:@[!&]?|#|a?:\w+:|\/[^:>]+:|t:|id:)[^>]*>/g;

const LONGEST = 500;

const questionIn = (content: string): string => {
  const line = content
    .replace(QUOTE, ' ')
    .replace(MARKUP, ' ')
    .replace(/[`\s\p{Cc}]+/gu, ' ')
    .trim()
    // What is left of "@Lectern, …".
    .replace(/^[,:;]\s*/, '');
  return /[\p{L}\p{N}]/u.test(line) ? line.slice(0, LONGEST).toWellFormed() : '';
};

/**
 * What a message asks the bot: one that mentions it, replies to it, or stands in its DM. Discord sends the text of
 * exactly these without a privileged intent. Bots, webhooks, `@everyone`, and a mention in code or in a quote ask
 * nothing. Everything is read as if it may be missing.
 * @see https://docs.discord.com/developers/events/gateway#message-content-intent
 */
export const readIncoming = (
  message: Partial<GatewayMessageCreateDispatchData>,
  botId: string,
): IncomingMessage | undefined => {
  const { id, channel_id: channelId, author, type, content = '', guild_id: guildId } = message;
  if (id === undefined || channelId === undefined || author?.id === undefined) return undefined;
  if (author.bot === true || author.id === botId || message.webhook_id !== undefined) return undefined;
  if (type !== MessageType.Default && type !== MessageType.Reply) return undefined;
  if (message.mention_everyone === true) return undefined;
  const { referenced_message: referenced } = message;
  const repliedTo = referenced?.author?.id === botId ? referenced : undefined;
  const spoken = content.replace(CODE, ' ').replace(QUOTE, ' ');
  const isMentioned = spoken.includes(`<@${botId}>`) || spoken.includes(`<@!${botId}>`);
  // A reply without a ping arrives without its text.
  const isReply = repliedTo !== undefined && content !== '';
  if (guildId !== undefined && !isMentioned && !isReply) return undefined;
  return { id, channelId, guildId, personId: author.id, question: questionIn(content), repliedTo };
};
