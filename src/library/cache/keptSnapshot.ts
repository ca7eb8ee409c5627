import { type KeptGroup, keepGroups } from '../compute/keptGroups.ts';
import { createPause } from '../compute/slicedWork.ts';
import type { Finding } from '../model.ts';
import { KeptDataLost, KeptDraft } from '../post/keptDraft.ts';
import type { Draft } from '../post/model.ts';
import type { ReadPost } from '../readFiles.ts';
import { type FolderScan, scanFolder } from '../scan.ts';
import {
  type KeptSeries,
  type KeptTalk,
  keepSeries,
  keepTalks,
  restoreSeries,
} from '../series/keptSeries.ts';
import { restoreTraits, TRAITS } from '../series/keptTraits.ts';
import type { Traits } from '../series/sessions/traits.ts';
import type { KnownSnapshot, LibraryOptions, LibrarySnapshot, SnapshotState } from '../snapshot.ts';
import { keepTopicLists } from '../topics/keptTopics.ts';
import { NO_GLOSSARY } from '../topics/model.ts';
import type { Candidate } from '../topics/offers.ts';
import type { DiskCache } from './diskCache.ts';
import { keptLists } from './keptFiles.ts';
import { findCachedLibrary, folderKey, saveLibrary } from './libraryCache.ts';
import { keptList, keptPieces, saveList, useList } from './lists.ts';
import type { ParsedCache } from './parsedCache.ts';

/** What a library is made of besides the files. */
const settingsOf = ({ siteUrl, defaultLanguage }: LibraryOptions): readonly (string | undefined)[] => [
  siteUrl,
  defaultLanguage,
];

const keys = new WeakMap<FolderScan, string>();

/** Of a scan with the settings that it goes with. */
function keyOf(options: LibraryOptions, scan: FolderScan): string {
  const known = keys.get(scan);
  if (known !== undefined) return known;
  const key = folderKey(scan, settingsOf(options));
  keys.set(scan, key);
  return key;
}

/** Long lists of a state, each kept beside the rest. */
interface Lists extends Record<keyof Traits, KeptGroup> {
  readonly talks: KeptTalk;
  readonly candidates: Candidate;
  readonly holders: KeptGroup;
}
const LISTS = [...TRAITS, 'talks', 'candidates', 'holders'] as const satisfies (keyof Lists)[];

/** The rest, as plain data, beside its library and the posts as they were parsed. */
interface Head {
  /** Posts that are not shown, by file, and the digests of their bytes. */
  readonly leftOut: readonly (readonly [string, string])[];
  readonly findings: readonly Finding[];
  readonly series: KeptSeries;
}

const headKey = (key: string): string => `state\n${key}`;
const listKey = (key: string, name: keyof Lists): string => `state\n${key}\n${name}`;

async function saveState(cache: DiskCache, key: string, state: SnapshotState): Promise<void> {
  const { assembled, posts, findings } = state;
  const save = <Name extends keyof Lists>(name: Name, list: Iterable<Lists[Name]>): Promise<void> =>
    saveList(cache, listKey(key, name), list);
  await save('talks', keepTalks(assembled));
  const { drafts, traits } = assembled.arranged;
  const shownFiles = drafts.map(({ file }) => file);
  for (const name of TRAITS) await save(name, keepGroups(traits[name], shownFiles));
  const { candidates, holders } = keepTopicLists(assembled.found);
  await save('candidates', candidates);
  await save('holders', holders);
  const files = new Set(shownFiles);
  const leftOut = [...posts.values()].flatMap(({ latest: { file, digest } }) =>
    files.has(file) ? [] : [[file, digest] as const],
  );
  const head: Head = { leftOut, findings, series: keepSeries(assembled) };
  cache.set(headKey(key), Buffer.from(JSON.stringify(head)));
}

/**
 * The library of the last start, if nothing that it is made of has changed since: no post is even looked into.
 * @throws the file system's error if the folder itself cannot be read.
 */
export async function readCached(
  options: LibraryOptions,
  cache: DiskCache,
): Promise<LibrarySnapshot | undefined> {
  const scan = await scanFolder(options.dir);
  const key = keyOf(options, scan);
  const kept = findCachedLibrary(cache, key, (options.now ?? Date.now)());
  if (kept === undefined) return undefined;
  // Needed with the first change.
  cache.has(headKey(key));
  for (const name of LISTS) useList(cache, listKey(key, name));
  return { ...kept, scan, state: undefined };
}

/**
 * Keeps a library for the next start, unless something could not be read or is older than its file. Gives the key under
 * which the next start finds it: `last` where it is there already.
 */
export async function cacheLibrary(
  options: LibraryOptions,
  snapshot: LibrarySnapshot,
  cache: DiskCache,
  last: string | undefined,
): Promise<string | undefined> {
  const { library, scan, skipped, changesAt, state } = snapshot;
  const key = keyOf(options, scan);
  if (state === undefined || state.troubles > 0 || key === last) return key;
  await saveState(cache, key, state);
  const readAt = (options.now ?? Date.now)();
  await saveLibrary(cache, key, { library, skipped, changesAt, readAt });
  return key;
}

/** Without its state, where that can be restored: it takes more memory than the library. */
export function withoutState(
  options: LibraryOptions,
  snapshot: LibrarySnapshot,
  cache: DiskCache,
): LibrarySnapshot {
  return cache.has(headKey(keyOf(options, snapshot.scan))) ? { ...snapshot, state: undefined } : snapshot;
}

/** True where all that a kept library was made of is as it was then. */
export function isAsKept(
  options: LibraryOptions,
  { scan, changesAt }: LibrarySnapshot,
  found: FolderScan,
): boolean {
  return (options.now ?? Date.now)() < changesAt && keyOf(options, found) === keyOf(options, scan);
}

/**
 * A kept library with its state, from which the next one is built incrementally; undefined where that was not kept as a
 * whole. No post is looked into, as long as nothing asks for what it says.
 */
export async function restoreState(
  options: LibraryOptions,
  snapshot: LibrarySnapshot,
  cache: DiskCache,
  parsed: ParsedCache,
): Promise<KnownSnapshot | undefined> {
  const { library, scan } = snapshot;
  const key = keyOf(options, scan);
  const lists = keptLists(scan, parsed);
  const bytes = lists && cache.get(headKey(key));
  if (lists === undefined || bytes === undefined) return undefined;
  const { leftOut, findings, series }: Head = JSON.parse(Buffer.from(bytes).toString());
  const pause = createPause();
  const read = async <Name extends keyof Lists>(name: Name): Promise<Lists[Name][] | undefined> => {
    const list: Lists[Name][] = [];
    for (const some of keptPieces<Lists[Name]>(cache, listKey(key, name))) {
      if (some === undefined) return undefined;
      list.push(...some);
      await pause();
    }
    return list;
  };
  const [talks, candidates, holders] = [await read('talks'), await read('candidates'), await read('holders')];
  if (talks === undefined || candidates === undefined || holders === undefined) return undefined;
  const digests = new Map(leftOut);
  for (const [at, session] of library.sessions.entries())
    for (const [place, { file }] of session.posts.entries())
      digests.set(file, talks[at]?.posts[place]?.digest ?? '');
  const posts = new Map<string, ReadPost>();
  const find = ({ file, digest }: Pick<Draft, 'file' | 'digest'>) => parsed.ofBytes({ file }, digest);
  for (const { file, stamp } of scan.posts) {
    const digest = digests.get(file) ?? '';
    if (!parsed.holds({ file }, digest)) return undefined;
    const draft = new KeptDraft(file, digest, find);
    posts.set(file, { stamp, latest: draft, good: draft });
    await pause();
  }
  const { siteUrl, defaultLanguage } = options;
  const { topics, authors } = lists;
  const settings = { siteUrl, defaultLanguage, authors: authors.map(({ latest }) => latest) };
  const glossary = topics?.good ?? NO_GLOSSARY;
  const draftOf = (file: string) => posts.get(file)?.latest;
  const traitsOf = (files: readonly string[]) =>
    restoreTraits((name): readonly KeptGroup[] => {
      const found = keptList<KeptGroup>(cache, listKey(key, name));
      if (found === undefined) throw new KeptDataLost(name);
      return found;
    }, files);
  const restoring = { library, scan, glossary, options: settings, draftOf, traitsOf, pause };
  const assembled = await restoreSeries(series, talks, { candidates, holders }, restoring);
  if (assembled === undefined) return undefined;
  const hidden = new Set(findings.filter(({ code }) => code === 'hidden').map(({ file }) => file));
  const shown = assembled.arranged.drafts;
  const state = {
    posts,
    topics,
    authors,
    troubles: 0,
    hidden,
    shown,
    glossary,
    settings,
    findings,
    assembled,
  };
  return { ...snapshot, state };
}
