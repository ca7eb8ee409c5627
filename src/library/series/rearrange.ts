import { patched, withReplaced } from '../compute/hunks.ts';
import { commonEnds } from '../compute/moved.ts';
import { createPause } from '../compute/slicedWork.ts';
import { lowerBound } from '../compute/sorted.ts';
import { VersionedMap } from '../compute/versionedMap.ts';
import type { Finding, Language } from '../model.ts';
import type { Draft } from '../post/model.ts';
import type { AddressContext } from './address/address.ts';
import { withoutPost, withPost, withVersions } from './address/addressContext.ts';
import { type Arranged, annotate, comparable, ownFindings, placeBoilerplate, seriesKey } from './arrange.ts';
import { boilerplateAt, COMPARED_NEIGHBOURS, NO_BOILERPLATE } from './build/boilerplate.ts';
import { outlinesAgree } from './sessions/agreement.ts';
import { type AnnotatedDraft, sameKeys, standsApart } from './sessions/grouping.ts';
import { haveSameLanguagePath, languagePathBeside } from './sessions/languagePath.ts';
import { nameBeside, rename } from './sessions/naming.ts';
import {
  idsBeside,
  type ReadingOrder,
  sameNumber,
  type Talk,
  talkBeside,
  withOtherIds,
  withVersion,
} from './sessions/order.ts';
import { orderAfter, staysInPlace, talksOfSeries } from './sessions/reorder.ts';
import { type Traits, traitsAfter } from './sessions/traits.ts';

/** More changes at a time are arranged anew. */
const MOST_EDITS = 50;

/** What of a post others may depend on besides its language, its title and its dates. */
function outwardFacts({ broken, front }: Draft): string {
  const { number, track, session, lang, translationOf, translationKey } = front;
  const { event, id, url, slug, categories, lines } = front;
  const said = [number, event, track, session, lang, translationOf, translationKey, id, url, slug];
  const told = [lines['number'], lines['title'], lines['id'], lines['translation_of']];
  // `undefined` is written as null, and none of them is null.
  return JSON.stringify([broken, said, categories, told]);
}

/** A newer version of a post, if it differs within itself alone; undefined where others may depend on what changed. */
async function newerVersion(
  { titles }: Arranged,
  last: AnnotatedDraft,
  draft: Draft,
  fallback: Language,
): Promise<AnnotatedDraft | undefined> {
  if (outwardFacts(last.draft) !== outwardFacts(draft)) return undefined;
  if (!(await haveSameLanguagePath(last.draft, draft, fallback))) return undefined;
  const naming = rename(titles, last.draft, draft);
  const post = naming && annotate(draft, naming, last);
  return post && sameKeys(last, post) ? post : undefined;
}

/** What differs between two lists of drafts, by file. */
interface Edits {
  readonly gone: readonly AnnotatedDraft[];
  readonly versions: readonly (readonly [AnnotatedDraft, Draft])[];
  readonly added: readonly Draft[];
}

function editsSince(before: Arranged, drafts: readonly Draft[]): Edits | undefined {
  if (before.posts.length !== before.drafts.length) return undefined;
  const { front, back } = commonEnds(before.drafts, drafts);
  const middle = before.posts.slice(front, before.posts.length - back);
  const gone = new Map(middle.map((post) => [post.draft.file, post]));
  const versions: (readonly [AnnotatedDraft, Draft])[] = [];
  const added: Draft[] = [];
  for (const draft of drafts.slice(front, drafts.length - back)) {
    const last = gone.get(draft.file);
    gone.delete(draft.file);
    if (last === undefined) added.push(draft);
    else if (last.draft !== draft) versions.push([last, draft]);
    if (versions.length + added.length > MOST_EDITS) return undefined;
  }
  return gone.size > MOST_EDITS ? undefined : { gone: [...gone.values()], versions, added };
}

/** Posts and talks while one change after the other is made. */
interface Standing {
  readonly posts: AnnotatedDraft[];
  readonly talkOf: VersionedMap<string, Talk>;
  traits: Traits;
  addresses: AddressContext;
  /** Talks that went. */
  readonly gone: Set<Talk>;
  /** Talks that came. */
  readonly fresh: Set<Talk>;
  /** Newer versions of talks, by the first one. */
  readonly replaced: Map<Talk, Talk>;
}

const postIn = ({ talkOf }: Pick<Arranged, 'talkOf'>, file: string): AnnotatedDraft | undefined =>
  talkOf.get(file)?.posts.find(({ draft }) => draft.file === file);

/** Puts a newer version of a talk in its place. */
function exchange({ talkOf, fresh, replaced }: Standing, last: Talk, now: Talk): void {
  for (const { draft } of now.posts) talkOf.set(draft.file, now);
  if (fresh.delete(last)) fresh.add(now);
  else replaced.set([...replaced].find(([, latest]) => latest === last)?.[0] ?? last, now);
}

/** Gives talks the ids that another one took or left. */
function shareIds(standing: Standing, made: ReadonlySet<string>, rivals: ReadonlySet<Talk>): void {
  for (const rival of rivals)
    exchange(standing, rival, withOtherIds(rival, { ...standing.traits, made, talkOf: standing.talkOf }));
}

/** How a post is named and where it stands beside all others; undefined where others may depend on it. */
async function annotateBeside(
  { titles }: Arranged,
  standing: Standing,
  draft: Draft,
  fallback: Language,
): Promise<AnnotatedDraft | undefined> {
  const { traits } = standing;
  const draftOf = (file: string) => postIn(standing, file)?.draft;
  const naming = nameBeside(titles, draft, { ...traits, draftOf });
  const path = naming && (await languagePathBeside(draft, traits.tags, fallback));
  const post = path && annotate(draft, naming, path);
  const languageOf = (file: string) => postIn(standing, file)?.language;
  return post && standsApart(post, traits, languageOf) ? post : undefined;
}

/** Takes a post away; false where others may depend on it. */
async function remove(
  before: Arranged,
  standing: Standing,
  post: AnnotatedDraft,
  fallback: Language,
): Promise<boolean> {
  const { posts, talkOf, gone, replaced } = standing;
  const { file } = post.draft;
  const talk = talkOf.get(file);
  if (talk?.posts.length !== 1 || [...replaced.values()].includes(talk)) return false;
  posts.splice(posts.indexOf(post), 1);
  talkOf.delete(file);
  gone.add(talk);
  standing.traits = traitsAfter(standing.traits, { gone: [post] });
  standing.addresses = withoutPost(standing.addresses, file);
  if ((await annotateBeside(before, standing, post.draft, fallback)) === undefined) return false;
  const { made } = before;
  const ids = idsBeside(post, { ...standing.traits, made, talkOf });
  if (ids) shareIds(standing, made, ids.rivals);
  return ids !== undefined;
}

/** Adds a post as a talk by itself; false where others may depend on it. */
async function add(before: Arranged, standing: Standing, draft: Draft, fallback: Language): Promise<boolean> {
  const { posts, talkOf, fresh, traits } = standing;
  const { made } = before;
  const post = await annotateBeside(before, standing, draft, fallback);
  const come = post && talkBeside(post, { ...traits, made, talkOf });
  if (post === undefined || come === undefined) return false;
  posts.splice(
    lowerBound(posts, (other) => other.draft.file < draft.file),
    0,
    post,
  );
  talkOf.set(draft.file, come.talk);
  fresh.add(come.talk);
  standing.traits = traitsAfter(traits, { fresh: [post] });
  standing.addresses = withPost(standing.addresses, post, fallback);
  shareIds(standing, made, come.rivals);
  return true;
}

/** True where newer versions agree with those that they were compared with as the last ones did. */
function agreeAsBefore(before: Arranged, fresh: ReadonlyMap<string, Draft>): boolean {
  const draftOf = (file: string) => fresh.get(file) ?? postIn(before, file)?.draft;
  return before.compared.every(({ files, agree }) => {
    const [one, other] = files;
    if (!fresh.has(one) && !fresh.has(other)) return true;
    const [a, b] = [draftOf(one), draftOf(other)];
    return a !== undefined && b !== undefined && outlinesAgree(a, b) === agree;
  });
}

/** An arrangement of newer versions, and where anything is new. */
export interface Rearranged {
  readonly arranged: Arranged;
  /** Talks that are new, or newer versions, or of which something shows that did not. */
  readonly changed: ReadonlySet<Talk>;
  /** Files of posts that went. */
  readonly gone: readonly string[];
}

/** Talks of before that are gone or have newer versions, and those that came or are newer. */
interface ChangedTalks {
  readonly was: readonly Talk[];
  readonly now: readonly Talk[];
}

/**
 * What is boilerplate of the posts of changed talks, and of posts that have other neighbours in their series; and the
 * files of which something else is.
 */
function compareAgain(
  before: Arranged,
  order: ReadingOrder,
  { was, now }: ChangedTalks,
): Pick<Arranged, 'series' | 'boilerplates'> & { readonly files: ReadonlySet<string> } {
  const [series, boilerplates] = [VersionedMap.after(before.series), VersionedMap.after(before.boilerplates)];
  const files = new Set<string>();
  const place = ({ draft: { file } }: AnnotatedDraft, boilerplate = NO_BOILERPLATE): void => {
    if (placeBoilerplate(boilerplates, file, boilerplate)) files.add(file);
  };
  const touched = new Map<string, string>();
  for (const talk of [...was, ...now]) {
    for (const post of talk.posts) {
      if (talk.series === '') place(post);
      else touched.set(seriesKey(talk, post), talk.series);
    }
  }
  for (const [key, name] of touched) {
    const own = talksOfSeries(name, order);
    const list = own.flatMap((talk) => talk.posts.filter((post) => seriesKey(talk, post) === key));
    const { front, back } = commonEnds(series.get(key) ?? [], list);
    if (list.length === 0) series.delete(key);
    else series.set(key, list);
    const all = comparable(list);
    const end = Math.min(list.length, list.length - back + COMPARED_NEIGHBOURS);
    for (let spot = Math.max(0, front - COMPARED_NEIGHBOURS); spot < end; spot += 1) {
      const post = list[spot];
      if (post !== undefined) place(post, boilerplateAt(all, spot));
    }
  }
  return { series, boilerplates, files };
}

/** The order of talks of which some are newer versions, came or went; undefined where nothing tells it. */
function orderOf(before: Arranged, { gone, fresh, replaced }: Standing): ReadingOrder | undefined {
  const [left, come] = [new Set(gone), new Set(fresh)];
  const versions = new Map<number, Talk>();
  for (const [first, now] of replaced) {
    if (staysInPlace(first, now)) versions.set(before.talks.indexOf(first), now);
    else {
      left.add(first);
      come.add(now);
    }
  }
  const { places, begins } = before;
  const hunks = withReplaced([], versions.keys());
  const latest = [...versions].sort(([one], [other]) => one - other).map(([, talk]) => talk);
  const order = { talks: patched(before.talks, hunks, latest), places, begins };
  return left.size + come.size === 0 ? order : orderAfter(order, left, [...come]);
}

/**
 * The arrangement of drafts of which some are newer versions, came or went, at a cost that grows with the changes.
 * Undefined where other posts may depend on what changed. The addresses must be those of the last time.
 */
export async function rearrange(
  before: Arranged,
  drafts: readonly Draft[],
  fallback: Language,
): Promise<Rearranged | undefined> {
  const edits = editsSince(before, drafts);
  if (edits === undefined) return undefined;
  const standing: Standing = {
    posts: [...before.posts],
    talkOf: VersionedMap.after(before.talkOf),
    traits: before.traits,
    addresses: before.addresses,
    gone: new Set(),
    fresh: new Set(),
    replaced: new Map(),
  };
  const { posts, talkOf, gone, fresh, replaced } = standing;
  for (const post of edits.gone) if (!(await remove(before, standing, post, fallback))) return undefined;
  const latest = new Map(edits.versions.map(([, draft]) => [draft.file, draft]));
  if (!agreeAsBefore(before, latest)) return undefined;
  const newer: AnnotatedDraft[] = [];
  for (const [last, draft] of edits.versions) {
    const post = await newerVersion(before, last, draft, fallback);
    const talk = talkOf.get(draft.file);
    const now = post && talk && withVersion(talk, last, post);
    if (post === undefined || talk === undefined || now === undefined) return undefined;
    posts[posts.indexOf(last)] = post;
    exchange(standing, talk, now);
    newer.push(post);
  }
  standing.addresses = withVersions(standing.addresses, newer, fallback);
  for (const draft of edits.added) if (!(await add(before, standing, draft, fallback))) return undefined;
  const order = orderOf(before, standing);
  if (order === undefined) return undefined;
  const talks = { was: [...gone, ...replaced.keys()], now: [...fresh, ...replaced.values()] };
  const again = compareAgain(before, order, talks);
  const changed = new Set(talks.now);
  for (const file of again.files) {
    const talk = talkOf.get(file);
    if (talk !== undefined) changed.add(talk);
  }
  const { addresses, traits } = standing;
  const arranged: Arranged = {
    ...before,
    ...order,
    drafts,
    posts,
    own: ownAfter(before, edits),
    numbers: order.places === before.places ? before.numbers : await numbersAfter(before, order, talks),
    series: again.series,
    boilerplates: again.boilerplates,
    addresses,
    talkOf,
    traits,
  };
  return { arranged, changed, gone: edits.gone.map(({ draft }) => draft.file) };
}

/** The numbers that several talks have, where those of no other series changed. */
async function numbersAfter(
  before: Arranged,
  order: ReadingOrder,
  { was, now }: ChangedTalks,
): Promise<readonly Finding[]> {
  const series = [...new Set([...was, ...now].map((talk) => talk.series))];
  const were = series.flatMap((name) => talksOfSeries(name, before));
  const files = new Set(were.flatMap(({ posts }) => posts.map(({ draft }) => draft.file)));
  const others = before.numbers.filter(({ file }) => !files.has(file));
  const are = series.flatMap((name) => talksOfSeries(name, order));
  return [...others, ...(await sameNumber(are, createPause()))];
}

/** What each draft alone gives cause for, after some changed. */
function ownAfter({ own }: Arranged, { gone, versions, added }: Edits): Arranged['own'] {
  const now = VersionedMap.after(own);
  for (const { draft } of gone) now.delete(draft.file);
  for (const draft of [...versions.map(([, latest]) => latest), ...added]) {
    const findings = ownFindings(draft);
    if (findings.length > 0) now.set(draft.file, findings);
    else now.delete(draft.file);
  }
  return now;
}
