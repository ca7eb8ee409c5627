import { lazy } from './compute/lazy.ts';
import type { Language, Library, Post, Section, SectionRef, Session, Topic } from './model.ts';
import { formerSlugOf, slugOf, uniqueSlug } from './text/slug.ts';
import { indexedTopicsAbout } from './topics/related.ts';

/** A section with its position, in one of the languages of its session. */
export interface LocatedSection {
  readonly session: Session;
  readonly post: Post;
  readonly section: Section;
  /** Index in the post's sections, from 0. */
  readonly index: number;
}

interface Tables {
  readonly sessions: ReadonlyMap<string, Session>;
  readonly topics: ReadonlyMap<string, Topic>;
  /** Made when an id is no session's, or no topic's: few are asked for. */
  readonly formerSessions: () => ReadonlyMap<string, Session>;
  readonly formerTopics: () => ReadonlyMap<string, Topic>;
}

/** Libraries are immutable: lookup tables are built once. */
const tables = new WeakMap<Library, Tables>();
const positions = new WeakMap<Post, ReadonlyMap<string, number>>();

const keyOf = ({ session, section }: SectionRef): string => `${session}/${section}`;

function tablesOf(library: Library): Tables {
  const known = tables.get(library);
  if (known !== undefined) return known;
  const sessions = new Map<string, Session>();
  for (const session of library.sessions) sessions.set(session.id, session);
  const topics = new Map<string, Topic>();
  for (const topic of library.topics) topics.set(topic.id, topic);
  const made: Tables = {
    sessions,
    topics,
    formerSessions: lazy(() => formerSessionIds(library)),
    formerTopics: lazy(() => formerTopicIds(library)),
  };
  tables.set(library, made);
  return made;
}

function formerSessionIds({ sessions }: Library): ReadonlyMap<string, Session> {
  const former = new Map<string, Session>();
  for (const session of sessions) for (const id of session.otherIds ?? []) former.set(id, session);
  return former;
}

/** Ids that earlier versions gave to topics of headings, where one topic alone had them. */
function formerTopicIds({ topics }: Library): Map<string, Topic> {
  const former = new Map<string, Topic | undefined>();
  for (const topic of topics) {
    if (topic.source === 'glossary') continue;
    for (const name of Object.values(topic.name)) {
      const id = formerSlugOf(name ?? '');
      former.set(id, former.has(id) && former.get(id) !== topic ? undefined : topic);
    }
  }
  return new Map([...former].flatMap(([id, topic]) => (topic === undefined ? [] : [[id, topic] as const])));
}

const otherSectionIds = new WeakMap<Post, ReadonlyMap<string, Section>>();

/** The sections of a post by the ids that they have without its original, and by those of earlier versions. */
function byOtherId(post: Post): ReadonlyMap<string, Section> {
  const known = otherSectionIds.get(post);
  if (known !== undefined) return known;
  const made = new Map<string, Section>();
  for (const slug of [slugOf, formerSlugOf]) {
    const taken = new Set<string>();
    for (const section of post.sections) {
      const id = uniqueSlug(slug(section.name), taken);
      if (!made.has(id)) made.set(id, section);
    }
  }
  otherSectionIds.set(post, made);
  return made;
}

/** The id that a section of the session has, by any id that it ever had. */
function currentSectionId({ posts }: Session, id: string): string {
  for (const post of posts) if (positionsOf(post).has(id)) return id;
  return posts.map((post) => byOtherId(post).get(id)).find((section) => section !== undefined)?.id ?? id;
}

function positionsOf(post: Post): ReadonlyMap<string, number> {
  const known = positions.get(post);
  if (known !== undefined) return known;
  const made = new Map(post.sections.map(({ id }, index) => [id, index]));
  positions.set(post, made);
  return made;
}

function findSection(post: Post, id: string): Section | undefined {
  const index = positionsOf(post).get(id);
  return index === undefined ? undefined : post.sections[index];
}

/** The session with this id, or with one that earlier versions or its translations gave out. */
export const findSession = (library: Library, id: string): Session | undefined =>
  tablesOf(library).sessions.get(id) ?? tablesOf(library).formerSessions().get(id);

/** The topic with this id. */
export const findTopic = (library: Library, id: string): Topic | undefined =>
  tablesOf(library).topics.get(id) ?? tablesOf(library).formerTopics().get(id);

/** The civil day of a talk: when it was given, else that of its post. */
export const talkDate = ({ starts, posts: [first] }: Session): string | undefined =>
  starts?.date ?? first.date;

/** The post of a session in a language, else in `fallback`, else the original. */
export function postIn(session: Session, language: Language, fallback?: Language): Post {
  let spare: Post | undefined;
  for (const post of session.posts) {
    if (post.language === language) return post;
    if (post.language === fallback) spare ??= post;
  }
  return spare ?? session.posts[0];
}

/** A section in the requested language, else in the first post of the session that has it. */
export function locateSection(
  library: Library,
  ref: SectionRef,
  language: Language,
  fallback?: Language,
): LocatedSection | undefined {
  const session = findSession(library, ref.session);
  if (session === undefined) return undefined;
  const id = currentSectionId(session, ref.section);
  const wanted = sectionIn(session, postIn(session, language, fallback), id);
  if (wanted !== undefined) return wanted;
  for (const post of session.posts) {
    const found = sectionIn(session, post, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

function sectionIn(session: Session, post: Post, id: string): LocatedSection | undefined {
  const index = positionsOf(post).get(id);
  const section = index === undefined ? undefined : post.sections[index];
  return index === undefined || section === undefined ? undefined : { session, post, section, index };
}

/** True where the post has a section with this id. */
export const hasSection = (post: Post, id: string): boolean => positionsOf(post).has(id);

/** Direct subsections of a section, or the outermost ones where `id` is undefined. */
export function children(post: Post, id: string | undefined): readonly Section[] {
  return post.sections.filter((section) => section.parent === id);
}

/** The outermost sections of a post, but for the one that it opens with: they may stand below its title. */
export function outermostSections({ sections }: Post): readonly Section[] {
  const titles = new Set(sections.filter(({ lead }) => lead).map(({ id }) => id));
  return sections.filter(({ lead, parent }) => !lead && (parent === undefined || titles.has(parent)));
}

/** Ancestors of a section, outermost first. */
export function ancestors(post: Post, id: string): readonly Section[] {
  const path: Section[] = [];
  let parent = findSection(post, id)?.parent;
  while (parent !== undefined) {
    const section = findSection(post, parent);
    if (!section || path.includes(section)) break;
    path.unshift(section);
    parent = section.parent;
  }
  return path;
}

/** True for a post that has something to read or to look at, and not headings alone. */
export const hasContent = ({ sections, summary }: Post): boolean =>
  summary !== '' || sections.some(({ text, images }) => text !== '' || images.length > 0);

/** The first section with text; undefined for a post without sections. */
export const firstToRead = ({ sections }: Post): Section | undefined =>
  sections.find(({ text }) => text !== '') ?? sections[0];

/** Topics that a section is about, in the library's order. */
export const topicsAbout = (library: Library, ref: SectionRef): readonly Topic[] =>
  indexedTopicsAbout(library.topics, ref) ??
  library.topics.filter(({ about }) => about.some((one) => keyOf(one) === keyOf(ref)));

/** Languages in which the library has posts, most posts first. */
export function languagesOf(library: Library): readonly Language[] {
  const counts = new Map<Language, number>();
  for (const { posts } of library.sessions) {
    for (const { language } of posts) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([language]) => language);
}
