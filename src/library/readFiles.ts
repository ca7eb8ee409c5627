import { readFile } from 'node:fs/promises';
import type { ParsedCache } from './cache/parsedCache.ts';
import { createPause } from './compute/slicedWork.ts';
import type { Finding } from './model.ts';
import { type DraftsReader, draftsReader } from './parse.ts';
import { decodeDraft } from './post/draftCodec.ts';
import type { Draft } from './post/model.ts';
import type { ParsedPost, PostFile } from './post/readPost.ts';
import type { FolderScan, FoundFile } from './scan.ts';
import { type AuthorList, encodeAuthors } from './series/build/authorList.ts';
import { digest } from './text/slug.ts';
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

/** The parsed files of a folder, each alone. */
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
  const pause = createPause();
  const unread: FoundFile[] = [];
  for (const found of changed) {
    const encoded = cache.find(found);
    if (encoded === undefined) unread.push(found);
    else take(found, decodeDraft(encoded));
    await pause();
  }
  await readDrafts(unread, previous, cache, serving, (found, { draft, finding }) => {
    if (finding !== undefined) findings.push(finding);
    const before = previous?.posts.get(found.file);
    if (draft !== undefined) take(found, draft);
    else if (before !== undefined) read.set(found.file, { ...before, stamp: '' });
  });
  const posts = new Map<string, ReadPost>();
  for (const { file } of scan.posts) {
    const post = read.get(file) ?? previous?.posts.get(file);
    if (post) posts.set(file, post);
  }
  return posts;
}

/**
 * New versions of some posts, by file, where each is as good as the last one was; undefined where one is not, or cannot
 * be read. A version of the same bytes is the same object.
 */
export async function readEdited(
  changed: readonly FoundFile[],
  previous: ReadFiles,
  cache: ParsedCache,
): Promise<ReadonlyMap<string, ReadPost> | undefined> {
  const read = new Map<string, ReadPost>();
  await readDrafts(changed, previous, cache, true, (found, { draft }) => {
    const before = previous.posts.get(found.file);
    const isGood = draft !== undefined && before?.good === before?.latest && !isBroken(draft, before?.good);
    if (isGood) read.set(found.file, { stamp: found.stamp, latest: draft, good: draft });
  });
  return read.size === changed.length ? read : undefined;
}

/** The result of reading a post's file: neither where it was deleted meanwhile. */
interface ReadDraft {
  readonly draft?: Draft;
  readonly finding?: Finding;
}

async function readDrafts(
  unread: readonly FoundFile[],
  previous: ReadFiles | undefined,
  cache: ParsedCache,
  serving: boolean,
  take: (found: FoundFile, read: ReadDraft) => void,
): Promise<void> {
  const wanted = new Map<string, FoundFile>();
  for (const found of unread) {
    const { file, size } = found;
    if (size <= LARGEST) wanted.set(file, found);
    else {
      const message = 'The file is larger than 4 MB and is not read; split it.';
      take(found, { finding: problem(file, 'too-large', message) });
    }
  }
  const lastDigest = (file: string) => previous?.posts.get(file)?.latest.digest || undefined;
  const files = [...wanted.values()].map(({ file, path, size, ...rest }): PostFile => {
    const known = lastDigest(file) ?? cache.known({ file, path, size, ...rest });
    return { file, path, size, known };
  });
  const draftIn = (found: FoundFile, parsed: ParsedPost, known: string | undefined): ReadDraft => {
    const { file } = found;
    if (parsed.kind === 'unreadable') {
      // Deleted between listing and reading: the next scan finds it removed.
      if (parsed.code === 'ENOENT') return {};
      const message = `The file cannot be read (${parsed.code}); check its permissions.`;
      return { finding: problem(file, 'unreadable', message) };
    }
    const last = previous?.posts.get(file)?.latest;
    if (parsed.kind === 'draft') {
      const draft = decodeDraft(parsed.encoded);
      if (draft.digest !== '') cache.keep(found, draft.digest, parsed.encoded);
      return { draft };
    }
    const encoded = known === undefined ? undefined : cache.ofBytes(found, known);
    if (known !== undefined) cache.keep(found, known, undefined);
    if (last !== undefined && last.digest === known) return { draft: last };
    return encoded === undefined ? {} : { draft: decodeDraft(encoded) };
  };
  const reader = draftsReader(
    files.map(({ size }) => size),
    serving,
  );
  try {
    await reader.posts(files, ({ file, known }, parsed) => {
      const found = wanted.get(file);
      if (found !== undefined) take(found, draftIn(found, parsed, known));
    });
  } finally {
    await reader.close();
  }
}

async function readGlossary(found: FoundFile, cache: ParsedCache, reader: DraftsReader): Promise<Uint8Array> {
  const bytes = new Uint8Array(await readFile(found.path));
  const hash = digest(bytes, 32);
  const kept = cache.ofBytes(found, hash);
  const encoded = kept ?? (await reader.glossary(bytes));
  cache.keep(found, hash, kept === undefined ? encoded : undefined);
  return encoded;
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
    const encoded = cache.find(found) ?? (await readGlossary(found, cache, reader));
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
  cache: ParsedCache,
): Promise<readonly ReadAuthorList[]> {
  const lists: ReadAuthorList[] = [];
  for (const one of found) {
    const { file, path, stamp, size } = one;
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
      const source = await readFile(path, 'utf8');
      const latest = readAuthors(file, source);
      cache.keep(one, digest(source, 32), encodeAuthors(latest));
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
