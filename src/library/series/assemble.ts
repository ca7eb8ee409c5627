import type { Pause } from '../compute/slices.ts';
import { slices } from '../compute/slices.ts';
import type { Finding, Language, Library, Post, Section, Session, TalkFacts } from '../model.ts';
import type { Draft } from '../post/model.ts';
import type { FolderScan } from '../scan.ts';
import { translationsOf } from '../text/localized.ts';
import { nameKey } from '../text/names/nameFinder.ts';
import { digest } from '../text/slug.ts';
import type { FoundTopics } from '../topics/foundTopics.ts';
import type { Glossary } from '../topics/model.ts';
import { findTopics } from '../topics/topics.ts';
import type { AddressContext } from './address/address.ts';
import { type Arranged, arrange, type Rearranged, rearrange } from './arrange.ts';
import { type NestedSection, ownIds, translatedIds } from './build/align.ts';
import { anchorsOf } from './build/anchors.ts';
import type { AuthorList } from './build/authorList.ts';
import { buildPost } from './build/buildPost.ts';
import { resolvePostContext, usesAnchors } from './build/postContext.ts';
import { resolveTalk } from './build/talk.ts';
import type { AnnotatedDraft } from './sessions/grouping.ts';
import type { Talk } from './sessions/order.ts';

/** A built post and its inputs. */
interface BuiltPost {
  readonly draft: Draft;
  readonly key: string;
  readonly post: Post;
}

/** A talk as it was built. */
interface BuiltTalk {
  readonly session: Session;
  readonly posts: readonly BuiltPost[];
  readonly identified: readonly Identified[];
  readonly findings: readonly Finding[];
}

/** A library, and the state from which the next one is built incrementally. */
export interface Assembled {
  readonly library: Library;
  readonly scan: FolderScan;
  readonly glossary: Glossary;
  readonly options: AssembleOptions;
  readonly arranged: Arranged;
  /** In the order of `arranged.talks`. */
  readonly talks: readonly BuiltTalk[];
  readonly built: ReadonlyMap<string, BuiltPost>;
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

/** The ids of one post's sections. */
interface Ids {
  readonly ids: readonly string[];
  readonly findings: readonly Finding[];
}

interface Identified extends Ids {
  readonly post: AnnotatedDraft;
  readonly nested: readonly NestedSection[];
}

const knownIds = new WeakMap<
  readonly NestedSection[],
  { readonly lists: readonly (readonly NestedSection[])[]; readonly all: readonly Ids[] }
>();

function identify(talk: Talk, nested: ReadonlyMap<string, readonly NestedSection[]>): Identified[] {
  const lists = talk.posts.map(({ draft }) => nested.get(draft.file) ?? []);
  const [theirs = []] = lists;
  const known = knownIds.get(theirs);
  const same = known?.lists.length === lists.length && known.lists.every((list, at) => list === lists[at]);
  const all = same ? known.all : idsOf(talk, lists);
  if (!same) knownIds.set(theirs, { lists, all });
  return talk.posts.map((post, at) => ({
    post,
    nested: lists[at] ?? [],
    ...(all[at] ?? { ids: [], findings: [] }),
  }));
}

function idsOf(
  { posts }: Talk,
  [theirs = [], ...translations]: readonly (readonly NestedSection[])[],
): Ids[] {
  const [original, ...others] = posts;
  const ids = ownIds(theirs.map(({ section }) => section));
  const taken = new Set(ids);
  const rest = translations.map((mine, at): Ids => {
    const found = translatedIds(theirs, ids, mine, taken);
    const file = others[at]?.draft.file ?? '';
    const findings = found.unmatched.flatMap((index): Finding[] => {
      const section = mine[index]?.section;
      if (!section) return [];
      const message = `"${original.draft.file}" has no section for "${section.name}"; add it there, or write the same {#id} behind both headings.`;
      return [{ level: 'warning', file, line: section.line, code: 'outline-differs', message }];
    });
    return { ids: found.ids, findings };
  });
  return [{ ids, findings: [] }, ...rest];
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

const LEVELS: readonly Finding['level'][] = ['error', 'warning', 'note'];

function byPlace(a: Finding, b: Finding): number {
  if (a.level !== b.level) return LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level);
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}

/** What every talk is built with. */
interface Building {
  readonly addresses: AddressContext;
  readonly namesakes: ReadonlyMap<string, readonly string[]>;
  readonly authors: readonly AuthorList[];
  readonly bracketed: WeakSet<Section>;
  readonly pause: Pause;
}

async function buildTalk(
  talk: Talk,
  identified: readonly Identified[],
  before: (file: string) => BuiltPost | undefined,
  last: Session | undefined,
  { addresses, namesakes, authors, bracketed, pause }: Building,
): Promise<BuiltTalk> {
  const findings: Finding[] = [];
  const posts: BuiltPost[] = [];
  for (const { post, nested, ids, findings: found } of identified) {
    const { draft } = post;
    const set = resolvePostContext({ post, nested, ids, number: talk.number, addresses, namesakes });
    findings.push(...found, ...set.findings);
    const known = before(draft.file);
    const same = known !== undefined && known.draft === draft && known.key === set.key;
    posts.push({
      draft,
      key: set.key,
      post: same ? known.post : await buildPost(set.context, bracketed, pause),
    });
  }
  const said = resolveTalk(talk.posts, authors, addresses);
  findings.push(...said.findings);
  const own = posts.map(({ post }) => post);
  return { session: sessionOf(talk, own, said.facts, last), posts, identified, findings };
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

/** Whether a link to a place within another post stands in any post of a talk. */
const linksToPlaces = ({ identified }: BuiltTalk): boolean =>
  identified.some(({ nested }) => usesAnchors(nested));

const anchorsIn = ({ nested, ids }: Identified): (() => ReadonlySet<string>) => {
  return () => anchorsOf(nested, ids);
};

/** Builds the talks of an arrangement in which some are new, and takes all others over. */
async function rebuild(
  { arranged, changed }: Rearranged,
  previous: Assembled,
  building: Omit<Building, 'addresses'>,
): Promise<Pick<Assembled, 'talks' | 'built' | 'anchors'>> {
  const talks = [...previous.talks];
  const built = new Map(previous.built);
  const anchors = new Map(previous.anchors);
  const wanted = new Map<number, Identified[]>();
  let moved = false;
  for (const index of changed) {
    const talk = arranged.talks[index];
    if (talk === undefined) continue;
    const identified = identify(talk, arranged.nested);
    wanted.set(index, identified);
    for (const one of identified) {
      const { file } = one.post.draft;
      const now = anchorsIn(one);
      moved ||= previous.anchors.get(file)?.().symmetricDifference(now()).size !== 0;
      anchors.set(file, now);
    }
  }
  // A link that led to a heading may now lead nowhere.
  if (moved) {
    for (const [index, talk] of previous.talks.entries())
      if (!wanted.has(index) && linksToPlaces(talk)) wanted.set(index, [...talk.identified]);
  }
  const addresses = { ...arranged.addresses, anchors };
  for (const [index, identified] of wanted) {
    const [talk, last] = [arranged.talks[index], previous.talks[index]];
    if (talk === undefined || last === undefined) continue;
    const find = (file: string) => previous.built.get(file);
    const made = await buildTalk(talk, identified, find, last.session, { ...building, addresses });
    talks[index] = made;
    for (const one of made.posts) built.set(one.draft.file, one);
  }
  return { talks, built, anchors };
}

/** Builds all talks of an arrangement. */
async function build(
  arranged: Arranged,
  previous: Assembled | undefined,
  building: Omit<Building, 'addresses'>,
): Promise<Pick<Assembled, 'talks' | 'built' | 'anchors'>> {
  const { pause } = building;
  const identified: Identified[][] = [];
  const anchors = new Map<string, () => ReadonlySet<string>>();
  for (const talk of arranged.talks) {
    const posts = identify(talk, arranged.nested);
    identified.push(posts);
    for (const one of posts) anchors.set(one.post.draft.file, anchorsIn(one));
    await pause();
  }
  const addresses = { ...arranged.addresses, anchors };
  const before = new Map(previous?.library.sessions.map((session) => [session.id, session]));
  const talks: BuiltTalk[] = [];
  const built = new Map<string, BuiltPost>();
  for (const [index, talk] of arranged.talks.entries()) {
    const find = (file: string) => previous?.built.get(file);
    const own = identified[index] ?? [];
    const made = await buildTalk(talk, own, find, before.get(talk.id), { ...building, addresses });
    talks.push(made);
    for (const one of made.posts) built.set(one.draft.file, one);
    await pause();
  }
  return { talks, built, anchors };
}

/**
 * Builds a library from drafts. Whatever is unchanged since `previous` is the same object, and where posts differ
 * within themselves alone, the rest is not looked at. Works in slices, so that replies are not delayed. `known` are
 * earlier findings, which are merged.
 */
export async function assemble(
  drafts: readonly Draft[],
  scan: FolderScan,
  glossary: Glossary,
  options: AssembleOptions,
  previous: Assembled | undefined,
  known: readonly Finding[],
): Promise<Assembled> {
  const pause = slices();
  const bracketed = previous?.bracketed ?? new WeakSet<Section>();
  const { authors = [], defaultLanguage } = options;
  const building = { namesakes: namesakesOf(glossary), authors, bracketed, pause };
  const again =
    previous !== undefined && isSameBut(previous, { scan, glossary, options })
      ? await rearrange(previous.arranged, drafts, defaultLanguage)
      : undefined;
  const arranged =
    again?.arranged ?? (await arrange(drafts, scan, options, previous?.arranged.addresses, pause));
  const made =
    again && previous ? await rebuild(again, previous, building) : await build(arranged, previous, building);
  const sessions = made.talks.map(({ session }) => session);
  const found = await findTopics(sessions, glossary.topics, bracketed, previous?.found, pause);
  const findings = [
    ...known,
    ...glossary.findings,
    ...arranged.own.flat(),
    ...arranged.problems,
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

const sessionKeys = new WeakMap<Session, string>();

/** Changes with everything that a session tells. */
function sessionKey(session: Session): string {
  const known = sessionKeys.get(session);
  if (known !== undefined) return known;
  const key = [session.id, ...session.posts.map(({ hash }) => hash), factsKey(session)].join(' ');
  sessionKeys.set(session, key);
  return key;
}

const FACTS = [
  'speakers',
  'slides',
  'video',
  'code',
  'starts',
  'ends',
  'duration',
  'room',
  'level',
  'languages',
] as const;

/** Equal texts for equal facts, and nothing for none. */
function factsKey(facts: TalkFacts): string {
  const told = FACTS.filter((key) => facts[key] !== undefined);
  return told.length === 0 ? '' : JSON.stringify(told.map((key) => [key, facts[key]]));
}

function sessionOf(
  talk: Talk,
  posts: readonly Post[],
  facts: TalkFacts,
  before: Session | undefined,
): Session {
  const [first, ...rest] = posts;
  if (!first) throw new Error(`Session ${talk.id} has no post`);
  const same =
    before !== undefined &&
    before.number === talk.number &&
    before.otherIds?.join(' ') === talk.otherIds.join(' ') &&
    before.posts.length === posts.length &&
    before.posts.every((post, index) => post === posts[index]) &&
    factsKey(before) === factsKey(facts);
  const { id, otherIds, number } = talk;
  return same ? before : { id, otherIds, number, posts: [first, ...rest], ...facts };
}
