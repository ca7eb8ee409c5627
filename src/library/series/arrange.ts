import type { Pause } from '../compute/slicedWork.ts';
import type { Finding, Language } from '../model.ts';
import type { Draft } from '../post/model.ts';
import type { FolderScan } from '../scan.ts';
import { civilDate, dateInPath } from '../text/date.ts';
import type { AddressContext } from './address/address.ts';
import { addressContextOf, withVersions } from './address/addressContext.ts';
import type { NestedSection } from './build/align.ts';
import {
  boilerplateAt,
  type Comparable,
  FARTHEST,
  findBoilerplate,
  NO_BOILERPLATE,
} from './build/boilerplate.ts';
import { nestSections } from './build/buildPost.ts';
import { outlinesAgree } from './sessions/agreement.ts';
import { type AnnotatedDraft, type Comparison, groupTalks, sameKeys } from './sessions/grouping.ts';
import { haveSameLanguagePath, type LanguagePath, languagePathsOf } from './sessions/languagePath.ts';
import { type Naming, nameSessions, type Rename } from './sessions/naming.ts';
import { orderTalks, type Talk, withVersion } from './sessions/order.ts';

/** The posts of one series and language, in reading order. */
type SeriesPosts = readonly AnnotatedDraft[];

/** Posts side by side: which of them tell one talk, in which order, and what of each is its own. */
export interface Arranged {
  readonly drafts: readonly Draft[];
  readonly posts: readonly AnnotatedDraft[];
  readonly talks: readonly Talk[];
  /** The visible sections of each post, by file, without the boilerplate of its series. */
  readonly nested: ReadonlyMap<string, readonly NestedSection[]>;
  readonly addresses: AddressContext;
  /** What each draft alone gives cause for, in the order of the drafts. */
  readonly own: readonly (readonly Finding[])[];
  /** What they give cause for side by side. */
  readonly problems: readonly Finding[];
  readonly series: ReadonlyMap<string, SeriesPosts>;
  readonly compared: readonly Comparison[];
  readonly rename: Rename;
  /** What each talk is sorted by. */
  readonly places: readonly string[];
  /** The index of each file's talk. */
  readonly talkOf: ReadonlyMap<string, number>;
}

export interface ArrangeOptions {
  readonly siteUrl: string | undefined;
  readonly defaultLanguage: Language;
}

function findDate(draft: Draft): string | undefined {
  const said = draft.front.date === undefined ? undefined : civilDate(draft.front.date);
  return said ?? dateInPath(draft.file);
}

const annotated = new WeakMap<Draft, AnnotatedDraft>();

/** A draft with its names: the same object for as long as they are the same. */
function annotate(draft: Draft, naming: Naming, { language, path }: LanguagePath): AnnotatedDraft {
  const known = annotated.get(draft);
  if (known?.language === language && known.path === path && isSameNaming(known.naming, naming)) return known;
  const fresh = { draft, language, path, naming, date: findDate(draft) };
  annotated.set(draft, fresh);
  return fresh;
}

function isSameNaming(a: Naming, b: Naming): boolean {
  const titles = a.title === b.title && a.fullTitle === b.fullTitle;
  return (
    titles && a.event === b.event && a.track === b.track && a.number === b.number && a.written === b.written
  );
}

const NOTHING: readonly Finding[] = [];

function ownFindings({ file, front, title, sections, problems }: Draft): readonly Finding[] {
  const findings = problems.map((problem): Finding => ({ ...problem, file }));
  if (title.from === 'file') {
    const message = `The post has no title, so that it is called "${title.text}" after its file; write "title: …" between two lines "---" at the top.`;
    // Notes are called by their files on purpose; a name that no person would give tells nothing.
    const level =
      /\p{L}|^\d{4}-\d\d-\d\d$/u.test(title.text) && !/^[0-9a-f]{8,}$/iu.test(title.text)
        ? 'note'
        : 'warning';
    findings.push({ level, file, line: 1, code: 'no-title', message });
  }
  if (sections.every(({ text, images }) => text === '' && images.length === 0)) {
    const message = 'The post has no text; write some, or set "draft: true" until then.';
    findings.push({ level: 'error', file, line: 1, code: 'no-text', message });
  }
  if (front.date !== undefined && civilDate(front.date) === undefined) {
    const message = `The date "${front.date.slice(0, 40)}" cannot be read; write it like 2018-10-25 10:00:00 +0900.`;
    findings.push({ level: 'error', file, line: front.lines['date'] ?? 1, code: 'bad-date', message });
  }
  return findings.length === 0 ? NOTHING : findings;
}

const seriesKey = ({ series }: Talk, { language }: AnnotatedDraft): string => `${series}|${language}`;

const comparable = (posts: SeriesPosts): Comparable[] =>
  posts.map(({ draft, naming }) => ({ draft, title: naming.fullTitle }));

async function placeAll(talks: readonly Talk[], pause: Pause): Promise<Pick<Arranged, 'nested' | 'series'>> {
  const series = new Map<string, AnnotatedDraft[]>();
  const nested = new Map<string, readonly NestedSection[]>();
  for (const talk of talks) {
    for (const post of talk.posts) {
      const key = seriesKey(talk, post);
      const list = series.get(key);
      if (talk.series === '') nested.set(post.draft.file, nestSections(post, NO_BOILERPLATE));
      else if (list) list.push(post);
      else series.set(key, [post]);
    }
    await pause();
  }
  for (const posts of series.values()) {
    const found = await findBoilerplate(comparable(posts), pause);
    for (const [index, post] of posts.entries()) {
      nested.set(post.draft.file, nestSections(post, found[index] ?? NO_BOILERPLATE));
      await pause();
    }
  }
  return { nested, series };
}

/** Arranges drafts; `previous` are the addresses of the last time. */
export async function arrange(
  drafts: readonly Draft[],
  scan: FolderScan,
  options: ArrangeOptions,
  previous: AddressContext | undefined,
  pause: Pause,
): Promise<Arranged> {
  const { names, rename } = await nameSessions(drafts, pause);
  const languagePaths = await languagePathsOf(drafts, options.defaultLanguage, pause);
  const posts: AnnotatedDraft[] = [];
  const own: (readonly Finding[])[] = [];
  for (const [index, draft] of drafts.entries()) {
    const [naming, languagePath] = [names[index], languagePaths[index]];
    if (!naming || !languagePath) continue;
    posts.push(annotate(draft, naming, languagePath));
    own.push(ownFindings(draft));
    await pause();
  }
  const { groups, problems, compared } = await groupTalks(posts, options.defaultLanguage, pause);
  const ordered = await orderTalks(groups, pause);
  const addresses = await addressContextOf(posts, scan, options, previous, pause);
  const talkOf = new Map<string, number>();
  for (const [index, talk] of ordered.talks.entries())
    for (const { draft } of talk.posts) talkOf.set(draft.file, index);
  return {
    drafts,
    posts,
    talks: ordered.talks,
    ...(await placeAll(ordered.talks, pause)),
    addresses,
    own,
    problems: [...problems, ...ordered.problems],
    compared,
    rename,
    places: ordered.places,
    talkOf,
  };
}

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
  { rename }: Arranged,
  last: AnnotatedDraft,
  draft: Draft,
  fallback: Language,
): Promise<AnnotatedDraft | undefined> {
  if (outwardFacts(last.draft) !== outwardFacts(draft)) return undefined;
  if (!(await haveSameLanguagePath(last.draft, draft, fallback))) return undefined;
  const naming = rename(last.draft, draft);
  const post = naming && annotate(draft, naming, last);
  return post && sameKeys(last, post) ? post : undefined;
}

/** The posts that are newer versions and differ within themselves alone, by index; undefined where more differs. */
async function editsSince(
  before: Arranged,
  drafts: readonly Draft[],
  fallback: Language,
): Promise<ReadonlyMap<number, AnnotatedDraft> | undefined> {
  if (drafts.length !== before.drafts.length || before.posts.length !== drafts.length) return undefined;
  const edits = new Map<number, AnnotatedDraft>();
  const fresh = new Map<string, Draft>();
  for (const [index, draft] of drafts.entries()) {
    if (before.drafts[index] === draft) continue;
    const last = before.posts[index];
    if (last === undefined || last.draft.file !== draft.file || edits.size >= MOST_EDITS) return undefined;
    const post = await newerVersion(before, last, draft, fallback);
    if (post === undefined) return undefined;
    edits.set(index, post);
    fresh.set(draft.file, draft);
  }
  for (const { files, agree } of before.compared) {
    const [one, other] = files;
    if (!fresh.has(one) && !fresh.has(other)) continue;
    const [a, b] = [one, other].map((file) => fresh.get(file) ?? draftIn(before, file));
    if (!a || !b || outlinesAgree(a, b) !== agree) return undefined;
  }
  return edits;
}

function draftIn({ talks, talkOf }: Arranged, file: string): Draft | undefined {
  const talk = talks[talkOf.get(file) ?? -1];
  return talk?.posts.find(({ draft }) => draft.file === file)?.draft;
}

/** An arrangement of newer versions, and the talks in which anything is new. */
export interface Rearranged {
  readonly arranged: Arranged;
  /** Indexes of talks. */
  readonly changed: ReadonlySet<number>;
}

/**
 * The arrangement of drafts of which some are newer versions, at a cost that grows with the changes. Undefined where
 * other posts may depend on what changed. The addresses must be those of the last time.
 */
export async function rearrange(
  before: Arranged,
  drafts: readonly Draft[],
  fallback: Language,
): Promise<Rearranged | undefined> {
  const edits = await editsSince(before, drafts, fallback);
  if (edits === undefined) return undefined;
  const posts = [...before.posts];
  const own = [...before.own];
  const talks = [...before.talks];
  const places = [...before.places];
  const series = new Map(before.series);
  const nested = new Map(before.nested);
  const changed = new Set<number>();
  const place = (post: AnnotatedDraft, boilerplate = NO_BOILERPLATE): void => {
    const { file } = post.draft;
    const now = nestSections(post, boilerplate);
    if (nested.get(file) === now) return;
    nested.set(file, now);
    const talk = before.talkOf.get(file);
    if (talk !== undefined) changed.add(talk);
  };
  const touched = new Map<string, Set<number>>();
  for (const [index, post] of edits) {
    const last = before.posts[index];
    const at = before.talkOf.get(post.draft.file);
    const version = last && at !== undefined && withVersion({ talks, places }, at, last, post);
    if (!version || at === undefined) return undefined;
    const { talk } = version;
    posts[index] = post;
    own[index] = ownFindings(post.draft);
    talks[at] = talk;
    places[at] = version.place;
    changed.add(at);
    if (talk.series === '') {
      place(post);
      continue;
    }
    const key = seriesKey(talk, post);
    const list = series.get(key) ?? [];
    const spot = list.indexOf(last);
    series.set(key, list.with(spot, post));
    const around = touched.get(key) ?? new Set();
    for (let near = spot - FARTHEST; near <= spot + FARTHEST; near += 1)
      if (near >= 0 && near < list.length) around.add(near);
    touched.set(key, around);
  }
  for (const [key, spots] of touched) {
    const list = series.get(key) ?? [];
    const all = comparable(list);
    for (const spot of spots) {
      const post = list[spot];
      if (post !== undefined) place(post, boilerplateAt(all, spot));
    }
  }
  const addresses = withVersions(before.addresses, edits.values(), fallback);
  return { arranged: { ...before, drafts, posts, own, talks, places, series, nested, addresses }, changed };
}
