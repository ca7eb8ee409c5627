import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readlink, rename, rm, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from '../log.ts';
import type { GitAddress } from './address.ts';
import { copyNewest, GitError, newestCommit } from './git.ts';

/** The content of a git repository on this disk, which follows it. */
export interface Mirror {
  /** The folder with the content; its path stays the same. */
  readonly dir: string;
  /** Looks for a newer commit every few minutes from now on, and calls `changed` after each one. */
  readonly follow: (changed: () => void) => void;
  readonly close: () => Promise<void>;
}

interface MirrorOptions {
  readonly address: GitAddress;
  /** A folder for copies, which is the bot's own. */
  readonly folder: string;
  readonly log: Logger;
  readonly after: (milliseconds: number, callback: () => void) => () => void;
}

/** Milliseconds between two looks, and the longest pause after looks that failed. */
const LOOK_EVERY = 3 * 60_000;
const LONGEST_PAUSE = 30 * 60_000;

/** The link to the copy that is shown. */
const CURRENT = 'current';

const isThere = async (file: string): Promise<boolean> =>
  await stat(file).then(
    () => true,
    () => false,
  );

/** One place for each repository and branch. */
const placeOf = ({ url, branch = '' }: GitAddress): string =>
  createHash('sha256').update(`${url}#${branch}`).digest('hex').slice(0, 16);

const shownCommit = async (place: string): Promise<string | undefined> =>
  await readlink(path.join(place, CURRENT)).then(
    (target) => path.basename(target),
    () => undefined,
  );

/** Shows another copy: the link is replaced in one step. */
const show = async (place: string, commit: string): Promise<void> => {
  const fresh = path.join(place, `${CURRENT}.${randomBytes(4).toString('hex')}`);
  await symlink(commit, fresh, 'junction');
  await rename(fresh, path.join(place, CURRENT));
};

/** Removes copies but for some, and what a process that was killed has left. */
const tidy = async (place: string, keep: readonly (string | undefined)[]): Promise<void> => {
  for (const name of await readdir(place)) {
    const isLeft = /^[\da-f]{40,64}$/.test(name) && !keep.includes(name);
    if (isLeft) await rm(path.join(place, name), { recursive: true, force: true });
  }
};

/** Gets the newest commit, if it is another than the one shown. True where something changed. */
const update = async (address: GitAddress, place: string, signal: AbortSignal): Promise<boolean> => {
  const [shown, newest] = [await shownCommit(place), await newestCommit(address, signal)];
  const copy = path.join(place, newest);
  if (shown === newest && (await isThere(copy))) return false;
  if (!(await isThere(copy))) {
    const part = path.join(place, `part-${randomBytes(4).toString('hex')}`);
    try {
      await copyNewest(address, part, signal);
      // Another process may have been quicker.
      await rename(part, copy).catch(async (error: unknown) => {
        if (!(await isThere(copy))) throw error;
      });
    } finally {
      await rm(part, { recursive: true, force: true });
    }
  }
  if (!(await isThere(path.join(copy, address.folder))))
    throw new GitError(`it has no folder ${address.folder} at ${newest.slice(0, 8)}`);
  await show(place, newest);
  // The last one stays for readers that are in the middle of it.
  await tidy(place, [shown, newest]);
  return true;
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Opens a mirror: the former copy serves at once where the repository cannot be reached.
 * @throws GitError where there is nothing to show
 */
export const openMirror = async ({ address, folder, log, after }: MirrorOptions): Promise<Mirror> => {
  const place = path.join(folder, placeOf(address));
  const dir = path.join(place, CURRENT, address.folder);
  const ending = new AbortController();
  let failures = 0;
  let cancel = (): void => {};
  let working: Promise<unknown> | undefined;

  const attempt = async (): Promise<boolean> => {
    try {
      const changed = await update(address, place, ending.signal);
      if (failures > 0) log.info('the repository of the posts can be reached again');
      failures = 0;
      if (changed)
        log.info(
          { commit: (await shownCommit(place))?.slice(0, 8) },
          'the posts are those of a newer commit',
        );
      return changed;
    } catch (error) {
      failures += 1;
      if (failures === 1 && !ending.signal.aborted)
        log.warn(
          { reason: reasonOf(error) },
          'the repository of the posts cannot be read; the last good posts stay',
        );
      throw error;
    }
  };

  await mkdir(place, { recursive: true });
  try {
    await attempt();
  } catch (error) {
    if (!(await isThere(dir))) throw error;
  }
  return {
    dir,
    follow: (changed) => {
      const next = (): void => {
        if (ending.signal.aborted) return;
        cancel = after(Math.min(LOOK_EVERY * 2 ** failures, LONGEST_PAUSE), () => {
          working = attempt()
            .then((isNew) => isNew && changed())
            .catch(() => {})
            .finally(next);
        });
      };
      next();
    },
    close: async () => {
      ending.abort();
      cancel();
      await working;
    },
  };
};
