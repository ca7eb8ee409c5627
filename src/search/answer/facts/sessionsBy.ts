import type { Library, Session } from '#library/model.ts';
import type { Role } from './reading/factRoles.ts';

/** True for a session of a year: by its date, else by the folder that it stands in. */
export const isOfYear = (year: string, { posts: [{ date, file }] }: Session): boolean =>
  date?.startsWith(year) ?? file.split('/').includes(year);

/** The sessions of which events were in a year: by the years that they are called by, else by dates. */
export function editionOf(sessions: readonly Session[], year: string): readonly Session[] {
  const named = sessions.map((session) => [session, yearNamed(session)] as const);
  const isCalled = named.some(([, one]) => one !== undefined);
  return named.flatMap(([session, one]) =>
    (isCalled ? one === year : isOfYear(year, session)) ? [session] : [],
  );
}
const yearNamed = ({ posts: [{ event, fullTitle }] }: Session): string | undefined =>
  YEAR.exec(event ?? '')?.[0] ?? YEAR.exec(fullTitle)?.[0];
const YEAR = /(?:19|20)\d\d/u;

/** The id of the session with a number, or at a place in the list. */
export function sessionAt(
  library: Library,
  roles: ReadonlySet<Role>,
  number: number | undefined,
): string | undefined {
  const { sessions } = library;
  if (number !== undefined && number < 0) return sessions.at(number)?.id;
  if (number !== undefined) {
    const numbered = sessions.filter((session) => session.number === number);
    if (numbered.length > 0) return numbered[0]?.id;
    // Where some have no number, those that have one must stand in its place.
    const isInPlace = sessions.every((session, at) => (session.number ?? at + 1) === at + 1);
    return isInPlace ? sessions[number - 1]?.id : undefined;
  }
  // From the first to the last.
  if (roles.has('first') && roles.has('last')) return undefined;
  if (roles.has('first')) return sessions[0]?.id;
  if (roles.has('last')) return sessions.at(-1)?.id;
  return undefined;
}

/** The id of the session whose post is the oldest, or the newest for -1. */
export function byDate({ sessions }: Library, way: 1 | -1): string | undefined {
  const dated = sessions.filter((session) => session.posts[0].date !== undefined);
  const place = new Map(sessions.map((session, at) => [session, at]));
  return [...dated].sort(
    (a, b) =>
      way * (a.posts[0].date ?? '').localeCompare(b.posts[0].date ?? '') ||
      way * ((place.get(a) ?? 0) - (place.get(b) ?? 0)),
  )[0]?.id;
}

/** The id of the session whose post is the shortest, or the longest for -1. */
export function byLength({ sessions }: Library, way: 1 | -1): string | undefined {
  const lengthOf = ({ posts: [{ sections }] }: Session): number =>
    sections.reduce((sum, { text }) => sum + text.length, 0);
  return [...sessions].sort((a, b) => way * (lengthOf(a) - lengthOf(b)))[0]?.id;
}
