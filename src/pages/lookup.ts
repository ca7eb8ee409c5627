import { ancestors, postIn } from '#library/find.ts';
import type { Language, Library, Post, Section, SectionRef, Session, Topic } from '#library/model.ts';
import { isIdOf } from './ids.ts';
import type { Reader } from './model.ts';

/** Where a section stands, in one of the languages of its session. */
export interface Place {
  readonly session: Session;
  readonly post: Post;
  readonly section: Section;
  /** Among the sections of the post, from 0. */
  readonly index: number;
}

interface Tables {
  readonly sessions: ReadonlyMap<string, Session>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly topicsAbout: ReadonlyMap<string, readonly Topic[]>;
}

/** A library never changes: what is looked up in it is listed once. */
const tables = new WeakMap<Library, Tables>();
const positions = new WeakMap<Post, ReadonlyMap<string, number>>();

const keyOf = ({ session, section }: SectionRef): string => `${session}/${section}`;

function tablesOf(library: Library): Tables {
  const known = tables.get(library);
  if (known !== undefined) return known;
  const topicsAbout = new Map<string, Topic[]>();
  for (const topic of library.topics) {
    for (const ref of topic.about) {
      const list = topicsAbout.get(keyOf(ref));
      if (list === undefined) topicsAbout.set(keyOf(ref), [topic]);
      else list.push(topic);
    }
  }
  const made: Tables = {
    sessions: new Map(library.sessions.map((session) => [session.id, session])),
    topics: new Map(library.topics.map((topic) => [topic.id, topic])),
    topicsAbout,
  };
  tables.set(library, made);
  return made;
}

function positionsOf(post: Post): ReadonlyMap<string, number> {
  const known = positions.get(post);
  if (known !== undefined) return known;
  const made = new Map(post.sections.map(({ id }, index) => [id, index]));
  positions.set(post, made);
  return made;
}

/** Finds by id, or by what a route abbreviated it to. */
function findIn<T>(table: ReadonlyMap<string, T>, written: string): T | undefined {
  const found = table.get(written);
  if (found !== undefined || !written.includes('~')) return found;
  for (const [id, value] of table) if (isIdOf(written, id)) return value;
  return undefined;
}

/** @param written an id, or an abbreviation of one. */
export const findSession = (library: Library, written: string): Session | undefined =>
  findIn(tablesOf(library).sessions, written);

/** @param written an id, or an abbreviation of one. */
export const findTopic = (library: Library, written: string): Topic | undefined =>
  findIn(tablesOf(library).topics, written);

/** Topics that a section is about, in the library's order. */
export const topicsAbout = (library: Library, ref: SectionRef): readonly Topic[] =>
  tablesOf(library).topicsAbout.get(keyOf(ref)) ?? [];

/** The post for a reader: in the language they chose, else in the bot's language that they read, else the original. */
export const postFor = (session: Session, { language, locale }: Reader): Post =>
  postIn(session, language, locale);

/** The section in the language that is wanted where it exists there, else in the first that has it. */
export function findPlace(library: Library, ref: SectionRef, reader: Reader): Place | undefined {
  const session = findSession(library, ref.session);
  if (session === undefined) return undefined;
  const wanted = postFor(session, reader);
  for (const post of [wanted, ...session.posts.filter((other) => other !== wanted)]) {
    const index = findIn(positionsOf(post), ref.section);
    const section = index === undefined ? undefined : post.sections[index];
    if (index !== undefined && section !== undefined) return { session, post, section, index };
  }
  return undefined;
}

/** True where the session's post in that language has the section. */
export const hasSection = (post: Post, section: string): boolean => positionsOf(post).has(section);

/** The sections that one stands under, outermost first. A heading that repeats the session's title is left out. */
export const parentsOf = (post: Post, { id }: Section): readonly Section[] =>
  ancestors(post, id).filter(({ lead }) => !lead);

/** Languages in which the library has posts, most posts first. */
export function languagesOf(library: Library): readonly Language[] {
  const counts = new Map<Language, number>();
  for (const { posts } of library.sessions) {
    for (const { language } of posts) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([language]) => language);
}
