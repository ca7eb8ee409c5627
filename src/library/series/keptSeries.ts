import { NONE } from '../compute/compact.ts';
import type { Pause } from '../compute/slicedWork.ts';
import { VersionedMap } from '../compute/versionedMap.ts';
import type { Finding, Library, Post, Section, Session } from '../model.ts';
import type { Draft } from '../post/model.ts';
import type { FolderScan } from '../scan.ts';
import { type KeptTopicLists, type KeptTopics, keepTopics, restoreTopics } from '../topics/keptTopics.ts';
import type { Glossary } from '../topics/model.ts';
import { siteOf } from './address/address.ts';
import { addressContextOf, setUrl } from './address/addressContext.ts';
import { type Arranged, annotateKept, seriesOf, talksByFile } from './arrange.ts';
import type { Assembled, AssembleOptions } from './assemble.ts';
import type { Boilerplate } from './build/boilerplate.ts';
import type { BuiltTalk } from './build/buildTalk.ts';
import { asBuilt } from './buildTalks.ts';
import type { AnnotatedDraft } from './sessions/grouping.ts';
import type { TitleContext } from './sessions/naming.ts';
import { firstDays, type Talk } from './sessions/order.ts';
import type { Traits } from './sessions/traits.ts';

/** What is told of a post neither by its draft nor by what it was built to. */
interface KeptPost {
  readonly digest: string;
  readonly key: string;
  readonly path: string;
  readonly number?: number | undefined;
  readonly written?: number | undefined;
  readonly boilerplate?: Boilerplate | undefined;
  /** Where its sections stand whose names were in angle brackets. */
  readonly bracketed?: readonly number[] | undefined;
}

/** The same of a talk. */
export interface KeptTalk {
  /** Where it is another one than that of the talk before. */
  readonly series?: string | undefined;
  readonly date: string;
  readonly time: string;
  readonly place: string;
  readonly posts: readonly KeptPost[];
  readonly findings?: readonly Finding[] | undefined;
  readonly looksElsewhere?: true | undefined;
  readonly linksToPlaces?: true | undefined;
}

/** What all posts tell together, as plain data. */
export interface KeptSeries extends Pick<Arranged, 'problems' | 'numbers' | 'ids' | 'compared'> {
  readonly own: Entries<Arranged['own']>;
  readonly made: readonly string[];
  /** In hexadecimal. */
  readonly sum: string;
  readonly titles: {
    readonly borneOut: readonly string[];
    readonly shared: readonly string[];
    readonly events: Entries<TitleContext['events']>;
    readonly prefixFiles: Entries<TitleContext['first']['prefixes']>;
    readonly eventFiles: Entries<TitleContext['first']['events']>;
  };
  readonly topics: KeptTopics;
}

type Entries<M> = M extends ReadonlyMap<infer K, infer V> ? readonly (readonly [K, V])[] : never;

/** What of an assembled library has to be kept beside it, its talks, the traits of its posts and the lists of its topics. */
export function keepSeries({ arranged, found, summed }: Assembled): KeptSeries {
  const { own, problems, numbers, ids, compared, titles, made } = arranged;
  const { borneOut, shared, events, first } = titles;
  return {
    own: [...own],
    made: [...made],
    sum: summed.sum.toString(16),
    problems,
    numbers,
    ids,
    compared,
    titles: {
      borneOut: [...borneOut],
      shared: [...shared],
      events: [...events],
      prefixFiles: [...first.prefixes],
      eventFiles: [...first.events],
    },
    topics: keepTopics(found),
  };
}

/** What of its talks has to be kept beside their sessions. */
export function* keepTalks({ arranged, built: all, bracketed }: Assembled): Generator<KeptTalk> {
  const { places, boilerplates } = arranged;
  for (const [at, built] of all.talks.entries()) {
    const talk = arranged.talks[at];
    const { findings, looksElsewhere, linksToPlaces } = built;
    const keptPosts = built.posts.map(({ draft, key, post }, place): KeptPost => {
      const marked = post.sections.flatMap((section, spot) => (bracketed.has(section) ? [spot] : []));
      const { path = '', naming } = talk?.posts[place] ?? {};
      return {
        digest: draft.digest,
        key,
        path,
        number: naming?.number,
        written: naming?.written,
        boilerplate: boilerplates.get(draft.file),
        bracketed: marked.length > 0 ? marked : undefined,
      };
    });
    yield {
      series: talk?.series === arranged.talks[at - 1]?.series ? undefined : talk?.series,
      date: talk?.date ?? '',
      time: talk?.time ?? '',
      place: places[at] ?? '',
      posts: keptPosts,
      findings: findings.length > 0 ? findings : undefined,
      looksElsewhere: looksElsewhere || undefined,
      linksToPlaces: linksToPlaces || undefined,
    };
  }
}

/** What a library of the last start is completed with. */
export interface Restoring {
  readonly library: Library;
  readonly scan: FolderScan;
  readonly glossary: Glossary;
  readonly options: AssembleOptions;
  /** The draft of a post that is shown. */
  readonly draftOf: (file: string) => Draft | undefined;
  /** Of the posts that are shown, which are in the order of their files. */
  readonly traitsOf: (files: readonly string[]) => Traits;
  readonly pause: Pause;
}

/** Talks of the last start, one added after the other. */
interface RestoredTalks {
  readonly talks: Talk[];
  readonly built: BuiltTalk[];
  readonly places: string[];
  readonly boilerplates: VersionedMap<string, Boilerplate>;
  readonly bracketed: WeakSet<Section>;
}

/** Adds a talk; false where it is not that of the session. */
function addTalk(
  all: RestoredTalks,
  session: Session,
  kept: KeptTalk,
  { options, draftOf }: Restoring,
  site: URL | undefined,
): boolean {
  const { talks, built, places, boilerplates, bracketed } = all;
  if (kept.posts.length !== session.posts.length) return false;
  const restore = (post: Post, at: number): AnnotatedDraft | undefined => {
    const draft = draftOf(post.file);
    if (draft === undefined) return undefined;
    const { path, number, written, boilerplate, bracketed: marked = NONE } = kept.posts[at] ?? NO_POST;
    const { file, language, title, fullTitle, event, track, date, url, sections } = post;
    if (boilerplate !== undefined) boilerplates.set(file, boilerplate);
    for (const spot of marked) {
      const section = sections[spot];
      if (section !== undefined) bracketed.add(section);
    }
    const naming = { fullTitle, title, event, track, number, written };
    const named = annotateKept(draft, naming, { language, path }, date);
    setUrl(named, site, options.defaultLanguage, url);
    return named;
  };
  const [first, ...others] = session.posts.map(restore).filter((post) => post !== undefined);
  if (first === undefined || others.length + 1 !== kept.posts.length) return false;
  const posts: Talk['posts'] = [first, ...others];
  const { id, otherIds = NONE, number } = session;
  const { date, time, place, series = talks.at(-1)?.series ?? '' } = kept;
  talks.push({ id, otherIds, number, series, date, time, posts });
  places.push(place);
  built.push({
    session,
    posts: session.posts.map((post, at) => ({
      draft: posts[at]?.draft ?? first.draft,
      key: kept.posts[at]?.key ?? '',
      post,
    })),
    findings: kept.findings ?? NONE,
    looksElsewhere: kept.looksElsewhere === true,
    linksToPlaces: kept.linksToPlaces === true,
  });
  return true;
}

const NO_POST: KeptPost = { digest: '', key: '', path: '' };

/**
 * The state of a library of the last start, from which the next one is built incrementally; undefined where what was
 * kept does not belong to it. No text is looked into.
 */
export async function restoreSeries(
  kept: KeptSeries,
  keptTalks: readonly KeptTalk[],
  lists: KeptTopicLists,
  restoring: Restoring,
): Promise<Assembled | undefined> {
  const { library, scan, glossary, options, pause } = restoring;
  if (keptTalks.length !== library.sessions.length) return undefined;
  const all: RestoredTalks = {
    talks: [],
    built: [],
    places: [],
    boilerplates: VersionedMap.after(),
    bracketed: new WeakSet(),
  };
  const site = siteOf(options.siteUrl);
  for (const [at, session] of library.sessions.entries()) {
    const talk = keptTalks[at];
    if (talk === undefined || !addTalk(all, session, talk, restoring, site)) return undefined;
    await pause();
  }
  const { talks, built, places, boilerplates, bracketed } = all;
  const posts = talks.flatMap((talk) => talk.posts).sort((a, b) => (a.draft.file < b.draft.file ? -1 : 1));
  const { titles, problems, numbers, ids, compared } = kept;
  const arranged: Arranged = {
    drafts: posts.map(({ draft }) => draft),
    posts,
    talks,
    places,
    begins: firstDays(talks),
    boilerplates,
    addresses: await addressContextOf(posts, scan, options, undefined, pause),
    own: VersionedMap.of(new Map(kept.own)),
    problems,
    numbers,
    ids,
    compared,
    titles: {
      borneOut: new Set(titles.borneOut),
      shared: new Set(titles.shared),
      events: new Map(titles.events),
      first: { prefixes: new Map(titles.prefixFiles), events: new Map(titles.eventFiles) },
    },
    series: VersionedMap.of<string, readonly AnnotatedDraft[]>(seriesOf(talks)),
    talkOf: talksByFile(talks),
    traits: restoring.traitsOf(posts.map(({ draft }) => draft.file)),
    made: new Set(kept.made),
  };
  return {
    library,
    scan,
    glossary,
    options,
    arranged,
    built: asBuilt(talks, built, boilerplates),
    summed: { sessions: library.sessions, sum: BigInt(`0x${kept.sum}`) },
    bracketed,
    found: restoreTopics({ ...kept.topics, ...lists }, library, glossary.topics, bracketed),
  };
}
