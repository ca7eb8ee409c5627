import { keptFiles } from './cache/keptFiles.ts';
import { isAsKept, restoreState } from './cache/keptSnapshot.ts';
import { folderKey } from './cache/libraryCache.ts';
import { parsedCache } from './cache/parsedCache.ts';
import { collectGarbage, MANY_POSTS } from './compute/collectGarbage.ts';
import { forgetMemoized } from './compute/memoize.ts';
import { commonEnds } from './compute/moved.ts';
import { lowerBound } from './compute/sorted.ts';
import { VersionedMap } from './compute/versionedMap.ts';
import type { Finding, Library } from './model.ts';
import { changesReadme, whyNoPost } from './noPost.ts';
import { preloadParser } from './parse.ts';
import { hiddenAt, nextChange } from './post/frontMatter/publication.ts';
import { KeptDataLost } from './post/keptDraft.ts';
import type { Draft } from './post/model.ts';
import {
  problem,
  type ReadAuthorList,
  type ReadPost,
  type ReadTopics,
  readAuthorLists,
  readEdited,
  readPosts,
  readTopics,
} from './readFiles.ts';
import { type FolderScan, type FoundFile, rescanPaths, type SkippedFile, scanFolder } from './scan.ts';
import { assemble } from './series/assemble.ts';
import type { KnownSnapshot, LibraryOptions, LibrarySnapshot } from './snapshot.ts';
import { NO_GLOSSARY } from './topics/model.ts';

/**
 * Reads a content folder. With `before`, files with an unchanged stamp are not read again, unchanged posts are the
 * same objects, and an unreadable post keeps its last good version (with a finding); a kept library is given its state,
 * and no file is read until one has changed. With `paths`, where nothing else can have changed, the folder is not even listed if these
 * are posts with other texts.
 * @throws the file system's error if the folder itself cannot be read.
 */
export async function readFolder(
  options: LibraryOptions,
  before?: LibrarySnapshot,
  paths?: ReadonlySet<string>,
): Promise<LibrarySnapshot> {
  try {
    return await readChanges(options, before, paths);
  } catch (error) {
    if (!(error instanceof KeptDataLost) || before === undefined) throw error;
    // What was kept is damaged: all is read, and what is not there any more from the files.
    return readListed(options, await scanFolder(options.dir), before, undefined);
  }
}

const hasState = (snapshot: LibrarySnapshot): snapshot is KnownSnapshot => snapshot.state !== undefined;

async function readChanges(
  options: LibraryOptions,
  before: LibrarySnapshot | undefined,
  paths: ReadonlySet<string> | undefined,
): Promise<LibrarySnapshot> {
  const isKept = before !== undefined && !hasState(before);
  const known = isKept && paths === undefined ? undefined : await withState(options, before);
  if (known && paths !== undefined) {
    const scan = await rescanPaths(known.scan, paths);
    const edited = scan && (await readEdits(options, known, scan));
    if (edited) return edited;
  }
  const found = await scanFolder(options.dir);
  const previous = known ?? (await withState(options, before));
  if (isKept && isAsKept(options, before, found)) {
    // The next change finds its parser loaded.
    if (previous !== undefined && found.posts.length >= MANY_POSTS) await preloadParser();
    return previous ?? before;
  }
  if (previous !== undefined && onlyPostsDiffer(previous.scan, found)) {
    const edited = await readEdits(options, previous, { ...found, pictures: previous.scan.pictures });
    if (edited) return edited;
  }
  return readListed(options, found, before, previous);
}

/** A library with its state; a kept one, if that was kept too. */
async function withState(
  options: LibraryOptions,
  before: LibrarySnapshot | undefined,
): Promise<KnownSnapshot | undefined> {
  if (before === undefined || hasState(before)) return before;
  const { kept, cache } = options;
  if (kept === undefined || cache === undefined) return undefined;
  return restoreState(options, before, kept, parsedCache(await cache()));
}

/** True where all that two scans differ in are posts. */
function onlyPostsDiffer(scan: FolderScan, found: FolderScan): boolean {
  const others = (one: FolderScan) => folderKey({ ...one, posts: [] }, []);
  return found.unreadable.length === 0 && others(scan) === others(found);
}

/** Reads what a folder was found to hold; `previous` is `before`, if it has its state. */
async function readListed(
  options: LibraryOptions,
  found: FolderScan,
  before: LibrarySnapshot | undefined,
  previous: KnownSnapshot | undefined,
): Promise<LibrarySnapshot> {
  const scan = keepPictures(keepUnreadable(found, before?.scan), before?.scan);
  const findings: Finding[] = [...scan.findings];
  const cache = parsedCache(await options.cache?.());
  const serving = before !== undefined;
  const files = previous?.state ?? (before && (await keptFiles(before.scan, before.library, cache)));
  const posts = await readPosts(scan, files, findings, cache, serving);
  const topics = await readTopics(scan.glossary, files, findings, cache, serving);
  const authors = await readAuthorLists(scan.authors, files, findings, cache);
  const now = (options.now ?? Date.now)();
  const shown: Draft[] = [];
  const notes: Finding[] = [];
  const skipped: SkippedFile[] = [...scan.skipped];
  let changesAt = Infinity;
  for (const { good } of posts.values()) {
    if (good === undefined || whyNoPost(good, scan.posts) !== undefined) continue;
    changesAt = Math.min(changesAt, nextChange(good.front, now));
    const hidden = hiddenAt(good.front, now);
    if (hidden === undefined) shown.push(good);
    else notes.push({ level: 'note', file: good.file, code: 'hidden', ...hidden });
  }
  const hidden = new Set(notes.map(({ file }) => file));
  if (previous && isSame(previous, scan, posts, topics, authors, findings, hidden)) {
    return previous.changesAt === changesAt ? previous : { ...previous, changesAt };
  }
  for (const { good, latest } of posts.values()) {
    const reason = whyNoPost(latest, scan.posts);
    if (reason !== undefined) {
      skipped.push({ file: latest.file, reason });
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
  const known = [...findings, ...authors.flatMap(({ latest }) => latest.findings), ...notes];
  const last = previous?.state.assembled;
  const assembled = await assemble(shown, scan, shownGlossary, settings, last, known, before?.library);
  if (last === undefined) {
    forgetMemoized();
    if (shown.length >= MANY_POSTS) {
      // Where people are served, nothing may take so long; there the next change finds its parser loaded.
      if (before === undefined) collectGarbage();
      else await preloadParser();
    }
  }
  const state = {
    posts,
    topics,
    authors,
    troubles: findings.length,
    hidden,
    shown,
    glossary: shownGlossary,
    settings,
    findings: known,
    assembled,
  };
  return { library: assembled.library, scan, skipped, changesAt, state };
}

/** True for a post that is shown now and for ever, by what it says. */
const staysShown = (draft: Draft, posts: readonly FoundFile[], now: number): boolean =>
  whyNoPost(draft, posts) === undefined &&
  hiddenAt(draft.front, now) === undefined &&
  nextChange(draft.front, now) === Infinity;

/** The next snapshot where some posts have other texts and nothing else differs; undefined where more may. */
async function readEdits(
  options: LibraryOptions,
  previous: KnownSnapshot,
  scan: FolderScan,
): Promise<LibrarySnapshot | undefined> {
  const { state } = previous;
  const now = (options.now ?? Date.now)();
  if (state.troubles > 0 || now >= previous.changesAt) return undefined;
  const { front, back } = commonEnds(previous.scan.posts, scan.posts);
  const gone = new Map(
    previous.scan.posts.slice(front, previous.scan.posts.length - back).map((found) => [found.file, found]),
  );
  const changed: FoundFile[] = [];
  for (const found of scan.posts.slice(front, scan.posts.length - back)) {
    if (gone.get(found.file)?.stamp !== found.stamp) changed.push(found);
    gone.delete(found.file);
  }
  if (changed.length + gone.size === 0) return previous;
  const come = changed.map(({ file }) => file).filter((file) => state.posts.get(file) === undefined);
  if ([...come, ...gone.keys()].some((file) => changesReadme(file, scan.posts))) return undefined;
  const read = await readEdited(changed, state, parsedCache(await options.cache?.()));
  if (read === undefined) return undefined;
  const shown = [...state.shown];
  const posts = VersionedMap.after(state.posts);
  for (const [file, post] of read) posts.set(file, post);
  for (const file of [...gone.keys(), ...read.keys()]) {
    const [last, latest] = [state.posts.get(file)?.latest, read.get(file)?.latest];
    if ([last, latest].some((draft) => draft && !staysShown(draft, scan.posts, now))) return undefined;
    if (latest === undefined) posts.delete(file);
    const at = last === undefined ? -1 : shown.indexOf(last);
    if (last !== undefined && at < 0) return undefined;
    if (last !== undefined) shown.splice(at, 1, ...(latest === undefined ? [] : [latest]));
    else if (latest !== undefined)
      shown.splice(
        lowerBound(shown, (draft) => draft.file < file),
        0,
        latest,
      );
  }
  if (shown.length === state.shown.length && shown.every((draft, at) => draft === state.shown[at]))
    return { ...previous, scan, state: { ...state, posts } };
  const { glossary, settings, findings } = state;
  const assembled = await assemble(shown, scan, glossary, settings, state.assembled, findings);
  const { library } = assembled;
  return { ...previous, library, scan, state: { ...state, posts, shown, assembled } };
}

/** Unchanged pictures are the same list. */
function keepPictures(scan: FolderScan, before: FolderScan | undefined): FolderScan {
  return before !== undefined && samePictures(scan, before) ? { ...scan, pictures: before.pictures } : scan;
}

function samePictures({ pictures }: FolderScan, { pictures: before }: FolderScan): boolean {
  if (pictures === before) return true;
  if (pictures.size !== before.size) return false;
  for (const [file, { stamp, path }] of pictures) {
    const last = before.get(file);
    if (last?.stamp !== stamp || last.path !== path) return false;
  }
  return true;
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
  if (!samePictures(scan, before) || listOf(scan) !== listOf(before)) return false;
  for (const [file, post] of posts) if (state.posts.get(file) !== post) return false;
  return true;
}

/**
 * Reads a content folder once.
 * @throws the file system's error if the folder itself cannot be read.
 */
export async function readLibrary(options: LibraryOptions): Promise<Library> {
  return (await readFolder(options)).library;
}
