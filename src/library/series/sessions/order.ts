import { compact } from '../../compute/compact.ts';
import type { Pause } from '../../compute/slicedWork.ts';
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
type Loose = Omit<Talk, 'id' | 'otherIds'>;

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
function placeInFolder({ draft: { file, front } }: AnnotatedDraft): string {
  if (front.place === undefined) return countedPath(file);
  const folder = countedPath(file.slice(0, file.lastIndexOf('/') + 1));
  return folder + String(Math.round(front.place * 100)).padStart(8, '0');
}

/** One string to sort by, of a talk and the first day of its series: comparing field by field takes too long for thousands. */
function placeOf({ series, number, date, time, posts }: Loose, begins: string): string {
  const place = placeInFolder(posts[0]);
  // What belongs to no series is read by date.
  const fields =
    series === ''
      ? ['1', date, time, place]
      : ['0', begins, series, String(number ?? 999_999).padStart(6, '0'), date, time, place];
  return fields.join('\0');
}

/** Talks in their order, each with what it is sorted by. */
async function inReadingOrder(
  talks: readonly Loose[],
  pause: Pause,
): Promise<{ readonly key: string; readonly talk: Loose }[]> {
  const begins = new Map<string, string>();
  for (const { series, date } of talks) {
    const known = begins.get(series);
    if (known === undefined || date < known) begins.set(series, date);
  }
  const keyed: { readonly key: string; readonly talk: Loose }[] = [];
  for (const talk of talks) {
    keyed.push({ key: placeOf(talk, begins.get(talk.series) ?? ''), talk });
    await pause();
  }
  return keyed.sort((a, b) => compare(a.key, b.key));
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

const remembered = new WeakMap<
  AnnotatedDraft,
  { readonly own: string; readonly former: readonly string[] }
>();

function idsOf(post: AnnotatedDraft): { readonly own: string; readonly former: readonly string[] } {
  const known = remembered.get(post);
  if (known) return known;
  const ids = { own: ownIdOf(post), former: compact(formerIdsOf(post)) };
  remembered.set(post, ids);
  return ids;
}

/**
 * The ids of a talk of one post that comes to all others, or goes; undefined where those of others may depend on it.
 */
export function idsBeside(
  post: AnnotatedDraft,
  others: readonly Talk[],
): Pick<Talk, 'id' | 'otherIds'> | undefined {
  const { own, former } = idsOf(post);
  const claimed = new Map(former.map((id) => [id, 0]));
  const given = new Set<string>();
  for (const { id, posts } of others) {
    if (id === own) return undefined;
    if (claimed.has(id)) given.add(id);
    const theirs = new Set<string>();
    for (const other of posts) {
      const ids = idsOf(other);
      if (ids.own === own || ids.former.includes(own)) return undefined;
      if (claimed.has(ids.own)) given.add(ids.own);
      for (const one of ids.former) if (claimed.has(one)) theirs.add(one);
    }
    for (const one of theirs) claimed.set(one, (claimed.get(one) ?? 0) + 1);
  }
  const free = [...claimed].filter(([id]) => id !== own && !given.has(id));
  // Another talk would lose the id, or get it.
  if (free.some(([, count]) => count === 1)) return undefined;
  return { id: own, otherIds: free.flatMap(([id, count]) => (count === 0 ? [id] : [])) };
}

/** The talk of a post that comes to all others by itself; undefined where their ids may depend on it. */
export function talkBeside(post: AnnotatedDraft, others: readonly Talk[]): Talk | undefined {
  const ids = idsBeside(post, others);
  const [loose] = looseTalk([post]);
  return ids && loose && { ...loose, ...ids };
}

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
interface Ordered {
  readonly talks: Talk[];
  /** What each is sorted by. */
  readonly places: string[];
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

/** True where two versions of a talk stand in the same place. */
export const staysInPlace = (before: Talk, now: Talk): boolean =>
  before.date === now.date &&
  before.time === now.time &&
  placeInFolder(before.posts[0]) === placeInFolder(now.posts[0]);

/** Talks in their order, and what each is sorted by. */
type Places = Pick<Ordered, 'talks' | 'places'>;

function earlier(begins: Map<string, string>, { series, date }: Loose): void {
  const known = begins.get(series);
  if (known === undefined || date < known) begins.set(series, date);
}

/**
 * The order after some talks went and others came: with them moves a series that begins on another day. Undefined where
 * nothing tells which of two comes first.
 */
export function orderAfter(
  before: Places,
  gone: ReadonlySet<Talk>,
  fresh: readonly Talk[],
): Places | undefined {
  const touched = new Set([...gone, ...fresh].map(({ series }) => series));
  const [began, begins] = [new Map<string, string>(), new Map<string, string>()];
  for (const talk of before.talks) {
    if (!touched.has(talk.series)) continue;
    earlier(began, talk);
    if (!gone.has(talk)) earlier(begins, talk);
  }
  for (const talk of fresh) earlier(begins, talk);
  const moves = ({ series }: Talk) =>
    series !== '' && touched.has(series) && began.get(series) !== begins.get(series);
  const placed = [...fresh, ...before.talks.filter((talk) => moves(talk) && !gone.has(talk))]
    .map((talk) => ({ talk, place: placeOf(talk, begins.get(talk.series) ?? '') }))
    .sort((a, b) => compare(a.place, b.place));
  const [talks, places]: [Talk[], string[]] = [[], []];
  const add = (talk: Talk, place: string): void => {
    talks.push(talk);
    places.push(place);
  };
  let next = 0;
  for (const [at, talk] of before.talks.entries()) {
    if (gone.has(talk) || moves(talk)) continue;
    const place = before.places[at] ?? '';
    for (let own = placed[next]; own && own.place < place; own = placed[next]) {
      add(own.talk, own.place);
      next += 1;
    }
    add(talk, place);
  }
  for (const { talk, place } of placed.slice(next)) add(talk, place);
  const certain = placed.every(({ place }, at) => place !== placed[at + 1]?.place);
  const alone = new Set(placed.map(({ place }) => place));
  const shared = places.filter((place) => alone.has(place)).length > placed.length;
  return certain && !shared ? { talks, places } : undefined;
}

/** True where talks of one of these series have one number. */
export function shareNumbers(talks: readonly Talk[], series: ReadonlySet<string>): boolean {
  const seen = new Set<string>();
  for (const talk of talks) {
    if (talk.series === '' || talk.number === undefined || !series.has(talk.series)) continue;
    const key = `${talk.series}#${talk.number}`;
    if (seen.has(key)) return true;
    seen.add(key);
  }
  return false;
}

/** Puts talks in reading order: by series, earliest first, then number, then date, then file name. */
export async function orderTalks(groups: readonly AnnotatedDraft[][], pause: Pause): Promise<Ordered> {
  const loose: Loose[] = [];
  for (const group of groups) {
    loose.push(...looseTalk(group));
    await pause();
  }
  const keyed = await inReadingOrder(loose, pause);
  const ordered = keyed.map(({ talk }) => talk);
  await pause();
  const { talks, problems } = await identified(ordered, pause);
  return {
    talks,
    places: keyed.map(({ key }) => key),
    numbers: await sameNumber(ordered, pause),
    ids: problems,
  };
}
