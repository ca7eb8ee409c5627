import {
  type APIEmbed,
  PermissionFlagsBits,
  type RESTGetAPIChannelMessagesResult,
  Routes,
} from 'discord-api-types/v10';
import type { Request } from '#commands/model.ts';
import { hasPermission } from '#commands/permissions.ts';
import { withSharer } from '#pages/message/share.ts';
import type { Page, Reader } from '#pages/model.ts';
import { drawSharedAlready } from '#pages/notices.ts';
import { encodeRoute, type Route } from '#pages/route.ts';
import type { Logger } from '../log.ts';
import { createdAtOf, customIdsOf } from './poster/history.ts';
import type { Answer } from './reply/respond.ts';
import type { Rest } from './rest/rest.ts';

/** A page that is shared in the channel of the pressed button. */
export interface ShareOrder {
  readonly rest: Rest;
  readonly applicationId: string;
  readonly page: Page;
  readonly route: Route;
  readonly reader: Reader;
  readonly request: Request;
}

/** Shares pages, each once: the second press of a button gets a link to the page. */
export interface Shares {
  readonly share: (order: ShareOrder) => Promise<Answer>;
}

/** A page is shared again when it stands further up than so many messages, or longer than a day. */
const NEWEST = 50;
const A_DAY = 24 * 60 * 60_000;
/** Shares that are remembered, for channels whose history the bot may not read. */
const MOST_REMEMBERED = 500;

/** What two messages with the same page have in common, whatever Discord adds to them. */
const faceOf = (embeds: readonly APIEmbed[], customIds: readonly string[]): string =>
  JSON.stringify([embeds.map(({ title }) => title?.trim() ?? ''), customIds]);

const isRecent = (messageId: string, now: number): boolean => now - createdAtOf(messageId) < A_DAY;

/** True where the bot may read the history: what Discord refuses counts towards a ban. */
const mayRead = ({ place }: Request): boolean =>
  place.kind === 'dm' ||
  (place.kind === 'guild' &&
    place.botIsMember &&
    [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory].every((one) =>
      hasPermission(place.appPermissions, one),
    ));

/** The message among the newest that shows the page, else undefined; `known` where the channel cannot be read. */
const findStanding = async (
  { rest, applicationId, page, request }: ShareOrder,
  known: string | undefined,
): Promise<string | undefined> => {
  if (!mayRead(request)) return known;
  const query = new URLSearchParams({ limit: String(NEWEST) });
  const read = await rest.get<RESTGetAPIChannelMessagesResult>(
    Routes.channelMessages(request.place.channelId),
    { query },
  );
  const face = faceOf(page.embeds, customIdsOf(page.components));
  return read.find(
    ({ id, application_id, author, embeds, components }) =>
      (application_id ?? author.id) === applicationId &&
      isRecent(id, request.at.epochMilliseconds) &&
      faceOf(embeds, customIdsOf(components ?? [])) === face,
  )?.id;
};

export const createShares = (log: Logger): Shares => {
  /** The last share of each page in each channel: its message, once that is sent. */
  const last = new Map<string, Promise<string | undefined>>();

  const remember = (key: string, message: Promise<string | undefined>): void => {
    last.delete(key);
    last.set(key, message);
    const [oldest] = last.keys();
    if (last.size > MOST_REMEMBERED && oldest !== undefined) last.delete(oldest);
  };

  return {
    share: async (order) => {
      const { page, route, reader, request } = order;
      const { channelId } = request.place;
      const key = `${channelId} ${reader.language} ${encodeRoute(route)}`;
      const before = last.get(key);
      const sent = Promise.withResolvers<string | undefined>();
      // Remembered before anything is awaited: presses that come at once wait for each other.
      remember(key, sent.promise);
      try {
        const known = await before;
        const recent =
          known !== undefined && isRecent(known, request.at.epochMilliseconds) ? known : undefined;
        const standing = await findStanding(order, recent).catch((error: unknown) => {
          log.debug({ err: error }, 'the channel cannot be searched for a page that was shared');
          return recent;
        });
        if (standing === undefined) {
          return {
            kind: 'reply',
            private: false,
            page: withSharer(page, request.personId, reader),
            onSettled: sent.resolve,
          };
        }
        sent.resolve(standing);
        const guildId = request.place.kind === 'guild' ? request.place.guildId : undefined;
        return {
          kind: 'reply',
          private: true,
          page: drawSharedAlready({ guildId, channelId, id: standing }, reader),
        };
      } catch (error) {
        sent.resolve(undefined);
        throw error;
      }
    },
  };
};
