import {
  type APIChannel,
  type APIMessage,
  ChannelType,
  type GatewayMessageCreateDispatchData,
  RESTJSONErrorCodes,
  Routes,
} from 'discord-api-types/v10';
import { answerQuestion } from '#commands/ask.ts';
import type { CommandContext } from '#commands/model.ts';
import { sourcesOf } from '#commands/options/suggest.ts';
import { localeOf } from '#locales/index.ts';
import { drawPage, PASSAGES } from '#pages/draw.ts';
import type { Page, Reader } from '#pages/model.ts';
import { drawBusy, drawError } from '#pages/notices.ts';
import { languageOf } from '#search/answer/question/readQuestion.ts';
import type { Logger } from '../../log.ts';
import { observed } from '../../observe.ts';
import { codeOf, isClientError } from '../errors.ts';
import { uploadOf } from '../reply/body.ts';
import type { Rest } from '../rest/rest.ts';
import type { StartTimer } from '../timer.ts';
import { createWorkInProgress } from '../workInProgress.ts';
import { isFollowUp, subjectOf } from './followUp.ts';
import { type IncomingMessage, readIncoming } from './incoming.ts';
import { createQuota, type QuotaLimits } from './quota.ts';

/** Answers messages that ask the bot. */
export interface Mentions {
  /** Answers a message, if it asks the bot something; resolves when that is done and never rejects. */
  readonly hear: (message: GatewayMessageCreateDispatchData, botId: string) => Promise<void>;
  /** Hears no more, and resolves when what is under way is done. */
  readonly close: () => Promise<void>;
}

interface MentionsOptions {
  readonly context: CommandContext;
  readonly rest: Rest;
  readonly limits: QuotaLimits;
  /** Milliseconds of a monotonic clock. */
  readonly elapsed: () => number;
  readonly after: StartTimer;
  /** Short and practically unique: it links an apology with the log. */
  readonly newErrorId: () => string;
  readonly log: Logger;
}

const HOUR = 3_600_000;
/**
 * Milliseconds between two signs that the bot is typing. @see
 * https://docs.discord.com/developers/resources/channel#trigger-typing-indicator
 */
const TYPING = 9_000;
/** A session that is resumed repeats what may have been missed. */
const MOST_REMEMBERED = 10_000;
/** Messages among which the last one of the bot is looked for. */
const LOOK_BACK = 10;

const THREADS: readonly number[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

/** Adds to a set of limited size; false where it is there already. */
const addTo = (seen: Set<string>, id: string): boolean => {
  if (seen.has(id)) return false;
  if (seen.size >= MOST_REMEMBERED) seen.clear();
  seen.add(id);
  return true;
};

export const createMentions = (options: MentionsOptions): Mentions => {
  const { context, rest, limits, elapsed, log } = options;
  const quota = createQuota(limits, elapsed);
  const seen = new Set<string>();
  const refusedAt = new Map<string, number>();
  const inProgress = createWorkInProgress();
  let closed = false;

  /** People's locales do not stand in messages: the words of the question tell. */
  const readerOf = (question: string): Reader => {
    const locale = localeOf(languageOf(question) ?? '', context.defaults.locale);
    return { locale, language: locale };
  };

  /** The bot's last message in a DM or thread: there, what was said before is about the same. */
  const lastOwn = async (heard: IncomingMessage, botId: string): Promise<unknown> => {
    if (heard.guildId !== undefined) {
      const channel = await rest.get<APIChannel>(Routes.channel(heard.channelId));
      if (!THREADS.includes(channel.type)) return undefined;
    }
    const query = new URLSearchParams({ before: heard.id, limit: String(LOOK_BACK) });
    const before = await rest.get<readonly APIMessage[]>(Routes.channelMessages(heard.channelId), { query });
    return before.find(({ author }) => author?.id === botId);
  };

  /** The question together with what it is about, where that was said before. */
  const whole = async (heard: IncomingMessage, botId: string, reader: Reader): Promise<string> => {
    const { question } = heard;
    const known = context.search.search(question, { language: reader.language, limit: PASSAGES }).verdict;
    const points = isFollowUp(question);
    if (known === 'answer' && !points) return question;
    const shown =
      heard.repliedTo ??
      (await lastOwn(heard, botId).catch((error: unknown) => {
        log.debug({ err: error }, 'the earlier messages could not be read');
        return undefined;
      }));
    const subject = subjectOf(shown, context.library(), reader);
    if (subject === undefined) return question;
    const joined = `${subject} ${question}`;
    const both = context.search.search(joined, { language: reader.language, limit: PASSAGES }).verdict;
    return points || both === 'answer' ? joined : question;
  };

  const pageFor = async (heard: IncomingMessage, botId: string): Promise<Page> => {
    const reader = readerOf(heard.question);
    try {
      if (heard.question === '') return drawPage(sourcesOf(context), { page: 'help' }, reader);
      const question = await whole(heard, botId, reader);
      return (await answerQuestion(context, question, reader, heard.guildId)).page;
    } catch (error) {
      const errorId = options.newErrorId();
      log.error({ err: error, errorId }, 'answering a message failed');
      return drawError(reader, errorId);
    }
  };

  /** Shows that the bot is typing, until the returned function is called: Discord shows it for ten seconds. */
  const type = (channelId: string): (() => void) => {
    let cancel = (): void => {};
    let isOver = false;
    const tell = async (): Promise<void> => {
      cancel = options.after(TYPING, () => void tell());
      await rest.post(Routes.channelTyping(channelId)).catch((error: unknown) => {
        isOver = true;
        log.debug({ err: error }, 'the bot could not be shown as typing');
      });
      if (isOver) cancel();
    };
    void tell();
    return () => {
      isOver = true;
      cancel();
    };
  };

  const send = async ({ id, channelId }: IncomingMessage, page: Page): Promise<void> => {
    const { body, files } = await uploadOf(page, { log });
    await rest.post(Routes.channelMessages(channelId), {
      files,
      body: {
        ...body,
        allowed_mentions: { ...body.allowed_mentions, replied_user: false },
        // A question that was deleted meanwhile takes nothing with it.
        message_reference: { message_id: id, fail_if_not_exists: false },
        // Two processes that hear the same message answer it once.
        nonce: id,
        enforce_nonce: true,
      },
    });
  };

  const refused = (channelId: string, error: unknown): void => {
    const now = elapsed();
    if (now - (refusedAt.get(channelId) ?? -HOUR) < HOUR) return;
    if (refusedAt.size >= MOST_REMEMBERED) refusedAt.clear();
    refusedAt.set(channelId, now);
    log.warn(
      { channel: channelId, code: codeOf(error) },
      'a message was not answered: the bot may not write in this channel',
    );
  };

  const MAY_NOT: readonly unknown[] = [
    RESTJSONErrorCodes.MissingAccess,
    RESTJSONErrorCodes.MissingPermissions,
    RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  ];

  const answer = async (heard: IncomingMessage, botId: string): Promise<void> => {
    const allowed = quota(heard.personId, heard.channelId);
    if (allowed === 'silent') return;
    const begun = elapsed();
    // A model may take its time: people see that an answer is on its way.
    const stopTyping = context.meaning === undefined ? () => {} : type(heard.channelId);
    try {
      await send(
        heard,
        allowed === 'tell' ? drawBusy(readerOf(heard.question)) : await pageFor(heard, botId),
      );
      observed.interactions.tell(() => ({
        kind: 'message',
        outcome: 'answered',
        firstAnswer: (elapsed() - begun) / 1_000,
      }));
    } catch (error) {
      observed.interactions.tell(() => ({ kind: 'message', outcome: 'unanswered', firstAnswer: undefined }));
      if (MAY_NOT.includes(codeOf(error))) refused(heard.channelId, error);
      else if (isClientError(error)) log.warn({ err: error }, 'a message could not be answered');
      else log.error({ err: error }, 'a message could not be answered');
    } finally {
      stopTyping();
    }
  };

  return {
    hear: async (message, botId) => {
      if (closed) return;
      const heard = readIncoming(message, botId);
      if (heard === undefined || !addTo(seen, heard.id)) return;
      await inProgress.track(answer(heard, botId));
    },
    close: async () => {
      closed = true;
      await inProgress.settled();
    },
  };
};
