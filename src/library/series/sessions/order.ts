import { compact } from '../../compute/compact.ts';
import { memoizeObjects } from '../../compute/memoize.ts';
import type { Multimap } from '../../compute/multimap.ts';
import type { Pause } from '../../compute/slicedWork.ts';
import { VersionedMap } from '../../compute/versionedMap.ts';
import { dateInName } from '../../text/date.ts';
import { fold, formerSlugOf } from '../../text/slug.ts';
import { type AnnotatedDraft, baseName, compare, type FileProblem } from './grouping.ts';
import { givenId, idWithHash, sessionIdOf } from './sessionId.ts';

/** The posts of one talk, the original first, and the session's id and number. */
export interface Talk {
  readonly id: string;
  /** Ids of its translations and of earlier versions that mean this session and no other. */
  readonly otherIds: readonly string[];
  readonly number: number | undefined;
  /** What sessions of one track share; empty for a post that belongs to none. */
  readonly series: string;
  /** Its day, and when on it the talk begins, to sort by: what nobody says comes last. */
  readonly date: string;
  readonly time: string;
  readonly posts: readonly [AnnotatedDraft, ...AnnotatedDraft[]];
}

/** A talk without ids. */
export type Loose = Omit<Talk, 'id' | 'otherIds'>;

function seriesOf(post: AnnotatedDraft): string {
  const { event, track } = post.naming;
  return event === undefined ? '' : `${fold(event)}/${fold(track ?? '')}`;
}

function looseTalk([first, ...rest]: readonly AnnotatedDraft[]): Loose[] {
  if (first === undefined) return [];
  const posts: [AnnotatedDraft, ...AnnotatedDraft[]] = [first, ...rest];
  const number = posts.find((post) => post.naming.number !== undefined)?.naming.number;
  const starts = posts.map(({ draft }) => draft.front.talk.starts).find((moment) => moment !== undefined);
  const date = starts?.date ?? first.date ?? posts.find((post) => post.date)?.date ?? '9999';
  return [{ posts, number, series: seriesOf(first), date, time: starts?.time ?? '99:99' }];
}

const COUNTED =
  /(?<=(?:^|[/_ -])(?:day|part|chapter|week)[_ -])(?:one|two|three|four|five|six|seven|eight|nine|ten)(?![a-z])/giu;
const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A path by which files stand as their authors count them: 2 before 10, `day-two` before `day-three`. */
const countedPath = (path: string): string =>
  path
    .replace(COUNTED, (word) => String(WORDS.indexOf(word.toLowerCase()) + 1))
    .replace(/\d+/gu, (digits) => digits.padStart(8, '0'));

/** The file, or its place in its folder where its front matter gives one. */
export function placeInFolder({ draft: { file, front } }: AnnotatedDraft): string {
  if (front.place === undefined) return countedPath(file);
  const folder = countedPath(file.slice(0, file.lastIndexOf('/') + 1));
  return folder + String(Math.round(front.place * 100)).padStart(8, '0');
}

/** One string to sort by, of a talk and the first day of its series: comparing field by field takes too long for thousands. */
export function placeOf({ series, number, date, time, posts }: Loose, begins: string): string {
  const place = placeInFolder(posts[0]);
  // What belongs to no series is read by date.
  const fields =
    series === ''
      ? ['1', date, time, place]
      : ['0', begins, series, String(number ?? 999_999).padStart(6, '0'), date, time, place];
  return fields.join('\0');
}

/** The first day of each series. */
export function firstDays(talks: readonly Loose[]): ReadonlyMap<string, string> {
  const begins = new Map<string, string>();
  for (const { series, date } of talks) {
    const known = begins.get(series);
    if (known === undefined || date < known) begins.set(series, date);
  }
  return VersionedMap.of(begins);
}

/** Talks in their order, each with what it is sorted by. */
async function inReadingOrder(
  talks: readonly Loose[],
  pause: Pause,
): Promise<{
  readonly keyed: { readonly key: string; readonly talk: Loose }[];
  readonly begins: ReadonlyMap<string, string>;
}> {
  const begins = firstDays(talks);
  const keyed: { readonly key: string; readonly talk: Loose }[] = [];
  for (const talk of talks) {
    keyed.push({ key: placeOf(talk, begins.get(talk.series) ?? ''), talk });
    await pause();
  }
  return { keyed: keyed.sort((a, b) => compare(a.key, b.key)), begins };
}

export async function sameNumber(talks: readonly Loose[], pause: Pause): Promise<FileProblem[]> {
  const seen = new Map<string, AnnotatedDraft>();
  const problems: FileProblem[] = [];
  for (const { number, series, posts } of talks) {
    await pause();
    if (number === undefined || series === '') continue;
    const key = `${series}#${number}`;
    const before = seen.get(key);
    if (!before) {
      seen.set(key, posts[0]);
      continue;
    }
    const { file, front } = posts[0].draft;
    const line = front.lines['number'] ?? front.lines['title'] ?? 1;
    const message = `The number ${number} is also that of "${before.draft.file}"; give one of them another number.`;
    problems.push({ level: 'warning', file, line, code: 'same-number', message });
  }
  return problems;
}

/** The id that a post has by itself: the one in its front matter, else by its path. */
function ownIdOf({ draft, path }: AnnotatedDraft): string {
  return givenId(draft.front.id) ?? sessionIdOf(path);
}

/** The ids that earlier versions gave to the session of a post: its number, its series and number, its file's name. */
function formerIdsOf({ draft, naming }: AnnotatedDraft): string[] {
  const { event, track, number, written } = naming;
  const inSeries = (count: number) => {
    const digits = `-${count}`;
    return formerSlugOf(track ?? event ?? '', 40 - digits.length) + digits;
  };
  const counts = [number, written].filter((count) => count !== undefined);
  return [
    ...counts.flatMap((count) => [String(count), ...(event === undefined ? [] : [inSeries(count)])]),
    formerSlugOf(dateInName(baseName(draft.file)).slug, 40),
  ];
}

/** The id that a post asks for, and those that it had before. */
const idsOf = memoizeObjects((post: AnnotatedDraft) => ({
  own: ownIdOf(post),
  former: compact(formerIdsOf(post)),
}));

export const ownIds = (post: AnnotatedDraft): readonly string[] => [idsOf(post).own];
export const formerIds = (post: AnnotatedDraft): ReadonlySet<string> => new Set(idsOf(post).former);

/** What others claim of ids. */
export interface Claims {
  /** The files that have each id as their own, and those that had it before. */
  readonly owned: Multimap<string, string>;
  readonly former: Multimap<string, string>;
  /** Ids of talks whose own one is that of another as well. */
  readonly made: ReadonlySet<string>;
  readonly talkOf: ReadonlyMap<string, Talk>;
}

/** Whether another talk has an id as its own, and which ones had it before. */
const isOwned = ({ owned, made, talkOf }: Claims, id: string, but?: Talk): boolean =>
  (made.has(id) && id !== but?.id) || (owned.get(id) ?? []).some((file) => talkOf.get(file) !== but);

function formerTalks({ former, talkOf }: Claims, id: string, but?: Talk): ReadonlySet<Talk> {
  const talks = new Set<Talk>();
  for (const file of former.get(id) ?? []) {
    const talk = talkOf.get(file);
    if (talk !== undefined && talk !== but) talks.add(talk);
    // More than one is as good as all.
    if (talks.size > 1) break;
  }
  return talks;
}

/** The ids of a talk of one post that comes to all others, or goes. */
interface IdsBeside extends Pick<Talk, 'id' | 'otherIds'> {
  /** Talks that lose an id with it, or get it. */
  readonly rivals: ReadonlySet<Talk>;
}

/** The ids of a post that is a talk by itself beside others; undefined where it or another cannot have its own. */
export function idsBeside(post: AnnotatedDraft, others: Claims): IdsBeside | undefined {
  const { own, former } = idsOf(post);
  if (isOwned(others, own) || others.former.has(own)) return undefined;
  const free = [...new Set(former)].filter((id) => id !== own && !isOwned(others, id));
  const before = free.map((id) => [id, formerTalks(others, id)] as const);
  return {
    id: own,
    otherIds: before.flatMap(([id, talks]) => (talks.size === 0 ? [id] : [])),
    rivals: new Set(before.flatMap(([, talks]) => (talks.size === 1 ? [...talks] : []))),
  };
}

/** A talk with the ids that it has beside others. */
export function withOtherIds(talk: Talk, others: Claims): Talk {
  const ids = talk.posts.map(idsOf);
  const mine = new Set(ids.map(({ own }) => own));
  const isFree = (id: string) => id !== talk.id && !isOwned(others, id, talk);
  const alone = ids.flatMap((one) =>
    one.former.filter((id) => isFree(id) && !mine.has(id) && formerTalks(others, id, talk).size === 0),
  );
  return { ...talk, otherIds: [...new Set([...[...mine].filter(isFree), ...alone])] };
}

/** The talk of a post that comes to all others by itself, and whom it takes ids from. */
export function talkBeside(
  post: AnnotatedDraft,
  others: Claims,
): { readonly talk: Talk; readonly rivals: IdsBeside['rivals'] } | undefined {
  const ids = idsBeside(post, others);
  const [loose] = looseTalk([post]);
  return ids && loose && { talk: { ...loose, id: ids.id, otherIds: ids.otherIds }, rivals: ids.rivals };
}

/** Ids of talks that others would have as well by their posts alone. */
export const madeIds = (talks: readonly Talk[]): ReadonlySet<string> =>
  new Set(talks.flatMap(({ id, posts }) => (id === idsOf(posts[0]).own ? [] : [id])));

function sameId(post: AnnotatedDraft, id: string, other: AnnotatedDraft): FileProblem {
  const { file, front } = post.draft;
  const message = `The id "${id}" is also that of "${other.draft.file}", so that neither has it; write another "id: …" in the front matter of one of them.`;
  return { level: 'warning', file, line: front.lines['id'] ?? 1, code: 'same-id', message };
}

/** The sessions that claim each id. */
function claims(
  talks: readonly Loose[],
  idsIn: (post: AnnotatedDraft) => readonly string[],
): Map<string, Set<Loose>> {
  const claimed = new Map<string, Set<Loose>>();
  for (const talk of talks) {
    for (const id of talk.posts.flatMap(idsIn)) {
      const all = claimed.get(id);
      if (all) all.add(talk);
      else claimed.set(id, new Set([talk]));
    }
  }
  return claimed;
}

/**
 * Gives each session its id. An id that two sessions ask for means neither of them: it would lead elsewhere as soon as
 * one of them went.
 */
async function identified(
  loose: readonly Loose[],
  pause: Pause,
): Promise<{ readonly talks: Talk[]; readonly problems: FileProblem[] }> {
  const owned = claims(loose, (post) => [idsOf(post).own]);
  const former = claims(loose, (post) => idsOf(post).former);
  const problems: FileProblem[] = [];
  const withId: (Loose & { readonly id: string })[] = [];
  for (const talk of loose) {
    const [original] = talk.posts;
    const { own } = idsOf(original);
    const other = [...(owned.get(own) ?? [])].find((one) => one !== talk);
    if (other) problems.push(sameId(original, own, other.posts[0]));
    withId.push({ ...talk, id: other ? idWithHash(original.draft.file) : own });
    await pause();
  }
  const taken = new Set(withId.map(({ id }) => id));
  const talks: Talk[] = [];
  for (const [index, talk] of withId.entries()) {
    const isFree = (id: string) => !taken.has(id);
    const alone = (all: ReadonlyMap<string, ReadonlySet<Loose>>) => (id: string) =>
      isFree(id) && all.get(id)?.size === 1;
    const posts = loose[index]?.posts ?? [];
    const others = [
      ...posts.map((post) => idsOf(post).own).filter(alone(owned)),
      ...posts
        .flatMap((post) => idsOf(post).former)
        .filter((id) => alone(former)(id) && (owned.get(id)?.size ?? 0) === 0),
    ];
    talks.push({ ...talk, otherIds: [...new Set(others)] });
    await pause();
  }
  return { talks, problems };
}

/** Talks in reading order. */
export interface ReadingOrder {
  readonly talks: readonly Talk[];
  /** What each is sorted by. */
  readonly places: readonly string[];
  /** The first day of each series. */
  readonly begins: ReadonlyMap<string, string>;
}

interface Ordered extends ReadingOrder {
  /** Numbers, and ids, that several have. */
  readonly numbers: FileProblem[];
  readonly ids: FileProblem[];
}

/** A talk with another version of one of its posts; undefined where it may have other ids or belong elsewhere. */
export function withVersion(before: Talk, last: AnnotatedDraft, post: AnnotatedDraft): Talk | undefined {
  if (JSON.stringify(idsOf(last)) !== JSON.stringify(idsOf(post))) return undefined;
  const [loose] = looseTalk(before.posts.map((one) => (one === last ? post : one)));
  if (loose === undefined || loose.series !== before.series || loose.number !== before.number)
    return undefined;
  return { ...loose, id: before.id, otherIds: before.otherIds };
}

/** Puts talks in reading order: by series, earliest first, then number, then date, then file name. */
export async function orderTalks(groups: readonly AnnotatedDraft[][], pause: Pause): Promise<Ordered> {
  const loose: Loose[] = [];
  for (const group of groups) {
    loose.push(...looseTalk(group));
    await pause();
  }
  const { keyed, begins } = await inReadingOrder(loose, pause);
  const ordered = keyed.map(({ talk }) => talk);
  await pause();
  const { talks, problems } = await identified(ordered, pause);
  return {
    talks,
    places: keyed.map(({ key }) => key),
    begins,
    numbers: await sameNumber(ordered, pause),
    ids: problems,
  };
}
