import { collectGarbage, MANY_POSTS } from '../compute/collectGarbage.ts';
import { createPause } from '../compute/slicedWork.ts';
import { FINDING_LEVELS, type Finding, type Language, type Library, type Section } from '../model.ts';
import type { Draft } from '../post/model.ts';
import type { FolderScan } from '../scan.ts';
import { translationsOf } from '../text/localized.ts';
import { nameKey } from '../text/names/nameFinder.ts';
import { digest } from '../text/slug.ts';
import type { FoundTopics } from '../topics/foundTopics.ts';
import type { Glossary } from '../topics/model.ts';
import { findTopics } from '../topics/topics.ts';
import { type Arranged, arrange } from './arrange.ts';
import type { AuthorList } from './build/authorList.ts';
import type { BuildContext } from './build/buildTalk.ts';
import { type BuiltTalks, buildAll, buildChanged } from './buildTalks.ts';
import { rearrange } from './rearrange.ts';
import { type SummedSessions, sumSessions } from './version.ts';

/** A library, and the state from which the next one is built incrementally. */
export interface Assembled {
  readonly library: Library;
  readonly scan: FolderScan;
  readonly glossary: Glossary;
  readonly options: AssembleOptions;
  readonly arranged: Arranged;
  readonly built: BuiltTalks;
  readonly summed: SummedSessions;
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

const NO_POSTS: BuildContext['kept'] = new Map();

const postsOf = (library: Library | undefined): BuildContext['kept'] =>
  new Map(library?.sessions.flatMap(({ posts }) => posts.map((post) => [post.file, post] as const)));

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
  // Where people are served, nothing may take so long.
  if (before === undefined && drafts.length >= MANY_POSTS) collectGarbage();
  const built =
    again && previous
      ? await buildChanged(again, previous.arranged, previous.built, building)
      : await buildAll(arranged, previous?.built.talks, before?.sessions, building);
  const { sessions } = built;
  const found = await findTopics(sessions, glossary.topics, bracketed, previous?.found, pause, kept?.topics);
  const findings = [
    ...known,
    ...glossary.findings,
    ...[...arranged.own.values()].flat(),
    ...arranged.problems,
    ...arranged.numbers,
    ...arranged.ids,
    ...[...built.problems.values()].flat(),
  ].sort(byPlace);
  const summed = await sumSessions(sessions, previous?.summed, pause);
  const version = versionOf(summed, glossary);
  const library = { version, sessions, topics: found.topics, findings };
  return { library, scan, glossary, options, arranged, built, summed, bracketed, found };
}

/** Topics follow from posts and glossary, so the version need not include them. */
function versionOf({ sum }: SummedSessions, { topics }: Glossary): string {
  const names = topics.map(({ line: _, ...topic }) => JSON.stringify(topic));
  return digest([sum.toString(16), ...names].join('\n'));
}
