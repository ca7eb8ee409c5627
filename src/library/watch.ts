import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { DiskCache } from './cache/diskCache.ts';
import { cacheLibrary, readCached, withoutState } from './cache/keptSnapshot.ts';
import { collectGarbage, MANY_POSTS, shrinkHeap } from './compute/collectGarbage.ts';
import { layoutInWords } from './layout.ts';
import type { Finding, Library } from './model.ts';
import { readFolder } from './read.ts';
import type { FolderScan } from './scan.ts';
import type { LibraryOptions, LibrarySnapshot } from './snapshot.ts';

/** A logger for changes of the content folder. pino fits. */
export interface LibraryLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** Starts a timer and returns a function that cancels it. */
export type StartTimer = (milliseconds: number, run: () => void) => () => void;

/**
 * Watches a folder without its subfolders; returns a function that stops. `changed`: with the name of what changed, if
 * the file system tells it. `lost`: no more changes will be reported.
 */
export type WatchFolder = (folder: string, changed: (name?: string) => void, lost: () => void) => () => void;

/** What is kept between starts: posts are opened, once, where the library itself cannot be taken from the last start. */
export interface LibraryCaches {
  readonly library: DiskCache;
  readonly posts: () => Promise<DiskCache>;
}

export interface OpenOptions extends Omit<LibraryOptions, 'cache' | 'kept'> {
  /** Default: nothing is kept. */
  readonly caches?: LibraryCaches | undefined;
  readonly log: LibraryLog;
  /** Default: real time. */
  readonly startTimer?: StartTimer;
  /** Default: notifications of the file system. */
  readonly watchFolder?: WatchFolder;
}

/** A content folder that is reread on every change. */
export interface OpenLibrary {
  /** The current library. */
  current(): Library;
  /** Calls `listener` with each new library; returns a function that unsubscribes. */
  onChange(listener: (next: Library) => void): () => void;
  /** Reads the folder again: for changes of which no notification comes. */
  readAgain(): void;
  /** Stops watching; the result of a reading in progress is discarded. */
  close(): Promise<void>;
}

/** Editors write a file in several steps: one reading after the last of them. */
const SETTLE = 100;
/** Poll interval, for network drives without notifications and for a folder that is missing for a moment. */
const LOOK_AGAIN = 1000;
/** Beside a library of the last start the folder is listed again when the start is over. */
const START_IS_OVER = 5000;
/** Changes that go on and on are read after this long. */
const LATEST = 1000;
/** File systems do not tell of everything: the folder is looked at this often whatever they say. */
const LOOK_ANYWAY = 60_000;

const realTimer: StartTimer = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

const realWatch: WatchFolder = (folder, changed, lost) => {
  let watcher: FSWatcher | undefined;
  try {
    watcher = watch(folder, { persistent: false }, (_event, name) => changed(name ?? undefined));
    watcher.on('error', lost);
  } catch {
    lost();
  }
  return () => watcher?.close();
};

function keyOf({ file, line, code, message }: Finding): string {
  return `${file}:${line}:${code}:${message}`;
}

/**
 * Reads a content folder and watches it. Changes are applied within a second: the library is replaced as a whole, and
 * the old one stays valid for its users.
 * @throws the file system's error if the folder cannot be read at first.
 */
export async function openLibrary(options: OpenOptions): Promise<OpenLibrary> {
  const { log, caches, startTimer = realTimer, watchFolder = realWatch } = options;
  const listeners = new Set<(next: Library) => void>();
  const watched = new Map<string, () => void>();
  /** Under which key the next start will find the library. */
  let keptKey: string | undefined;
  let keeping = Promise.resolve();
  const keep = (snapshot: LibrarySnapshot): Promise<void> => {
    keeping = keeping.then(async () => {
      if (caches === undefined) return;
      keptKey = await cacheLibrary(options, snapshot, caches.library, keptKey);
      await caches.library.save();
    });
    return keeping;
  };
  let postsSaved: Promise<void> | undefined;
  const whole: LibraryOptions = { ...options, cache: caches?.posts, kept: caches?.library };
  const readAll = async (
    previous?: LibrarySnapshot,
    paths?: ReadonlySet<string>,
  ): Promise<LibrarySnapshot> => {
    const next = await readFolder(whole, previous, paths);
    // What was not asked for is dropped when the posts are saved: not where none was read.
    if (next !== previous) postsSaved = caches?.posts().then((cache) => cache.save());
    return next;
  };
  const kept = caches && (await readCached(options, caches.library));
  /** Indexing comes next: beside it there is room neither for keeping nor for what the first change needs, which is read back. */
  const readFirst = async (): Promise<LibrarySnapshot> => {
    const first = await readAll();
    if (caches === undefined) return first;
    await keep(first);
    return withoutState(options, first, caches.library);
  };
  let reading = kept ?? (await readFirst());
  if (kept === undefined && reading.state === undefined && reading.scan.posts.length >= MANY_POSTS)
    shrinkHeap();
  let closed = false;
  let stopTimer: (() => void) | undefined;
  let stopLatest: (() => void) | undefined;
  let stopAnyway: (() => void) | undefined;
  let work: Promise<void> | undefined;
  let again = false;
  let reported = new Set<string>();
  /** Paths that changed since the last look; undefined where anything may have. */
  let touched: Set<string> | undefined;

  const report = (library: Library) => {
    const keys = new Set(library.findings.map(keyOf));
    for (const { level, file, line, code, message } of library.findings) {
      const fresh = !reported.has(keyOf({ level, file, line, code, message }));
      if (fresh && level === 'error') log.warn({ file, line, code }, `${file}:${line}: ${message}`);
    }
    reported = keys;
  };

  /** After so many milliseconds the folder is looked at: at all of it, unless it is known what changed. */
  const schedule = (milliseconds: number, known = false) => {
    if (closed) return;
    if (!known) touched = undefined;
    stopTimer?.();
    stopTimer = startTimer(milliseconds, () => {
      stopTimer = undefined;
      look();
    });
  };

  const changed = (path: string | undefined) => {
    if (path !== undefined) touched?.add(path);
    schedule(SETTLE, path !== undefined);
    stopLatest ??= startTimer(LATEST, () => {
      stopLatest = undefined;
      if (!closed) look();
    });
  };

  /** By path and inode: a watcher stays with its folder when another one takes the folder's place. */
  const watchAs = (
    key: string,
    folder: string,
    isOurs: (name: string | undefined) => boolean,
    isInside: boolean,
    onLost: () => void,
  ): boolean => {
    if (watched.has(key)) return false;
    const lost = () => {
      watched.get(key)?.();
      watched.delete(key);
      onLost();
    };
    // Assigned first: a folder that cannot be watched calls back at once.
    watched.set(key, () => {});
    const pathOf = (name?: string) => (isInside && name !== undefined ? join(folder, name) : undefined);
    const stop = watchFolder(folder, (name) => isOurs(name) && changed(pathOf(name)), lost);
    if (watched.has(key)) watched.set(key, stop);
    return watched.has(key);
  };

  /** The places where the content folder itself is exchanged: beside it, and beside the link that leads to it. */
  const places = ({ root }: FolderScan) => new Set([root, resolve(options.dir)]);

  /** Watches the present folders; true where one was not watched before. */
  const follow = (scan: FolderScan): boolean => {
    const inside = scan.folders.map(({ path, id }) => ({ key: `${id} ${path}`, path }));
    const beside = [...places(scan)].map((path) => ({ key: `beside ${path}`, path }));
    const keys = new Set([...inside, ...beside].map(({ key }) => key));
    for (const [key, stop] of watched) {
      if (keys.has(key)) continue;
      stop();
      watched.delete(key);
    }
    const fresh = inside.filter(({ key, path }) =>
      watchAs(
        key,
        path,
        () => true,
        true,
        () => schedule(LOOK_AGAIN),
      ),
    );
    for (const { key, path } of beside)
      watchAs(
        key,
        dirname(path),
        (name) => name === undefined || name === basename(path),
        false,
        () => {},
      );
    return fresh.length > 0;
  };

  const take = (next: LibrarySnapshot) => {
    const { library: before, state } = reading;
    reading = next;
    const { library } = next;
    report(library);
    const same = library.version === before.version && sameFindings(library, before);
    // The cached library is released before the new one is read: both together would take the memory twice.
    if (same && (state !== undefined || library === before)) return;
    if (!same)
      log.info({ version: library.version, sessions: library.sessions.length }, 'The posts were read again');
    for (const listener of listeners) {
      try {
        listener(library);
      } catch (error) {
        log.warn({ error: String(error) }, 'A listener failed on the new posts');
      }
    }
  };

  const read = async () => {
    const paths = touched;
    touched = new Set();
    try {
      const next = await readAll(reading, paths);
      if (closed) return;
      take(next);
      // What came before the watcher did is found by looking once more.
      if (follow(next.scan)) schedule(SETTLE);
    } catch (error) {
      if (closed) return;
      log.warn(
        { error: String(error) },
        'The content folder cannot be read; falling back to the last good posts',
      );
      for (const stop of watched.values()) stop();
      watched.clear();
      schedule(LOOK_AGAIN);
    }
  };

  const lookAnyway = (milliseconds: number) => {
    stopAnyway = startTimer(milliseconds, () => {
      touched = undefined;
      look();
      lookAnyway(LOOK_ANYWAY);
    });
  };

  const look = () => {
    stopLatest?.();
    stopLatest = undefined;
    if (work) {
      again = true;
      return;
    }
    work = read().then(() => {
      work = undefined;
      if (again && !closed) {
        again = false;
        look();
      }
    });
  };

  report(reading.library);
  const taken = layoutInWords(reading.scan.layout);
  if (taken !== undefined) log.info({ folders: reading.scan.layout.folders }, taken);
  follow(reading.scan);
  if (kept !== undefined) void keep(kept);
  // Applies changes between the first reading and the start of watching; those that come before are read by themselves.
  if (reading.state === undefined) touched = new Set();
  else schedule(SETTLE);
  lookAnyway(reading.state === undefined ? START_IS_OVER : LOOK_ANYWAY);

  return {
    current: () => reading.library,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    readAgain: () => schedule(0),
    close: async () => {
      closed = true;
      for (const stop of [stopTimer, stopLatest, stopAnyway, ...watched.values()]) stop?.();
      watched.clear();
      listeners.clear();
      await work;
      if (reading.state !== undefined && reading.scan.posts.length >= MANY_POSTS) collectGarbage();
      await Promise.all([postsSaved, keep(reading)]);
    },
  };
}

function sameFindings(a: Library, b: Library): boolean {
  return (
    a.findings.length === b.findings.length &&
    a.findings.every((one, index) => {
      const other = b.findings[index];
      return other !== undefined && keyOf(one) === keyOf(other);
    })
  );
}
