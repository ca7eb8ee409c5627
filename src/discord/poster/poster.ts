import type { APIChannel, APIMessage, APIThreadChannel } from 'discord-api-types/v10';
import { Routes } from 'discord-api-types/v10';
import type { Poster, PostOrder, PostResult, ThreadResult } from '#recap/poster.ts';
import type { Logger } from '../../log.ts';
import { uploadOf } from '../body.ts';
import { codeOf } from '../errors.ts';
import type { Rest } from '../rest.ts';
import { failureOf } from './failure.ts';
import { readHistory } from './history.ts';

/** A thread is opened on a message that has one. @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const THREAD_EXISTS = 160_004;

/**
 * Posts recaps through Discord's REST API; discord.js waits for rate limits.
 * @param restOnce never repeats a request: a forum post has no nonce, and would be duplicated
 * @param botId the bot's user id, known once it is connected.
 */
export const createPoster = (
  { rest, restOnce }: { readonly rest: Rest; readonly restOnce: Rest },
  botId: () => string,
  log: Logger,
): Poster => {
  const post = async ({ channelId, page, nonce, allowedRoleIds, signal }: PostOrder): Promise<PostResult> => {
    try {
      const { body, files } = await uploadOf(page, { roleIds: allowedRoleIds, log });
      const message = await rest.post<APIMessage>(Routes.channelMessages(channelId), {
        files,
        signal,
        body: { ...body, nonce, enforce_nonce: true },
      });
      return { kind: 'posted', messageId: message.id, channelId: message.channel_id };
    } catch (error) {
      return failureOf(error);
    }
  };

  const openForumPost: Poster['openForumPost'] = async ({
    channelId,
    page,
    name,
    allowedRoleIds,
    signal,
  }) => {
    try {
      const { body, files } = await uploadOf(page, { roleIds: allowedRoleIds, log });
      const thread = await restOnce.post<APIThreadChannel>(Routes.threads(channelId), {
        files,
        signal,
        body: { name, message: body },
      });
      return { kind: 'posted', messageId: thread.id, channelId: thread.id };
    } catch (error) {
      return failureOf(error);
    }
  };

  const openThread: Poster['openThread'] = async ({ channelId, messageId, name }): Promise<ThreadResult> => {
    try {
      const thread = await rest.post<APIThreadChannel>(Routes.threads(channelId, messageId), {
        body: { name },
      });
      return { kind: 'opened', threadId: thread.id };
    } catch (error) {
      return codeOf(error) === THREAD_EXISTS ? { kind: 'exists' } : failureOf(error);
    }
  };

  return {
    post,
    openForumPost,
    openThread,
    history: (order) => readHistory(rest, botId(), order),
    directMessage: async ({ userId, page, nonce }) => {
      try {
        const channel = await rest.post<APIChannel>(Routes.userChannels(), {
          body: { recipient_id: userId },
        });
        return await post({
          channelId: channel.id,
          page,
          nonce,
          allowedRoleIds: [],
          signal: new AbortController().signal,
        });
      } catch (error) {
        return failureOf(error);
      }
    },
  };
};
