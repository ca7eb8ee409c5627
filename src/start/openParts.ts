import path from 'node:path';
import { codeOf } from '#discord/errors.ts';
import { type LibraryCaches, type OpenLibrary, openLibrary } from '#library/watch.ts';
import { readAddress } from '#store/address.ts';
import type { Config } from '../config/config.ts';
import { EXIT, StartError } from '../exit.ts';
import type { HostedPlayground, HostOptions } from '../host/playground.ts';
import type { Logger } from '../log.ts';
import { NO_PORT, reasonOf } from './startErrors.ts';

/**
 * Reads the posts and follows their changes.
 * @throws StartError where the folder cannot be read.
 */
export const openContent = async (
  { siteUrl, locale }: Config,
  contentDir: string,
  caches: LibraryCaches,
  log: Logger,
): Promise<OpenLibrary> => {
  try {
    return await openLibrary({ dir: contentDir, siteUrl, defaultLanguage: locale, log, caches });
  } catch (error) {
    throw new StartError(
      `CONTENT_DIR: the folder "${contentDir}" cannot be read (${reasonOf(error)}); give the folder with your posts, for example CONTENT_DIR=content.`,
      EXIT.config,
      { cause: error },
    );
  }
};

/** Names where the posts come from, without what is secret of it. */
export const contentName = ({ contentDir, contentGit: git }: Config): string =>
  git === undefined ? path.resolve(contentDir) : `${git.url}#${git.branch ?? ''}:${git.folder}`;

/** The playground's channels are saved next to the database, so that both are deleted together. */
export const playgroundFolder = (databaseUrl: string): string | undefined => {
  const address = readAddress(databaseUrl);
  return address.kind === 'file' ? path.join(path.dirname(address.file), 'playground') : undefined;
};

/**
 * Starts the playground.
 * @throws StartError where its port cannot be had.
 */
export const openPlayground = async (options: HostOptions): Promise<HostedPlayground> => {
  // Loaded where it is wanted alone: it brings a web server and Discord's whole published schema.
  const { hostPlayground } = await import('../host/playground.ts');
  try {
    return await hostPlayground(options);
  } catch (error) {
    const why = NO_PORT[codeOf(error) ?? ''];
    if (why === undefined) throw error;
    throw new StartError(
      `PORT ${options.port} ${why}, for example PORT=4101 (PORT=0: any free one).`,
      EXIT.config,
      { cause: error },
    );
  }
};
