import type { Finding, Language, Library, Post, Section, Session, TalkFacts } from '../model.ts';
import type { Draft } from '../post/model.ts';
import type { FolderScan } from '../scan.ts';
import { civilDate, dateInPath } from '../text/date.ts';
import { translationsOf } from '../text/localized.ts';
import { nameKey } from '../text/names.ts';
import { slices } from '../text/slices.ts';
import { digest } from '../text/slug.ts';
import type { Glossary } from '../topics/model.ts';
import { type FoundTopics, findTopics } from '../topics/topics.ts';
import type { AddressContext } from './address.ts';
import { addressContextOf } from './addressContext.ts';
import { type NestedSection, ownIds, translatedIds } from './align.ts';
import { anchorsOf } from './anchors.ts';
import type { AuthorList } from './authorList.ts';
import { findBoilerplate, NO_BOILERPLATE } from './boilerplate.ts';
import { buildPost, nestSections } from './build.ts';
import { type AnnotatedDraft, groupTalks } from './grouping.ts';
import { type Naming, nameSessions } from './naming.ts';
import { orderTalks, type Talk } from './order.ts';
import { resolvePostContext } from './postContext.ts';
import { type Standing, standingsOf } from './standing.ts';
import { resolveTalk } from './talk.ts';

/** A built post and its inputs. */
interface BuiltPost {
  readonly draft: Draft;
  readonly key: string;
  readonly post: Post;
}

/** A library, and the state from which the next one is built incrementally. */
export interface Assembled {
  readonly library: Library;
  readonly built: ReadonlyMap<string, BuiltPost>;
  readonly bracketed: WeakSet<Section>;
  readonly found: FoundTopics;
  readonly addresses: AddressContext;
}

export interface AssembleOptions {
  readonly siteUrl: string | undefined;
  readonly defaultLanguage: Language;
  /** The site's lists of authors. */
  readonly authors?: readonly AuthorList[];
}

type Pause = () => Promise<void> | undefined;

function findDate(draft: Draft): string | undefined {
  const said = draft.front.date === undefined ? undefined : civilDate(draft.front.date);
  return said ?? dateInPath(draft.file);
}

const annotated = new WeakMap<Draft, AnnotatedDraft>();

/** A draft with its names: the same object for as long as they are the same. */
function annotate(draft: Draft, naming: Naming, { language, path }: Standing): AnnotatedDraft {
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

function ownFindings({ file, front, title, sections, problems }: Draft): Finding[] {
  const findings = problems.map((problem): Finding => ({ ...problem, file }));
  if (title.from === 'file') {
    const message = `The post has no title, so that it is called "${title.text}" after its file; write "title: …" between two lines "---" at the top.`;
    // Notes are called by their files on purpose; a name that no person would give tells nobody anything.
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
  return findings;
}

/** The visible sections of each post, by file, without the boilerplate of its series. */
async function placeAll(
  talks: readonly Talk[],
  pause: Pause,
): Promise<Map<string, readonly NestedSection[]>> {
  const series = new Map<string, AnnotatedDraft[]>();
  const nested = new Map<string, readonly NestedSection[]>();
  for (const talk of talks) {
    for (const post of talk.posts) {
      const key = `${talk.series}|${post.language}`;
      const list = series.get(key);
      if (talk.series === '') nested.set(post.draft.file, nestSections(post, NO_BOILERPLATE));
      else if (list) list.push(post);
      else series.set(key, [post]);
    }
    await pause();
  }
  for (const posts of series.values()) {
    const comparable = posts.map(({ draft, naming }) => ({ draft, title: naming.fullTitle }));
    const found = await findBoilerplate(comparable, pause);
    for (const [index, post] of posts.entries()) {
      nested.set(post.draft.file, nestSections(post, found[index] ?? NO_BOILERPLATE));
      await pause();
    }
  }
  return nested;
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

/**
 * Builds a library from drafts. Whatever is unchanged since `previous` is the same object. Works in slices, so that
 * replies are not delayed. `known` are earlier findings, which are merged.
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
  const findings: Finding[] = [...known, ...glossary.findings];
  const names = await nameSessions(drafts, pause);
  const standings = await standingsOf(drafts, options.defaultLanguage, pause);
  const posts: AnnotatedDraft[] = [];
  for (const [index, draft] of drafts.entries()) {
    const [naming, standing] = [names[index], standings[index]];
    if (!naming || !standing) continue;
    posts.push(annotate(draft, naming, standing));
    findings.push(...ownFindings(draft));
    await pause();
  }
  const { groups, problems } = await groupTalks(posts, options.defaultLanguage, pause);
  const ordered = await orderTalks(groups, pause);
  findings.push(...problems, ...ordered.problems);
  const addresses = await addressContextOf(posts, scan, options, previous?.addresses, pause);
  const nested = await placeAll(ordered.talks, pause);
  const namesakes = namesakesOf(glossary);
  const made = new Map<string, BuiltPost>();
  const bracketed = previous?.bracketed ?? new WeakSet<Section>();
  const before = new Map(previous?.library.sessions.map((session) => [session.id, session]));
  const sessions: Session[] = [];
  const identified: Identified[][] = [];
  for (const talk of ordered.talks) {
    identified.push(identify(talk, nested));
    await pause();
  }
  const anchors = new Map<string, () => ReadonlySet<string>>();
  for (const posts of identified) {
    for (const { post, nested, ids } of posts) anchors.set(post.draft.file, () => anchorsOf(nested, ids));
  }
  const withAnchors = { ...addresses, anchors };
  for (const [index, talk] of ordered.talks.entries()) {
    const own: Post[] = [];
    for (const { post, nested, ids, findings: found } of identified[index] ?? []) {
      const { file } = post.draft;
      const set = resolvePostContext({
        post,
        nested,
        ids,
        number: talk.number,
        addresses: withAnchors,
        namesakes,
      });
      findings.push(...found, ...set.findings);
      const last = previous?.built.get(file);
      const same = last !== undefined && last.draft === post.draft && last.key === set.key;
      const fresh = same ? last.post : await buildPost(set.context, bracketed, pause);
      made.set(file, { draft: post.draft, key: set.key, post: fresh });
      own.push(fresh);
    }
    const said = resolveTalk(talk.posts, options.authors ?? [], addresses);
    findings.push(...said.findings);
    sessions.push(sessionOf(talk, own, said.facts, before.get(talk.id)));
    await pause();
  }
  const found = await findTopics(sessions, glossary.topics, bracketed, previous?.found, pause);
  const version = versionOf(sessions, glossary);
  findings.sort(byPlace);
  return {
    library: { version, sessions, topics: found.topics, findings },
    built: made,
    bracketed,
    found,
    addresses,
  };
}

/** Topics follow from posts and glossary, so the version need not include them. */
function versionOf(sessions: readonly Session[], { topics }: Glossary): string {
  const posts = sessions.map((session) =>
    [session.id, ...session.posts.map(({ hash }) => hash), factsKey(session)].join(' '),
  );
  const names = topics.map(({ line: _, ...topic }) => JSON.stringify(topic));
  return digest([...posts, ...names].join('\n'));
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
