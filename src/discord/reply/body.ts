import type { APIEmbed, RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { MessageFlags } from 'discord-api-types/v10';
import type { Page, PageFile } from '#pages/model.ts';
import type { Logger } from '../../log.ts';
import type { UploadFile } from '../rest/multipart.ts';
import { openPicture } from './pictures.ts';

/** The request body of a message: JSON and attached files. */
export interface MessageUpload {
  readonly body: RESTPostAPIChannelMessageJSONBody;
  readonly files: readonly UploadFile[];
}

interface UploadOptions {
  readonly private?: boolean;
  /** The only roles that the message may ping. */
  readonly roleIds?: readonly string[];
  /** Logs pictures that are left out. */
  readonly log: Logger;
}

/** Bytes that Discord takes in a file. @see https://docs.discord.com/developers/reference#uploading-files */
const MOST_BYTES = 10 * 2 ** 20;

type OpenFile = PageFile & UploadFile;

/** A picture that can be sent; undefined where it is unreadable or too large for Discord. */
const readPicture = async (file: PageFile, log: Logger): Promise<OpenFile | undefined> => {
  try {
    const picture = await openPicture(file.path);
    if (picture.size <= MOST_BYTES) return { ...file, ...picture };
    log.warn(
      { file: file.path, bytes: picture.size },
      'a picture was left out: it is over 10 MiB, Discord’s limit',
    );
  } catch (error) {
    log.warn({ err: error, file: file.path }, 'a picture was left out: it cannot be read');
  }
  return undefined;
};

/** The embed without pictures that are not attached; undefined where nothing is left. */
const withoutPicture = (embed: APIEmbed, missing: ReadonlySet<string>): APIEmbed | undefined => {
  const { image, thumbnail, ...words } = embed;
  const isSent = (picture: { readonly url: string } | undefined): boolean =>
    picture !== undefined && !missing.has(picture.url);
  const rest = { ...words, ...(isSent(image) ? { image } : {}), ...(isSent(thumbnail) ? { thumbnail } : {}) };
  const { color: _color, ...told } = rest;
  return Object.keys(told).length === 0 ? undefined : rest;
};

/**
 * A page as a request body. `allowed_mentions` is empty unless a role is named, so nothing in the page can ping;
 * `attachments` is always present, so that an edited message loses the pictures of its former page. A picture that was
 * deleted since the page was drawn is left out, and the rest is sent.
 */
export const uploadOf = async (page: Page, options: UploadOptions): Promise<MessageUpload> => {
  const roles = options.roleIds ?? [];
  const read = await Promise.all(page.files.map((file) => readPicture(file, options.log)));
  const files = read.filter((file) => file !== undefined);
  const sent = new Set(files.map(({ name }) => name));
  const missing = new Set(
    page.files.filter(({ name }) => !sent.has(name)).map(({ name }) => `attachment://${name}`),
  );
  return {
    files: files.map(({ name, size, pieces }) => ({ name, size, pieces })),
    body: {
      ...(page.content === undefined ? {} : { content: page.content }),
      embeds: page.embeds.flatMap((embed) => withoutPicture(embed, missing) ?? []),
      components: [...page.components],
      attachments: files.map(({ name, description }, id) => ({ id, filename: name, description })),
      allowed_mentions: { parse: [], ...(roles.length === 0 ? {} : { roles: [...roles] }) },
      ...(options.private === true ? { flags: MessageFlags.Ephemeral } : {}),
    },
  };
};
