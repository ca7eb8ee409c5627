import { hasSection, postIn } from '#library/find.ts';
import type { Language, Library } from '#library/model.ts';
import { speakersOf } from '#library/speakers.ts';
import type { Route } from '#pages/route.ts';
import { readingStarts } from '#pages/session/readTogether.ts';

/** A page of the library, with its place in a printed programme. */
export interface ListedRoute {
  readonly route: Route;
  /** The id of its session; undefined for pages of the whole library. */
  readonly session: string | undefined;
}

/**
 * All pages of the library for readers of a language, in the order of a printed programme; first parts only. Sections
 * that are read together are one page.
 */
export const listRoutes = (library: Library, language: Language): readonly ListedRoute[] => [
  { route: { page: 'index', part: 1 }, session: undefined },
  ...library.sessions.flatMap((session): readonly ListedRoute[] => {
    const { id, posts } = session;
    const read = postIn(session, language);
    // Sections that the language lacks are shown in another one.
    const others = posts.flatMap((post) => (post === read ? [] : post.sections));
    const lacking = others.filter((section) => !hasSection(read, section.id));
    const sections = new Set([...readingStarts(read), ...lacking].map((section) => section.id));
    return [
      { route: { page: 'session', session: id, part: 1 }, session: id },
      ...[...sections].map((section) => ({
        route: { page: 'section', session: id, section, part: 1 } as const,
        session: id,
      })),
    ];
  }),
  ...library.topics.map(({ id }) => ({
    route: { page: 'topic', topic: id, part: 1 } as const,
    session: undefined,
  })),
  ...speakersOf(library).map(({ id }) => ({
    route: { page: 'speaker', speaker: id, part: 1 } as const,
    session: undefined,
  })),
  { route: { page: 'help' }, session: undefined },
];
