import type { Library } from '#library/model.ts';
import type { Route } from '#pages/route.ts';

/** A page of the library, and where in a printed programme it would stand. */
export interface ListedRoute {
  readonly route: Route;
  /** The id of the session that it belongs to; undefined for pages of the whole library. */
  readonly session: string | undefined;
}

/** Every page that the library has, in the order of a printed programme; first parts only. */
export const listRoutes = (library: Library): readonly ListedRoute[] => [
  { route: { page: 'index', part: 1 }, session: undefined },
  ...library.sessions.flatMap(({ id, posts }): readonly ListedRoute[] => {
    // A section that exists in one language only is a page all the same.
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
