import path from 'node:path';
import { codeVersion } from '#library/cache/codeVersion.ts';
import { type DiskCache, openDiskCache } from '#library/cache/diskCache.ts';
import type { LibraryCaches } from '#library/watch.ts';
import type { Logger } from '../log.ts';
import { dataFolderOf } from './contentFolder.ts';

/** What is not computed again at the next start. */
interface Caches extends LibraryCaches {
  readonly index: DiskCache;
}

const here = (folder: string): URL => new URL(`../${folder}`, import.meta.url);

/** Opens the caches; they may be deleted at any time. */
export const openCaches = async (databaseUrl: string, log: Logger): Promise<Caches> => {
  const folder = path.join(dataFolderOf(databaseUrl), 'cache');
  const onTrouble = (message: string, error?: unknown): void =>
    log.warn({ folder, err: error }, `${message}; what it holds is computed again`);
  const open = (name: string, version: string): Promise<DiskCache> =>
    openDiskCache({ folder, name, version, onTrouble });
  const version = codeVersion(here('library'));
  const [library, index] = await Promise.all([
    open('library', version),
    open('index', codeVersion(here('library'), here('search'))),
  ]);
  let posts: Promise<DiskCache> | undefined;
  return {
    library,
    index,
    posts: () => {
      posts ??= open('posts', version);
      return posts;
    },
  };
};
