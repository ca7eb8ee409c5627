import path from 'node:path';
import { readAddress } from '#store/address.ts';
import type { Config } from '../config/config.ts';
import { EXIT, StartError } from '../exit.ts';
import type { Logger } from '../log.ts';
import { safeAddress } from '../redact.ts';

/** The folder with the posts, on this disk. */
export interface ContentFolder {
  readonly dir: string;
  /** Where the posts are a repository's: looks for newer ones from now on, and calls `changed` after each. */
  readonly follow: (changed: () => void) => void;
  readonly close: () => Promise<void>;
}

const after = (milliseconds: number, callback: () => void): (() => void) => {
  const timer = setTimeout(callback, milliseconds).unref();
  return () => clearTimeout(timer);
};

/** Where the bot may write: beside the database. */
export const dataFolderOf = (databaseUrl: string): string => {
  const address = readAddress(databaseUrl);
  return path.resolve(address.kind === 'file' ? path.dirname(address.file) : 'data');
};

/**
 * The folder that CONTENT_DIR names, or a copy of the repository that CONTENT_GIT names.
 * @throws StartError where there is no copy, and the repository cannot be read
 */
export const openContentFolder = async (
  { contentDir, contentGit, databaseUrl }: Pick<Config, 'contentDir' | 'contentGit' | 'databaseUrl'>,
  log: Logger,
): Promise<ContentFolder> => {
  if (contentGit === undefined) return { dir: contentDir, follow: () => {}, close: async () => {} };
  // Loaded where it is wanted alone.
  const { openMirror } = await import('../git/mirror.ts');
  const folder = path.join(dataFolderOf(databaseUrl), 'content-git');
  try {
    return await openMirror({ address: contentGit, folder, log, after });
  } catch (error) {
    const place = safeAddress(contentGit.url) ?? 'the address';
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `CONTENT_GIT: the repository at ${place} cannot be read (${reason}). Check the address, its branch and folder, and that it can be read without being asked for a password.`,
      EXIT.config,
      { cause: error },
    );
  }
};
