import { createPause } from '../compute/slicedWork.ts';
import {
  FINDING_LEVELS,
  type Finding,
  type Language,
  type Library,
  type Section,
  type Session,
} from '../model.ts';
import type { Draft } from '../post/model.ts';
import type { FolderScan } from '../scan.ts';
import { translationsOf } from '../text/localized.ts';
import { nameKey } from '../text/names/nameFinder.ts';
import { digest } from '../text/slug.ts';
import type { FoundTopics } from '../topics/foundTopics.ts';
import type { Glossary } from '../topics/model.ts';
import { findTopics } from '../topics/topics.ts';
import type { AddressContext } from './address/address.ts';
import { type Arranged, arrange } from './arrange.ts';
import { anchorsOf } from './build/anchors.ts';
import type { AuthorList } from './build/authorList.ts';
import { type BuildContext, type BuiltPost, type BuiltTalk, buildTalk } from './build/buildTalk.ts';
import { type Identified, identify } from './build/sectionIds.ts';
import { sessionKey } from './build/session.ts';
import { type Rearranged, rearrange } from './rearrange.ts';

/** A library, and the state from which the next one is built incrementally. */
export interface Assembled {
  readonly library: Library;
  readonly scan: FolderScan;
  readonly glossary: Glossary;
  readonly options: AssembleOptions;
  readonly arranged: Arranged;
  /** In the order of `arranged.talks`. */
  readonly talks: readonly BuiltTalk[];
  readonly anchors: AddressContext['anchors'];
  readonly bracketed: WeakSet<Section>;
  readonly found: FoundTopics;
}

export interface AssembleOptions {
  readonly siteUrl: string | undefined;
  readonly defaultLanguage: Language;
  /** The site's lists of authors. */
  readonly authors?: readonly AuthorList[];
}

const namesakesIn = new WeakMap<Glossary['topics'], ReadonlyMap<string, readonly string[]>>();

/** Alternative names of each glossary topic, by the key of each of its names. */
function namesakesOf(glossary: Glossary): ReadonlyMap<string, readonly string[]> {
  const known = namesakesIn.get(glossary.topics);
  if (known) return known;
  const namesakes = new Map<string, readonly string[]>();
  namesakesIn.set(glossary.topics, namesakes);
  for (const topic of glossary.topics) {
    const names = [...new Set([...translationsOf(topic.name), ...topic.aliases])];
    for (const name of names) if (!namesakes.has(nameKey(name))) namesakes.set(nameKey(name), names);
  }
  return namesakes;
}

function byPlace(a: Finding, b: Finding): number {
  if (a.level !== b.level) return FINDING_LEVELS.indexOf(a.level) - FINDING_LEVELS.indexOf(b.level);
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}

/** What is the same for another library, so that the rest can be compared draft by draft. */
function isSameBut(
  { scan, glossary, options }: Assembled,
  next: Pick<Assembled, 'scan' | 'glossary' | 'options'>,
): boolean {
  const [lists, before] = [next.options.authors ?? [], options.authors ?? []];
  return (
    scan.pictures === next.scan.pictures &&
    glossary.topics === next.glossary.topics &&
    options.siteUrl === next.options.siteUrl &&
    options.defaultLanguage === next.options.defaultLanguage &&
    lists.length === before.length &&
    lists.every((list, at) => list === before[at])
  );
}

const anchorsIn = ({ nested, ids }: Identified): (() => ReadonlySet<string>) => {
  return () => anchorsOf(nested, ids);
};

/** Builds the talks of an arrangement in which some are new, and takes all others over. */
async function rebuild(
  { arranged, changed, from, gone }: Rearranged,
  previous: Assembled,
  building: Omit<BuildContext, 'addresses'>,
): Promise<Pick<Assembled, 'talks' | 'anchors'>> {
  const before = arranged.talks.map((_, index) => previous.talks[from(index) ?? -1]);
  const anchors = new Map(previous.anchors);
  for (const file of gone) anchors.delete(file);
  const wanted = new Map<number, Identified[]>();
  let moved = false;
  for (const index of changed) {
    const talk = arranged.talks[index];
    if (talk === undefined) continue;
    const identified = identify(talk, arranged.boilerplates);
    wanted.set(index, identified);
    for (const one of identified) {
      const { file } = one.post.draft;
      const now = anchorsIn(one);
      moved ||= previous.anchors.get(file)?.().symmetricDifference(now()).size !== 0;
      anchors.set(file, now);
    }
  }
  const readdressed = arranged.addresses.unchanged !== previous.arranged.addresses.unchanged;
  // A link that led to a heading may now lead nowhere.
  if (moved || readdressed) {
    const depends = readdressed ? 'looksElsewhere' : 'linksToPlaces';
    for (const [index, talk] of arranged.talks.entries())
      if (before[index]?.[depends] === true && !wanted.has(index))
        wanted.set(index, identify(talk, arranged.boilerplates));
  }
  const addresses = { ...arranged.addresses, anchors };
  for (const [index, identified] of wanted) {
    const talk = arranged.talks[index];
    if (talk === undefined) continue;
    const last = before[index];
    const find = (file: string) => last?.posts.find(({ draft }) => draft.file === file);
    before[index] = await buildTalk(talk, identified, find, last?.session, { ...building, addresses });
  }
  return { talks: before.filter((talk) => talk !== undefined), anchors };
}

const NO_POSTS: BuildContext['kept'] = new Map();

const postsOf = (library: Library | undefined): BuildContext['kept'] =>
  new Map(library?.sessions.flatMap(({ posts }) => posts.map((post) => [post.file, post] as const)));

/** Builds all talks of an arrangement. */
async function build(
  arranged: Arranged,
  last: Assembled['talks'] = [],
  sessions: readonly Session[] = [],
  building: Omit<BuildContext, 'addresses'>,
): Promise<Pick<Assembled, 'talks' | 'anchors'>> {
  const { pause } = building;
  const identified: Identified[][] = [];
  const anchors = new Map<string, () => ReadonlySet<string>>();
  for (const talk of arranged.talks) {
    const posts = identify(talk, arranged.boilerplates);
    identified.push(posts);
    for (const one of posts) anchors.set(one.post.draft.file, anchorsIn(one));
    await pause();
  }
  const addresses = { ...arranged.addresses, anchors };
  const before = new Map(sessions.map((session) => [session.id, session]));
  const talks: BuiltTalk[] = [];
  const built = new Map<string, BuiltPost>();
  for (const { posts } of last) for (const post of posts) built.set(post.draft.file, post);
  for (const [index, talk] of arranged.talks.entries()) {
    const find = (file: string) => built.get(file);
    const own = identified[index] ?? [];
    const made = await buildTalk(talk, own, find, before.get(talk.id), { ...building, addresses });
    talks.push(made);
    await pause();
  }
  return { talks, anchors };
}

/**
 * Builds a library from drafts. Whatever is unchanged since `previous` is the same object, and where posts differ
 * within themselves alone, the rest is not looked at. Works in slices, so that replies are not delayed. `known` are
 * earlier findings, which are merged. `kept` is a library of the last start: with no `previous`, what did not change is
 * the same object as in it.
 */
export async function assemble(
  drafts: readonly Draft[],
  scan: FolderScan,
  glossary: Glossary,
  options: AssembleOptions,
  previous: Assembled | undefined,
  known: readonly Finding[],
  kept?: Library,
): Promise<Assembled> {
  const pause = createPause();
  const bracketed = previous?.bracketed ?? new WeakSet<Section>();
  const { authors = [], defaultLanguage } = options;
  const before = previous?.library ?? kept;
  const keptPosts = previous === undefined ? postsOf(kept) : NO_POSTS;
  const building = { namesakes: namesakesOf(glossary), authors, bracketed, pause, kept: keptPosts };
  const again =
    previous !== undefined && isSameBut(previous, { scan, glossary, options })
      ? await rearrange(previous.arranged, drafts, defaultLanguage)
      : undefined;
  const arranged =
    again?.arranged ?? (await arrange(drafts, scan, options, previous?.arranged.addresses, pause));
  const made =
    again && previous
      ? await rebuild(again, previous, building)
      : await build(arranged, previous?.talks, before?.sessions, building);
  const sessions = made.talks.map(({ session }) => session);
  const found = await findTopics(sessions, glossary.topics, bracketed, previous?.found, pause, kept?.topics);
  const findings = [
    ...known,
    ...glossary.findings,
    ...arranged.own.flat(),
    ...arranged.problems,
    ...arranged.numbers,
    ...arranged.ids,
    ...made.talks.flatMap((talk) => talk.findings),
  ].sort(byPlace);
  const version = versionOf(sessions, glossary);
  const library = { version, sessions, topics: found.topics, findings };
  return { library, scan, glossary, options, arranged, ...made, bracketed, found };
}

/** Topics follow from posts and glossary, so the version need not include them. */
function versionOf(sessions: readonly Session[], { topics }: Glossary): string {
  const names = topics.map(({ line: _, ...topic }) => JSON.stringify(topic));
  return digest([...sessions.map(sessionKey), ...names].join('\n'));
}
