import { compact } from '../compute/compact.ts';
import type { Pause } from '../compute/slicedWork.ts';
import { VersionedMap } from '../compute/versionedMap.ts';
import type { Finding, Language } from '../model.ts';
import type { Draft } from '../post/model.ts';
import type { FolderScan } from '../scan.ts';
import { civilDate, dateInPath } from '../text/date.ts';
import type { AddressContext } from './address/address.ts';
import { addressContextOf } from './address/addressContext.ts';
import { type Boilerplate, type Comparable, findBoilerplate, NO_BOILERPLATE } from './build/boilerplate.ts';
import { type AnnotatedDraft, type Comparison, groupTalks } from './sessions/grouping.ts';
import { type LanguagePath, languagePathsOf } from './sessions/languagePath.ts';
import { type Naming, nameSessions, type TitleContext } from './sessions/naming.ts';
import { madeIds, orderTalks, type ReadingOrder, type Talk } from './sessions/order.ts';
import { type Traits, traitsOf } from './sessions/traits.ts';

/** The posts of one series and language, in reading order. */
type SeriesPosts = readonly AnnotatedDraft[];

/** Posts side by side: which of them tell one talk, in which order, and what of each is its own. */
export interface Arranged extends ReadingOrder {
  readonly drafts: readonly Draft[];
  readonly posts: readonly AnnotatedDraft[];
  /** What of posts is boilerplate of their series, by file; those that have none are left out. */
  readonly boilerplates: ReadonlyMap<string, Boilerplate>;
  readonly addresses: AddressContext;
  /** What each draft alone gives cause for, if anything, by file. */
  readonly own: ReadonlyMap<string, readonly Finding[]>;
  /** What they give cause for side by side: as translations, by their numbers and by their ids. */
  readonly problems: readonly Finding[];
  readonly numbers: readonly Finding[];
  readonly ids: readonly Finding[];
  readonly series: ReadonlyMap<string, SeriesPosts>;
  readonly compared: readonly Comparison[];
  readonly titles: TitleContext;
  /** The talk of each file. */
  readonly talkOf: ReadonlyMap<string, Talk>;
  readonly traits: Traits;
  /** See `madeIds`. */
  readonly made: ReadonlySet<string>;
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
export function annotate(draft: Draft, naming: Naming, { language, path }: LanguagePath): AnnotatedDraft {
  const known = annotated.get(draft);
  if (known?.language === language && known.path === path && isSameNaming(known.naming, naming)) return known;
  const fresh = { draft, language, path, naming, date: findDate(draft) };
  annotated.set(draft, fresh);
  return fresh;
}

/** The same of a draft of the last start, of which the day is known. */
export function annotateKept(
  draft: Draft,
  naming: Naming,
  { language, path }: LanguagePath,
  date: string | undefined,
): AnnotatedDraft {
  const known = { draft, language, path, naming, date };
  annotated.set(draft, known);
  return known;
}

function isSameNaming(a: Naming, b: Naming): boolean {
  const titles = a.title === b.title && a.fullTitle === b.fullTitle;
  return (
    titles && a.event === b.event && a.track === b.track && a.number === b.number && a.written === b.written
  );
}

/** What a draft alone gives cause for. */
export function ownFindings({ file, front, title, sections, problems }: Draft): readonly Finding[] {
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
  return compact(findings);
}

export const seriesKey = ({ series }: Talk, { language }: AnnotatedDraft): string => `${series}|${language}`;

export const comparable = (posts: SeriesPosts): Comparable[] =>
  posts.map(({ draft, naming }) => ({ draft, title: naming.fullTitle }));

/** Tells what of a post is boilerplate; true where it was something else. */
export function placeBoilerplate(
  all: VersionedMap<string, Boilerplate>,
  file: string,
  now: Boilerplate,
): boolean {
  const before = all.get(file) ?? NO_BOILERPLATE;
  if (before.section === now.section && before.blocks === now.blocks) return false;
  if (now.section < 0 && now.blocks === 0) all.delete(file);
  else all.set(file, now);
  return true;
}

/** The posts of each series and language, in the order of their talks. */
export function seriesOf(talks: readonly Talk[]): Map<string, AnnotatedDraft[]> {
  const series = new Map<string, AnnotatedDraft[]>();
  for (const talk of talks) {
    if (talk.series === '') continue;
    for (const post of talk.posts) {
      const key = seriesKey(talk, post);
      const list = series.get(key);
      if (list) list.push(post);
      else series.set(key, [post]);
    }
  }
  return series;
}

/** The talk of each file. */
export function talksByFile(talks: readonly Talk[]): Arranged['talkOf'] {
  const talkOf = new Map<string, Talk>();
  for (const talk of talks) for (const { draft } of talk.posts) talkOf.set(draft.file, talk);
  return VersionedMap.of(talkOf);
}

async function placeAll(
  talks: readonly Talk[],
  pause: Pause,
): Promise<Pick<Arranged, 'boilerplates' | 'series'>> {
  const series = seriesOf(talks);
  const boilerplates = VersionedMap.after<string, Boilerplate>();
  for (const posts of series.values()) {
    const found = await findBoilerplate(comparable(posts), pause);
    for (const [index, { draft }] of posts.entries())
      placeBoilerplate(boilerplates, draft.file, found[index] ?? NO_BOILERPLATE);
  }
  return { boilerplates, series: VersionedMap.of<string, SeriesPosts>(series) };
}

/** Arranges drafts; `previous` are the addresses of the last time. */
export async function arrange(
  drafts: readonly Draft[],
  scan: FolderScan,
  options: ArrangeOptions,
  previous: AddressContext | undefined,
  pause: Pause,
): Promise<Arranged> {
  const { names, titles } = await nameSessions(drafts, pause);
  const languagePaths = await languagePathsOf(drafts, options.defaultLanguage, pause);
  const posts: AnnotatedDraft[] = [];
  const own = new Map<string, readonly Finding[]>();
  for (const [index, draft] of drafts.entries()) {
    const [naming, languagePath] = [names[index], languagePaths[index]];
    if (!naming || !languagePath) continue;
    posts.push(annotate(draft, naming, languagePath));
    const findings = ownFindings(draft);
    if (findings.length > 0) own.set(draft.file, findings);
    await pause();
  }
  const { groups, problems, compared } = await groupTalks(posts, options.defaultLanguage, pause);
  const ordered = await orderTalks(groups, pause);
  const addresses = await addressContextOf(posts, scan, options, previous, pause);
  // The first post that comes or goes does not wait for them.
  for (const places of [addresses.names, addresses.paths]) places();
  const { talks, places, begins, numbers, ids } = ordered;
  return {
    drafts,
    posts,
    talks,
    places,
    begins,
    ...(await placeAll(talks, pause)),
    addresses,
    own: VersionedMap.of(own),
    problems,
    numbers,
    ids,
    compared,
    titles,
    talkOf: talksByFile(talks),
    traits: await traitsOf(posts, pause),
    made: madeIds(talks),
  };
}
