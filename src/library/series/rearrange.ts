import { commonEnds } from '../compute/moved.ts';
import { createPause } from '../compute/slicedWork.ts';
import type { Finding, Language } from '../model.ts';
import type { Draft } from '../post/model.ts';
import type { AddressContext } from './address/address.ts';
import { withoutPost, withPost, withVersions } from './address/addressContext.ts';
import {
  type Arranged,
  annotate,
  comparable,
  ownFindings,
  placeBoilerplate,
  seriesKey,
  talkOfFiles,
} from './arrange.ts';
import { boilerplateAt, COMPARED_NEIGHBOURS, NO_BOILERPLATE } from './build/boilerplate.ts';
import { outlinesAgree } from './sessions/agreement.ts';
import { type AnnotatedDraft, sameKeys, standsApart } from './sessions/grouping.ts';
import { haveSameLanguagePath, languagePathBeside } from './sessions/languagePath.ts';
import { nameBeside, rename } from './sessions/naming.ts';
import { idsBeside, sameNumber, type Talk, talkBeside, withOtherIds, withVersion } from './sessions/order.ts';
import { orderAfter, staysInPlace } from './sessions/reorder.ts';

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
  readonly talks: Talk[];
  addresses: AddressContext;
  /** Talks that went. */
  readonly gone: Set<Talk>;
  /** Talks that came. */
  readonly fresh: Set<Talk>;
  /** Newer versions of talks, by the first one. */
  readonly replaced: Map<Talk, Talk>;
}

/** Puts a newer version of a talk in its place. */
function exchange({ talks, fresh, replaced }: Standing, last: Talk, now: Talk): void {
  talks[talks.indexOf(last)] = now;
  if (fresh.delete(last)) fresh.add(now);
  else replaced.set([...replaced].find(([, latest]) => latest === last)?.[0] ?? last, now);
}

/** Gives talks the ids that another one took or left. */
function shareIds(standing: Standing, rivals: ReadonlySet<Talk>): void {
  for (const rival of rivals) {
    const others = standing.talks.filter((talk) => talk !== rival);
    exchange(standing, rival, withOtherIds(rival, others));
  }
}

/** Takes a post away; false where others may depend on it. */
async function remove(
  { titles }: Arranged,
  standing: Standing,
  post: AnnotatedDraft,
  fallback: Language,
): Promise<boolean> {
  const { posts, talks, gone } = standing;
  const at = talks.findIndex((talk) => talk.posts[0] === post);
  const talk = talks[at];
  if (talk?.posts.length !== 1 || [...standing.replaced.values()].includes(talk)) return false;
  posts.splice(posts.indexOf(post), 1);
  talks.splice(at, 1);
  gone.add(talk);
  const others = posts.map(({ draft }) => draft);
  const files = others.map(({ file }) => file);
  standing.addresses = withoutPost(standing.addresses, post.draft.file, files);
  const isApart =
    nameBeside(titles, post.draft, others) !== undefined &&
    (await languagePathBeside(post.draft, others, fallback)) !== undefined &&
    standsApart(post, posts);
  const ids = isApart ? idsBeside(post, talks) : undefined;
  if (ids) shareIds(standing, ids.rivals);
  return ids !== undefined;
}

/** Adds a post as a talk by itself; false where others may depend on it. */
async function add(
  { titles }: Arranged,
  standing: Standing,
  draft: Draft,
  fallback: Language,
): Promise<boolean> {
  const { posts, talks, fresh } = standing;
  const others = posts.map((post) => post.draft);
  const naming = nameBeside(titles, draft, others);
  const path = naming && (await languagePathBeside(draft, others, fallback));
  const post = path && annotate(draft, naming, path);
  const made = post && standsApart(post, posts) ? talkBeside(post, talks) : undefined;
  if (post === undefined || made === undefined) return false;
  const after = others.findIndex(({ file }) => file > draft.file);
  posts.splice(after < 0 ? posts.length : after, 0, post);
  talks.push(made.talk);
  fresh.add(made.talk);
  standing.addresses = withPost(standing.addresses, post, fallback);
  shareIds(standing, made.rivals);
  return true;
}

/** True where newer versions agree with those that they were compared with as the last ones did. */
function agreeAsBefore({ compared, posts }: Arranged, fresh: ReadonlyMap<string, Draft>): boolean {
  const draftOf = (file: string) => fresh.get(file) ?? posts.find(({ draft }) => draft.file === file)?.draft;
  return compared.every(({ files, agree }) => {
    const [one, other] = files;
    if (!fresh.has(one) && !fresh.has(other)) return true;
    const [a, b] = [draftOf(one), draftOf(other)];
    return a !== undefined && b !== undefined && outlinesAgree(a, b) === agree;
  });
}

/** An arrangement of newer versions, and where anything is new. */
export interface Rearranged {
  readonly arranged: Arranged;
  /** Indexes of talks. */
  readonly changed: ReadonlySet<number>;
  /** The index that a talk had before; undefined for one that is new. */
  readonly from: (index: number) => number | undefined;
  /** Files of posts that went. */
  readonly gone: readonly string[];
}

/** What is boilerplate of the posts of changed talks, and of posts that have other neighbours in their series; and the files of which something else is. */
function compareAgain(
  before: Arranged,
  talks: readonly Talk[],
  changed: readonly Talk[],
): Pick<Arranged, 'series' | 'boilerplates'> & { readonly files: ReadonlySet<string> } {
  const [series, boilerplates] = [new Map(before.series), new Map(before.boilerplates)];
  const files = new Set<string>();
  const place = ({ draft: { file } }: AnnotatedDraft, boilerplate = NO_BOILERPLATE): void => {
    if (placeBoilerplate(boilerplates, file, boilerplate)) files.add(file);
  };
  const touched = new Map<string, string>();
  for (const talk of changed) {
    for (const post of talk.posts) {
      if (talk.series === '') place(post);
      else touched.set(seriesKey(talk, post), talk.series);
    }
  }
  for (const [key, name] of touched) {
    const own = talks.filter((talk) => talk.series === name);
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
    talks: [...before.talks],
    addresses: before.addresses,
    gone: new Set(),
    fresh: new Set(),
    replaced: new Map(),
  };
  const { posts, talks, gone, fresh, replaced } = standing;
  for (const post of edits.gone) if (!(await remove(before, standing, post, fallback))) return undefined;
  if (!agreeAsBefore(before, new Map(edits.versions.map(([, draft]) => [draft.file, draft]))))
    return undefined;
  const newer: AnnotatedDraft[] = [];
  for (const [last, draft] of edits.versions) {
    const post = await newerVersion(before, last, draft, fallback);
    const talk = talks.find((one) => one.posts.includes(last));
    const now = post && talk && withVersion(talk, last, post);
    if (post === undefined || talk === undefined || now === undefined) return undefined;
    posts[posts.indexOf(last)] = post;
    exchange(standing, talk, now);
    newer.push(post);
  }
  standing.addresses = withVersions(standing.addresses, newer, fallback);
  for (const draft of edits.added) if (!(await add(before, standing, draft, fallback))) return undefined;
  for (const [first, now] of replaced) {
    if (staysInPlace(first, now)) continue;
    gone.add(first);
    fresh.add(now);
  }
  const stays = before.talks.map((talk) => (gone.has(talk) ? talk : (replaced.get(talk) ?? talk)));
  const same = gone.size + fresh.size === 0;
  const order = same
    ? { talks: stays, places: [...before.places] }
    : orderAfter({ talks: stays, places: [...before.places] }, gone, [...fresh]);
  if (order === undefined) return undefined;
  const changedTalks = [...gone, ...fresh, ...replaced.values()];
  const again = compareAgain(before, order.talks, changedTalks);
  const talkOf = same ? before.talkOf : talkOfFiles(order.talks);
  const changed = new Set<number>();
  for (const talk of [...fresh, ...replaced.values()])
    changed.add(talkOf.get(talk.posts[0].draft.file) ?? -1);
  for (const file of again.files) changed.add(talkOf.get(file) ?? -1);
  changed.delete(-1);
  const series = new Set(changedTalks.map((talk) => talk.series));
  const arranged: Arranged = {
    ...before,
    ...order,
    drafts,
    posts,
    own: ownFindingsOf(before, drafts),
    numbers: same ? before.numbers : await numbersAfter(before, order.talks, series),
    series: again.series,
    boilerplates: again.boilerplates,
    addresses: standing.addresses,
    talkOf,
  };
  const from = (index: number) => {
    if (same) return index;
    const file = order.talks[index]?.posts[0].draft.file;
    return file === undefined ? undefined : before.talkOf.get(file);
  };
  return { arranged, changed, from, gone: edits.gone.map(({ draft }) => draft.file) };
}

/** The numbers that several talks have, where no other series changed. */
async function numbersAfter(
  { numbers, talks: before }: Arranged,
  talks: readonly Talk[],
  series: ReadonlySet<string>,
): Promise<readonly Finding[]> {
  const isTouched = (talk: Talk) => series.has(talk.series);
  const files = new Set(
    before.filter(isTouched).flatMap(({ posts }) => posts.map(({ draft }) => draft.file)),
  );
  const others = numbers.filter(({ file }) => !files.has(file));
  return [...others, ...(await sameNumber(talks.filter(isTouched), createPause()))];
}

/** What each draft alone gives cause for; that of the same drafts as before is the same. */
function ownFindingsOf(
  { drafts: before, own }: Arranged,
  drafts: readonly Draft[],
): readonly (readonly Finding[])[] {
  const { front, back } = commonEnds(before, drafts);
  const known = new Map(
    before.slice(front, before.length - back).map((draft, at) => [draft, own[front + at]]),
  );
  const middle = drafts.slice(front, drafts.length - back);
  return [
    ...own.slice(0, front),
    ...middle.map((draft) => known.get(draft) ?? ownFindings(draft)),
    ...own.slice(own.length - back),
  ];
}
