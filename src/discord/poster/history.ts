import {
  type APIChannel,
  type APIMessage,
  ComponentType,
  type RESTGetAPIChannelMessagesResult,
  type RESTGetAPIChannelThreadsArchivedPublicResult,
  type RESTGetAPIGuildThreadsResult,
  RESTJSONErrorCodes,
  Routes,
} from 'discord-api-types/v10';
import type { Page } from '#pages/model.ts';
import type { HistoryResult, OwnMessage } from '#recap/delivery/poster.ts';
import { codeOf } from '../errors.ts';
import type { Rest } from '../rest/rest.ts';
import { failureOf, unexpectedAnswer } from './failure.ts';

/** The most that one request gives. @see https://docs.discord.com/developers/resources/message#get-channel-messages */
const BATCH = 100;
const MOST_BATCHES = 5;
/** Forum posts are read one by one; that of a recap is among the newest. */
const MOST_FORUM_POSTS = 25;

/** When a snowflake was made, in milliseconds since 1970. @see https://docs.discord.com/developers/reference#snowflakes */
export const createdAtOf = (snowflake: string): number =>
  Number(BigInt(snowflake) >> 22n) + 1_420_070_400_000;

/** The ids of all controls, and the values of all menu entries, in order. */
export const customIdsOf = (
  components: NonNullable<APIMessage['components']> | Page['components'],
): readonly string[] =>
  components.flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((component) => [
          ...('custom_id' in component ? [component.custom_id] : []),
          ...(component.type === ComponentType.StringSelect
            ? component.options.map(({ value }) => value)
            : []),
        ])
      : [],
  );

const ownMessage = (message: APIMessage): OwnMessage => ({
  id: message.id,
  channelId: message.channel_id,
  customIds: customIdsOf(message.components ?? []),
  ...(message.nonce === undefined ? {} : { nonce: String(message.nonce) }),
});

interface HistoryOrder {
  readonly channelId: string;
  readonly since: number;
  readonly botId: string;
}

/**
 * Discord gives no messages, and no error, to a bot that may not read the history; an empty channel gives none either.
 * @see https://docs.discord.com/developers/resources/message#get-channel-messages
 */
const emptyHistory = async (rest: Rest, channelId: string): Promise<HistoryResult> => {
  const channel = await rest.get<APIChannel>(Routes.channel(channelId));
  const last = 'last_message_id' in channel ? channel.last_message_id : undefined;
  return last === undefined || last === null
    ? { kind: 'read', messages: [], complete: true }
    : {
        kind: 'refused',
        status: 403,
        code: RESTJSONErrorCodes.MissingPermissions,
        message: 'The history of the channel is not shown to the bot',
      };
};

const readChannel = async (rest: Rest, { channelId, since, botId }: HistoryOrder): Promise<HistoryResult> => {
  const messages: OwnMessage[] = [];
  let before: string | undefined;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const query = new URLSearchParams({ limit: String(BATCH), ...(before === undefined ? {} : { before }) });
    const read = await rest.get<RESTGetAPIChannelMessagesResult>(Routes.channelMessages(channelId), {
      query,
    });
    if (!Array.isArray(read)) return unexpectedAnswer('messages');
    if (read.length === 0 && before === undefined) return await emptyHistory(rest, channelId);
    messages.push(...read.filter(({ author }) => author.id === botId).map(ownMessage));
    const oldest = read.at(-1);
    if (oldest === undefined || read.length < BATCH || createdAtOf(oldest.id) < since) {
      return { kind: 'read', messages, complete: true };
    }
    before = oldest.id;
  }
  return { kind: 'read', messages, complete: false };
};

/** The message that opens a forum's post has the id of the post; undefined where it was deleted. */
const openingMessage = async (rest: Rest, postId: string): Promise<APIMessage | undefined> => {
  try {
    return await rest.get<APIMessage>(Routes.channelMessage(postId, postId));
  } catch (error) {
    if (codeOf(error) === RESTJSONErrorCodes.UnknownMessage) return undefined;
    throw error;
  }
};

const readForum = async (rest: Rest, { channelId, since, botId }: HistoryOrder): Promise<HistoryResult> => {
  const forum = await rest.get<APIChannel>(Routes.channel(channelId));
  const guildId = 'guild_id' in forum ? forum.guild_id : undefined;
  const active =
    guildId === undefined
      ? []
      : (await rest.get<RESTGetAPIGuildThreadsResult>(Routes.guildActiveThreads(guildId))).threads;
  const archived = await rest.get<RESTGetAPIChannelThreadsArchivedPublicResult>(
    Routes.channelThreads(channelId, 'public'),
    { query: new URLSearchParams({ limit: String(BATCH) }) },
  );
  const posts = [...active, ...archived.threads]
    .filter((thread) => 'parent_id' in thread && thread.parent_id === channelId)
    .filter((thread) => 'owner_id' in thread && thread.owner_id === botId && createdAtOf(thread.id) >= since)
    .sort((one, other) => createdAtOf(other.id) - createdAtOf(one.id));
  const messages: OwnMessage[] = [];
  for (const post of posts.slice(0, MOST_FORUM_POSTS)) {
    const opening = await openingMessage(rest, post.id);
    if (opening !== undefined) messages.push(ownMessage(opening));
  }
  // Sorted by archive time, latest first: a later creation time cannot follow.
  const lastArchived = archived.threads.at(-1);
  const metadata =
    lastArchived && 'thread_metadata' in lastArchived ? lastArchived.thread_metadata : undefined;
  const allArchived =
    !archived.has_more || (metadata !== undefined && Date.parse(metadata.archive_timestamp) < since);
  return { kind: 'read', messages, complete: posts.length <= MOST_FORUM_POSTS && allArchived };
};

/** The bot's messages in a channel, newest first. */
export const readHistory = async (
  rest: Rest,
  botId: string,
  order: { readonly channelId: string; readonly forum: boolean; readonly since: Temporal.Instant },
): Promise<HistoryResult> => {
  const wanted = { channelId: order.channelId, since: order.since.epochMilliseconds, botId };
  try {
    return await (order.forum ? readForum(rest, wanted) : readChannel(rest, wanted));
  } catch (error) {
    return failureOf(error);
  }
};
