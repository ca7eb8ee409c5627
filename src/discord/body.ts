import { readFile } from 'node:fs/promises';
import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { MessageFlags } from 'discord-api-types/v10';
import type { Page } from '#pages/model.ts';
import type { RawFile } from './rest.ts';

/** What REST is given for a message: JSON and the files that go along. */
export interface Upload {
  readonly body: RESTPostAPIChannelMessageJSONBody;
  readonly files: RawFile[];
}

/**
 * A page as Discord takes it. `allowed_mentions` is empty unless a role is named, so nothing in the page can ping;
 * `attachments` is always there, so that an edited message loses the pictures of the page before.
 * @throws where a picture has vanished since the page was drawn.
 */
export const uploadOf = async (
  page: Page,
  options: { readonly private?: boolean; readonly roleIds?: readonly string[] } = {},
): Promise<Upload> => {
  const roles = options.roleIds ?? [];
  const files = await Promise.all(
    page.files.map(async ({ name, path }): Promise<RawFile> => ({ name, data: await readFile(path) })),
  );
  return {
    files,
    body: {
      ...(page.content === undefined ? {} : { content: page.content }),
      embeds: [...page.embeds],
      components: [...page.components],
      attachments: page.files.map(({ name, description }, id) => ({ id, filename: name, description })),
      allowed_mentions: { parse: [], ...(roles.length === 0 ? {} : { roles: [...roles] }) },
      ...(options.private === true ? { flags: MessageFlags.Ephemeral } : {}),
    },
  };
};
