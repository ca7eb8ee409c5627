import { type APIChannel, ChannelFlags, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Poster, PostOrder, PostResult, ThreadResult } from '#recap/delivery/poster.ts';
import type { Logger } from '../../log.ts';
import { codeOf, NotSentError } from '../errors.ts';
import { uploadOf } from '../reply/body.ts';
import type { Rest } from '../rest/rest.ts';
import { withFinalCheck } from '../rest/transport.ts';
import { failureOf, unexpectedAnswer } from './failure.ts';
import { readHistory } from './history.ts';

/** The id of what Discord says it made; undefined where the answer tells of nothing that was made. */
const idOf = (answer: unknown): string | undefined =>
  typeof answer === 'object' &&
  answer !== null &&
  'id' in answer &&
  typeof answer.id === 'string' &&
  /^\d+$/.test(answer.id)
    ? answer.id
    : undefined;

type Content = Omit<PostOrder, 'finalCheck' | 'signal'>;

/**
 * Recaps over Discord's REST API.
 * @param rest sends each request once: the delivery decides on retries
 * @param botId the bot's user id, known once it is connected.
 */
export const createPoster = (rest: Rest, botId: () => string, log: Logger): Poster => {
  const createMessage = async (
    { channelId, page, nonce, allowedRoleIds }: Content,
    signal?: AbortSignal,
  ): Promise<PostResult> => {
    const { body, files } = await uploadOf(page, { roleIds: allowedRoleIds, log });
    const message = await rest.post<unknown>(Routes.channelMessages(channelId), {
      files,
      ...(signal === undefined ? {} : { signal }),
      body: { ...body, nonce, enforce_nonce: true },
    });
    const messageId = idOf(message);
    return messageId === undefined ? unexpectedAnswer('a message') : { kind: 'posted', messageId, channelId };
  };

  const createForumPost = async (
    {
      channelId,
      page,
      name,
      tagIds,
      allowedRoleIds,
    }: Content & {
      readonly name: string;
      readonly tagIds: readonly string[];
    },
    signal: AbortSignal,
  ): Promise<PostResult> => {
    const { body, files } = await uploadOf(page, { roleIds: allowedRoleIds, log });
    const thread = await rest.post<unknown>(Routes.threads(channelId), {
      files,
      signal,
      body: { name, message: body, ...(tagIds.length === 0 ? {} : { applied_tags: tagIds }) },
    });
    const threadId = idOf(thread);
    // The message that opens a forum's post has the id of the post.
    return threadId === undefined
      ? unexpectedAnswer('a thread')
      : { kind: 'posted', messageId: threadId, channelId: threadId };
  };

  /** Sends after a final check; never throws. */
  const post = async (
    { finalCheck }: Pick<PostOrder, 'finalCheck'>,
    send: () => Promise<PostResult>,
  ): Promise<PostResult> => {
    try {
      return await withFinalCheck(finalCheck, send);
    } catch (error) {
      return error instanceof NotSentError ? { kind: 'held', message: error.message } : failureOf(error);
    }
  };

  const openThread: Poster['openThread'] = async ({ channelId, messageId, name }): Promise<ThreadResult> => {
    try {
      const thread = await rest.post<unknown>(Routes.threads(channelId, messageId), { body: { name } });
      const threadId = idOf(thread);
      return threadId === undefined ? unexpectedAnswer('a thread') : { kind: 'opened', threadId };
    } catch (error) {
      return codeOf(error) === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage
        ? { kind: 'exists' }
        : failureOf(error);
    }
  };

  const publish: Poster['publish'] = async ({ channelId, messageId }) => {
    try {
      await rest.post(Routes.channelMessageCrosspost(channelId, messageId), {});
      return { kind: 'published' };
    } catch (error) {
      return codeOf(error) === RESTJSONErrorCodes.ThisMessageWasAlreadyCrossposted
        ? { kind: 'published' }
        : failureOf(error);
    }
  };

  const forumTags: Poster['forumTags'] = async (channelId) => {
    try {
      const channel = await rest.get<APIChannel>(Routes.channel(channelId));
      const tags = 'available_tags' in channel ? (channel.available_tags ?? []) : [];
      const flags = 'flags' in channel ? (channel.flags ?? 0) : 0;
      return {
        kind: 'tags',
        tags: tags.map(({ id, name, moderated }) => ({ id, name, moderated })),
        required: (flags & ChannelFlags.RequireTag) !== 0,
      };
    } catch (error) {
      return failureOf(error);
    }
  };

  return {
    publish,
    forumTags,
    post: (order) => post(order, () => createMessage(order, order.signal)),
    openForumPost: (order) => post(order, () => createForumPost(order, order.signal)),
    openThread,
    history: (order) => readHistory(rest, botId(), order),
    directMessage: async ({ userId, page, nonce }) => {
      try {
        const channel = await rest.post<unknown>(Routes.userChannels(), { body: { recipient_id: userId } });
        const channelId = idOf(channel);
        if (channelId === undefined) return unexpectedAnswer('a channel');
        return await createMessage({ channelId, page, nonce, allowedRoleIds: [] });
      } catch (error) {
        return failureOf(error);
      }
    },
  };
};
