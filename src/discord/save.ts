import { type APIChannel, type APIMessage, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Page, Reader } from '#pages/model.ts';
import { drawDmClosed, drawSaved } from '#pages/notices.ts';
import type { Logger } from '../log.ts';
import { codeOf } from './errors.ts';
import { uploadOf } from './reply/body.ts';
import type { PageAnswer } from './reply/respond.ts';
import type { Rest } from './rest/rest.ts';

interface SaveOrder {
  readonly rest: Rest;
  readonly page: Page;
  readonly personId: string;
  /** The interaction's id: what is sent again for it arrives once. */
  readonly nonce: string;
  readonly reader: Reader;
  readonly log: Logger;
}

/** The person takes no DMs, or is in no server with the bot. */
const CLOSED: readonly unknown[] = [
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
];

/** Sends a page to a person's DM; gives the private notice about it. @throws other refusals of Discord */
export const saveToDm = async (order: SaveOrder): Promise<PageAnswer> => {
  const { rest, page, personId, nonce, reader, log } = order;
  try {
    const dm = await rest.post<APIChannel>(Routes.userChannels(), { body: { recipient_id: personId } });
    const { body, files } = await uploadOf(page, { log });
    const sent = await rest.post<APIMessage>(Routes.channelMessages(dm.id), {
      files,
      body: { ...body, nonce, enforce_nonce: true },
    });
    const message = { guildId: undefined, channelId: dm.id, id: sent.id };
    return { kind: 'reply', private: true, page: drawSaved(message, reader) };
  } catch (error) {
    if (!CLOSED.includes(codeOf(error))) throw error;
    return { kind: 'reply', private: true, page: drawDmClosed(reader) };
  }
};
