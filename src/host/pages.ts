import type { Library } from '#library/model.ts';
import type { Route } from '#pages/route.ts';

/** A page of the library, with its place in a printed programme. */
export interface ListedRoute {
  readonly route: Route;
  /** The id of its session; undefined for pages of the whole library. */
  readonly session: string | undefined;
}

/** All pages of the library, in the order of a printed programme; first parts only. */
export const listRoutes = (library: Library): readonly ListedRoute[] => [
  { route: { page: 'index', part: 1 }, session: undefined },
  ...library.sessions.flatMap(({ id, posts }): readonly ListedRoute[] => {
    // Includes sections that exist in one language only.
    const sections = new Set(posts.flatMap((post) => post.sections.map((section) => section.id)));
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
  { route: { page: 'help' }, session: undefined },
];
