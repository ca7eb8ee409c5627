import {
  type APIChannel,
  type APIMessage,
  ComponentType,
  type RESTGetAPIChannelMessagesResult,
  type RESTGetAPIChannelThreadsArchivedPublicResult,
  type RESTGetAPIGuildThreadsResult,
  Routes,
} from 'discord-api-types/v10';
import type { HistoryResult, OwnMessage } from '#recap/poster.ts';
import type { Rest } from '../rest.ts';
import { failureOf } from './failure.ts';

/** The most that one request gives. @see https://docs.discord.com/developers/resources/message#get-channel-messages */
const BATCH = 100;
const MOST_BATCHES = 5;
/** Forum posts are read one by one; that of a recap is among the newest. */
const MOST_FORUM_POSTS = 25;

/** @see https://docs.discord.com/developers/reference#snowflakes */
const madeAt = (snowflake: string): number => Number(BigInt(snowflake) >> 22n) + 1_420_070_400_000;

const customIdsOf = (message: APIMessage): readonly string[] =>
  (message.components ?? []).flatMap((row) =>
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
  customIds: customIdsOf(message),
  ...(message.nonce === undefined ? {} : { nonce: String(message.nonce) }),
});

interface HistoryOrder {
  readonly channelId: string;
  readonly since: number;
  readonly botId: string;
}

const readChannel = async (rest: Rest, { channelId, since, botId }: HistoryOrder): Promise<HistoryResult> => {
  const messages: OwnMessage[] = [];
  let before: string | undefined;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const query = new URLSearchParams({ limit: String(BATCH), ...(before === undefined ? {} : { before }) });
    const read = await rest.get<RESTGetAPIChannelMessagesResult>(Routes.channelMessages(channelId), {
      query,
    });
    messages.push(...read.filter(({ author }) => author.id === botId).map(ownMessage));
    const oldest = read.at(-1);
    if (oldest === undefined || read.length < BATCH || madeAt(oldest.id) < since) {
      return { kind: 'read', messages, complete: true };
    }
    before = oldest.id;
  }
  return { kind: 'read', messages, complete: false };
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
    .filter((thread) => 'owner_id' in thread && thread.owner_id === botId && madeAt(thread.id) >= since)
    .sort((one, other) => madeAt(other.id) - madeAt(one.id));
  const messages: OwnMessage[] = [];
  for (const post of posts.slice(0, MOST_FORUM_POSTS)) {
    // The starter message of a forum post has the id of the post.
    messages.push(ownMessage(await rest.get<APIMessage>(Routes.channelMessage(post.id, post.id))));
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
