import { readFile } from 'node:fs/promises';
import type { DiskCache } from './cache/diskCache.ts';
import { findKept, folderKey, keep } from './cache/keptLibrary.ts';
import { type ParsedCache, parsedCache } from './cache/parsedCache.ts';
import type { Finding, Language, Library } from './model.ts';
import { type DraftsReader, draftsReader } from './parse.ts';
import { hiddenAt, nextChange } from './post/frontMatter/publication.ts';
import type { Draft } from './post/model.ts';
import { decodeDraft } from './post/packed.ts';
import { type FolderScan, type FoundFile, type SkippedFile, scanFolder } from './scan.ts';
import { type Assembled, assemble } from './series/assemble.ts';
import type { AuthorList } from './series/authorList.ts';
import { slices } from './text/slices.ts';
import { type Glossary, NO_GLOSSARY } from './topics/model.ts';

export interface LibraryOptions {
  /** The content folder. */
  readonly dir: string;
  /** The site's base URL; http or https. */
  readonly siteUrl?: string | undefined;
  /** The language of posts that do not state theirs. */
  readonly defaultLanguage: Language;
  /** Milliseconds since 1970, to know which posts are public. Default: the machine's clock. */
  readonly now?: () => number;
  /** What was read at the last start. Default: everything is read. */
  readonly cache?: DiskCache | undefined;
}

/** A parsed file, reused while its stamp is unchanged. */
interface ReadPost {
  readonly stamp: string;
  /** The last good version, if any. */
  readonly good: Draft | undefined;
  /** The version on disk. */
  readonly latest: Draft;
}

interface ReadTopics {
  readonly stamp: string;
  readonly good: Glossary;
  readonly latest: Glossary;
}

interface ReadAuthorList {
  readonly stamp: string;
  readonly good: AuthorList | undefined;
  readonly latest: AuthorList;
}

/** A library with the state from which the next one is built incrementally. */
export interface LibrarySnapshot {
  readonly library: Library;
  readonly scan: FolderScan;
  /** When the next post comes or goes by its front matter, in milliseconds since 1970; Infinity for never. */
  readonly changesAt: number;
  /** Markdown files that are not shown, and why. */
  readonly skipped: readonly SkippedFile[];
  /** Undefined for a library that was kept from the last start. */
  readonly state: SnapshotState | undefined;
}

interface SnapshotState {
  readonly posts: ReadonlyMap<string, ReadPost>;
  readonly topics: ReadTopics | undefined;
  readonly authors: readonly ReadAuthorList[];
  /** Number of files and folders that could not be read. */
  readonly troubles: number;
  /** Files of the posts that are kept out. */
  readonly hidden: ReadonlySet<string>;
  readonly assembled: Assembled;
}

type KnownSnapshot = LibrarySnapshot & { readonly state: SnapshotState };

/** Larger files are reported and not parsed. */
const LARGEST = 4 * 1024 * 1024;
/** The same for glossaries and lists of authors: thousands of entries. */
const LARGEST_LIST = 512 * 1024;
const TOO_LARGE_LIST = 'The file is larger than 512 kB and is not read.';

/** True where a new version must not replace a good one. */
function isBroken(draft: Draft, before: Draft | undefined): boolean {
  return draft.broken || (draft.front.title === undefined && before?.front.title !== undefined);
}

/** True for a README that tells of the folder that it lies in, and not of a talk that has the folder to itself. */
function isDescription({ file, front }: Draft): boolean {
  return /^(?:.*\/)?README(?:\.[^/]*)?$/iu.test(file) && (front.title === undefined || !file.includes('/'));
}

function problem(file: string, code: string, message: string): Finding {
  return { level: 'error', file, line: 1, code, message };
}

/** What a library is made of besides the files. */
const settingsOf = ({ siteUrl, defaultLanguage }: LibraryOptions): readonly (string | undefined)[] => [
  siteUrl,
  defaultLanguage,
];

/**
 * The library of the last start, if nothing that it is made of has changed since: no post is even looked into.
 * @throws the file system's error if the folder itself cannot be read.
 */
export async function readKept(
  options: LibraryOptions,
  cache: DiskCache,
): Promise<LibrarySnapshot | undefined> {
  const scan = await scanFolder(options.dir);
  const kept = findKept(cache, folderKey(scan, settingsOf(options)), (options.now ?? Date.now)());
  return kept && { ...kept, scan, state: undefined };
}

/** Keeps a library for the next start, unless something could not be read or is older than its file. */
export function keepLibrary(options: LibraryOptions, snapshot: LibrarySnapshot, cache: DiskCache): void {
  const { library, scan, skipped, changesAt, state } = snapshot;
  if (state === undefined || state.troubles > 0) return;
  const readAt = (options.now ?? Date.now)();
  keep(cache, folderKey(scan, settingsOf(options)), { library, skipped, changesAt, readAt });
}

/**
 * Reads a content folder. With `previous`, files with an unchanged stamp are not read again, unchanged posts are the
 * same objects, and an unreadable post keeps its last good version (with a finding).
 * @throws the file system's error if the folder itself cannot be read.
 */
export async function readFolder(
  options: LibraryOptions,
  before?: LibrarySnapshot,
): Promise<LibrarySnapshot> {
  const previous = before?.state === undefined ? undefined : { ...before, state: before.state };
  const scan = keepUnreadable(await scanFolder(options.dir), before?.scan);
  const findings: Finding[] = [...scan.findings];
  const cache = parsedCache(options.cache);
  const posts = await readPosts(scan, previous, findings, cache, before !== undefined);
  const topics = await readTopics(scan.glossary, previous, findings, cache, before !== undefined);
  const authors = await readAuthorLists(scan.authors, previous, findings);
  const now = (options.now ?? Date.now)();
  const shown: Draft[] = [];
  const notes: Finding[] = [];
  const skipped: SkippedFile[] = [...scan.skipped];
  let changesAt = Infinity;
  for (const { good } of posts.values()) {
    if (good === undefined || isDescription(good)) continue;
    changesAt = Math.min(changesAt, nextChange(good.front, now));
    const hidden = hiddenAt(good.front, now);
    if (hidden === undefined) shown.push(good);
    else notes.push({ level: 'note', file: good.file, code: 'hidden', ...hidden });
  }
  const hidden = new Set(notes.map(({ file }) => file));
  if (previous && isSame(previous, scan, posts, topics, authors, findings, hidden)) {
    return before?.changesAt === changesAt ? before : { ...previous, changesAt };
  }
  for (const { good, latest } of posts.values()) {
    if (isDescription(latest)) {
      skipped.push({ file: latest.file, reason: 'tells of its folder' });
      continue;
    }
    if (good === latest) continue;
    const kept =
      good === undefined ? 'The post is left out until then.' : 'Its last good version is shown until then.';
    for (const { level, line, code, message } of latest.problems) {
      findings.push({
        level,
        file: latest.file,
        line,
        code,
        message: `${message} ${level === 'error' ? kept : ''}`.trim(),
      });
    }
    if (!latest.broken)
      findings.push(problem(latest.file, 'no-title', `The post has lost its title; write it again. ${kept}`));
  }
  const { siteUrl, defaultLanguage } = options;
  const glossary = topics?.good ?? NO_GLOSSARY;
  const shownGlossary =
    topics && topics.latest !== topics.good ? { ...glossary, findings: topics.latest.findings } : glossary;
  const lists = authors.flatMap(({ good }) => good ?? []);
  const settings = { siteUrl, defaultLanguage, authors: lists };
  const assembled = await assemble(shown, scan, shownGlossary, settings, previous?.state.assembled, [
    ...findings,
    ...authors.flatMap(({ latest }) => latest.findings),
    ...notes,
  ]);
  const state = { posts, topics, authors, troubles: findings.length, hidden, assembled };
  return { library: assembled.library, scan, skipped, changesAt, state };
}

const listOf = ({ folders }: FolderScan): string => folders.map(({ path }) => path).join('\n');

/** What cannot be read at the moment keeps what was found there before: it is not known to be gone. */
function keepUnreadable(scan: FolderScan, before: FolderScan | undefined): FolderScan {
  if (before === undefined || scan.unreadable.length === 0) return scan;
  const isIn = (file: string): boolean =>
    scan.unreadable.some((place) => file === place || file.startsWith(`${place}/`));
  const kept = (files: readonly FoundFile[]): readonly FoundFile[] => files.filter(({ file }) => isIn(file));
  const posts = [...scan.posts, ...kept(before.posts)].sort((a, b) => (a.file < b.file ? -1 : 1));
  return {
    ...scan,
    posts,
    glossary: scan.glossary ?? (before.glossary && isIn(before.glossary.file) ? before.glossary : undefined),
    authors: [...scan.authors, ...kept(before.authors)],
    pictures: new Map([...scan.pictures, ...[...before.pictures].filter(([file]) => isIn(file))]),
  };
}

/** True where the folder is unchanged since the last library. Files with problems are read again. */
function isSame(
  { scan: before, state }: KnownSnapshot,
  scan: FolderScan,
  posts: ReadonlyMap<string, ReadPost>,
  topics: ReadTopics | undefined,
  authors: readonly ReadAuthorList[],
  findings: readonly Finding[],
  hidden: ReadonlySet<string>,
): boolean {
  if (hidden.size !== state.hidden.size || !hidden.isSubsetOf(state.hidden)) return false;
  if (findings.length > 0 || state.troubles > 0 || topics !== state.topics || posts.size !== state.posts.size)
    return false;
  if (authors.length !== state.authors.length || authors.some((list, at) => list !== state.authors[at]))
    return false;
  if (scan.pictures.size !== before.pictures.size || listOf(scan) !== listOf(before)) return false;
  for (const [file, post] of posts) if (state.posts.get(file) !== post) return false;
  for (const [file, { stamp }] of scan.pictures) if (before.pictures.get(file)?.stamp !== stamp) return false;
  return true;
}

async function readPosts(
  scan: FolderScan,
  previous: KnownSnapshot | undefined,
  findings: Finding[],
  cache: ParsedCache,
  serving: boolean,
): Promise<Map<string, ReadPost>> {
  const changed = scan.posts.filter(({ file, stamp }) => previous?.state.posts.get(file)?.stamp !== stamp);
  const read = new Map<string, ReadPost>();
  const take = ({ file, stamp }: FoundFile, latest: Draft): void => {
    const before = previous?.state.posts.get(file);
    const broken = isBroken(latest, before?.good);
    read.set(file, { stamp, latest, good: broken ? before?.good : latest });
  };
  const pause = slices();
  const unread: FoundFile[] = [];
  for (const found of changed) {
    const encoded = cache.find(found);
    if (encoded === undefined) unread.push(found);
    else take(found, decodeDraft(encoded));
    await pause();
  }
  const sizes = unread.map(({ size }) => Math.min(size, LARGEST));
  const reader = draftsReader(sizes, serving);
  const waiting = unread.values();
  const lane = async (): Promise<void> => {
    for (const found of waiting) {
      const before = previous?.state.posts.get(found.file);
      const latest = await readPost(found, before, reader.draft, findings, cache);
      if (latest) take(found, latest);
      else if (before) read.set(found.file, { ...before, stamp: '' });
    }
  };
  try {
    await Promise.all(Array.from({ length: reader.lanes }, lane));
  } finally {
    await reader.close();
  }
  const posts = new Map<string, ReadPost>();
  for (const { file } of scan.posts) {
    const post = read.get(file) ?? previous?.state.posts.get(file);
    if (post) posts.set(file, post);
  }
  return posts;
}

async function readPost(
  found: FoundFile,
  before: ReadPost | undefined,
  draft: DraftsReader['draft'],
  findings: Finding[],
  cache: ParsedCache,
): Promise<Draft | undefined> {
  const { file, path, size } = found;
  if (size > LARGEST) {
    findings.push(problem(file, 'too-large', 'The file is larger than 4 MB and is not read; split it.'));
    return undefined;
  }
  try {
    const bytes = new Uint8Array(await readFile(path));
    const encoded = await cache.through(found, bytes, () => draft(file, bytes));
    const latest = decodeDraft(encoded);
    return before && latest.digest !== '' && before.latest.digest === latest.digest ? before.latest : latest;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    // Deleted between listing and reading: the next scan finds it removed.
    if (code !== 'ENOENT') {
      findings.push(problem(file, 'unreadable', `The file cannot be read (${code}); check its permissions.`));
    }
    return undefined;
  }
}

async function readTopics(
  found: FoundFile | undefined,
  previous: KnownSnapshot | undefined,
  findings: Finding[],
  cache: ParsedCache,
  serving: boolean,
): Promise<ReadTopics | undefined> {
  if (!found) return undefined;
  const before = previous?.state.topics;
  if (before?.stamp === found.stamp) return before;
  if (found.size > LARGEST_LIST) {
    findings.push(problem(found.file, 'too-large', `${TOO_LARGE_LIST} Leave out what is not needed.`));
    return before && { ...before, stamp: '' };
  }
  const reader = draftsReader([found.size], serving);
  try {
    const encoded =
      cache.find(found) ??
      (await cache.through(found, new Uint8Array(await readFile(found.path)), reader.glossary));
    const latest: Glossary = JSON.parse(Buffer.from(encoded).toString());
    return { stamp: found.stamp, latest, good: latest.broken ? (before?.good ?? NO_GLOSSARY) : latest };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    findings.push(
      problem(found.file, 'unreadable', `The glossary cannot be read (${code}); check its permissions.`),
    );
    return before && { ...before, stamp: '' };
  } finally {
    await reader.close();
  }
}

async function readAuthorLists(
  found: readonly FoundFile[],
  previous: KnownSnapshot | undefined,
  findings: Finding[],
): Promise<readonly ReadAuthorList[]> {
  const lists: ReadAuthorList[] = [];
  for (const { file, path, stamp, size } of found) {
    const before = previous?.state.authors.find(({ latest }) => latest.file === file);
    if (before?.stamp === stamp) {
      lists.push(before);
      continue;
    }
    if (size > LARGEST_LIST) {
      findings.push(problem(file, 'too-large', `${TOO_LARGE_LIST} Split it.`));
      if (before) lists.push({ ...before, stamp: '' });
      continue;
    }
    try {
      // Loaded where there are such files alone.
      const { readAuthors } = await import('./authors.ts');
      const latest = readAuthors(file, await readFile(path, 'utf8'));
      lists.push({ stamp, latest, good: latest.broken ? before?.good : latest });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      findings.push(
        problem(file, 'unreadable', `The list of authors cannot be read (${code}); check its permissions.`),
      );
      if (before) lists.push({ ...before, stamp: '' });
    }
  }
  return lists;
}

/**
 * Reads a content folder once.
 * @throws the file system's error if the folder itself cannot be read.
 */
export async function readLibrary(options: LibraryOptions): Promise<Library> {
  return (await readFolder(options)).library;
}
