import type { Language, Library, Post, Section, SectionRef, Session, Topic } from './model.ts';

/** The session with this id. */
export function findSession(library: Library, id: string): Session | undefined {
  return library.sessions.find((session) => session.id === id);
}

/** The topic with this id. */
export function findTopic(library: Library, id: string): Topic | undefined {
  return library.topics.find((topic) => topic.id === id);
}

/** The post of a session in a language; where there is none in `fallback`, else the original. */
export function postIn(session: Session, language: Language, fallback?: Language): Post {
  const inLanguage = (wanted: Language | undefined) => session.posts.find((post) => post.language === wanted);
  return inLanguage(language) ?? inLanguage(fallback) ?? session.posts[0];
}

/** The section of a post with this id. */
export function findSection(post: Post, id: string): Section | undefined {
  return post.sections.find((section) => section.id === id);
}

/** A section in the language that comes closest to the wanted one: it may exist in one language only. */
export function sectionIn(
  session: Session,
  id: string,
  language: Language,
  fallback?: Language,
): { readonly post: Post; readonly section: Section } | undefined {
  const first = postIn(session, language, fallback);
  for (const post of [first, ...session.posts.filter((other) => other !== first)]) {
    const section = findSection(post, id);
    if (section) return { post, section };
  }
  return undefined;
}

/** Where a reference leads, in the language that comes closest to the wanted one. */
export function findRef(
  library: Library,
  ref: SectionRef,
  language: Language,
  fallback?: Language,
): { readonly session: Session; readonly post: Post; readonly section: Section } | undefined {
  const session = findSession(library, ref.session);
  const found = session && sectionIn(session, ref.section, language, fallback);
  return session && found ? { session, ...found } : undefined;
}

/** True where the session was written in this language. */
export function isAvailableIn(session: Session, language: Language): boolean {
  return session.posts.some((post) => post.language === language);
}

/** The languages of a session, its original's first. */
export function languagesOf(session: Session): readonly Language[] {
  return session.posts.map((post) => post.language);
}

/** The sections before and behind one in reading order. */
export function neighbours(
  post: Post,
  id: string,
): { readonly previous: Section | undefined; readonly next: Section | undefined } {
  const at = post.sections.findIndex((section) => section.id === id);
  return at < 0
    ? { previous: undefined, next: undefined }
    : { previous: post.sections[at - 1], next: post.sections[at + 1] };
}

/** The sessions before and behind one in reading order. */
export function neighbouringSessions(
  library: Library,
  id: string,
): { readonly previous: Session | undefined; readonly next: Session | undefined } {
  const at = library.sessions.findIndex((session) => session.id === id);
  return at < 0
    ? { previous: undefined, next: undefined }
    : { previous: library.sessions[at - 1], next: library.sessions[at + 1] };
}

/** Sections that stand directly under one, or the outermost ones where `id` is undefined. */
export function children(post: Post, id: string | undefined): readonly Section[] {
  return post.sections.filter((section) => section.parent === id);
}

/** The sections that one stands under, outermost first, without itself. */
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

/** The section whose text opens the post. */
export function leadOf(post: Post): Section | undefined {
  return post.sections.find((section) => section.lead);
}

/** Topics that a section is about, in the library's order. */
export function topicsAbout(library: Library, ref: SectionRef): readonly Topic[] {
  const same = (other: SectionRef) => other.session === ref.session && other.section === ref.section;
  return library.topics.filter((topic) => topic.about.some(same));
}

/** A topic's name in the wanted language, else in `fallback`, else in any. */
export function topicName(topic: Topic, language: Language, fallback?: Language): string {
  const name = topic.name[language] ?? (fallback === undefined ? undefined : topic.name[fallback]);
  return name ?? Object.values(topic.name).find((other) => other !== undefined) ?? topic.id;
}
