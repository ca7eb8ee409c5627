import { readFile } from 'node:fs/promises';
import type { ParsedCache } from './cache/parsedCache.ts';
import type { Finding } from './model.ts';
import { type DraftsReader, draftsReader } from './parse.ts';
import type { Draft } from './post/model.ts';
import { decodeDraft } from './post/packed.ts';
import type { FolderScan, FoundFile } from './scan.ts';
import type { AuthorList } from './series/authorList.ts';
import { slices } from './text/slices.ts';
import { type Glossary, NO_GLOSSARY } from './topics/model.ts';

/** A parsed post, reused while its stamp is unchanged. */
export interface ReadPost {
  readonly stamp: string;
  /** The last good version, if any. */
  readonly good: Draft | undefined;
  /** The version on disk. */
  readonly latest: Draft;
}

/** The same of the glossary. */
export interface ReadTopics {
  readonly stamp: string;
  readonly good: Glossary;
  readonly latest: Glossary;
}

/** The same of a list of authors. */
export interface ReadAuthorList {
  readonly stamp: string;
  readonly good: AuthorList | undefined;
  readonly latest: AuthorList;
}

/** What was read of a folder's files, each alone. */
export interface ReadFiles {
  readonly posts: ReadonlyMap<string, ReadPost>;
  readonly topics: ReadTopics | undefined;
  readonly authors: readonly ReadAuthorList[];
}

/** Larger files are reported and not parsed. */
const LARGEST = 4 * 1024 * 1024;
/** The same for glossaries and lists of authors: thousands of entries. */
const LARGEST_LIST = 512 * 1024;
const TOO_LARGE_LIST = 'The file is larger than 512 kB and is not read.';

/** True where a new version must not replace a good one. */
function isBroken(draft: Draft, before: Draft | undefined): boolean {
  return draft.broken || (draft.front.title === undefined && before?.front.title !== undefined);
}

/** A finding about a whole file. */
export function problem(file: string, code: string, message: string): Finding {
  return { level: 'error', file, line: 1, code, message };
}

/**
 * The folder's posts by file. Those with an unchanged stamp are not read again; one that is unreadable keeps its last
 * good version.
 * @param findings takes what is wrong with the files themselves.
 * @param serving people are being served meanwhile.
 */
export async function readPosts(
  scan: FolderScan,
  previous: ReadFiles | undefined,
  findings: Finding[],
  cache: ParsedCache,
  serving: boolean,
): Promise<Map<string, ReadPost>> {
  const changed = scan.posts.filter(({ file, stamp }) => previous?.posts.get(file)?.stamp !== stamp);
  const read = new Map<string, ReadPost>();
  const take = ({ file, stamp }: FoundFile, latest: Draft): void => {
    const before = previous?.posts.get(file);
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
      const before = previous?.posts.get(found.file);
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
    const post = read.get(file) ?? previous?.posts.get(file);
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

/** The folder's glossary. @param findings @param serving as in `readPosts`. */
export async function readTopics(
  found: FoundFile | undefined,
  previous: ReadFiles | undefined,
  findings: Finding[],
  cache: ParsedCache,
  serving: boolean,
): Promise<ReadTopics | undefined> {
  if (!found) return undefined;
  const before = previous?.topics;
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

/** The folder's lists of authors. @param findings as in `readPosts`. */
export async function readAuthorLists(
  found: readonly FoundFile[],
  previous: ReadFiles | undefined,
  findings: Finding[],
): Promise<readonly ReadAuthorList[]> {
  const lists: ReadAuthorList[] = [];
  for (const { file, path, stamp, size } of found) {
    const before = previous?.authors.find(({ latest }) => latest.file === file);
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
