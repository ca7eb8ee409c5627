import type { Library, Session } from '#library/model.ts';
import { slugOf } from '#library/text/slug.ts';
import { stringsFor } from '#locales/index.ts';
import { isIdOf } from './ids.ts';
import { postFor } from './lookup.ts';
import type { Reader } from './model.ts';

/** What sessions may be gathered by. */
export type GroupKind = 'event' | 'year' | 'tag';

/** Sessions that share an event, a year or a tag: a section of the index with a page of its own. */
export interface Group {
  /** Names the group in routes: `y-2024`, `e-harbor-day`, `t-kafka`; the kind's letter and `none` for the rest. */
  readonly id: string;
  readonly kind: GroupKind;
  /** What the sessions share, as the first of them writes it; undefined for those that have none. */
  readonly value: string | undefined;
  /** Events in reading order, years and tags from the newest session on. */
  readonly sessions: readonly Session[];
}

const LETTERS = { event: 'e', year: 'y', tag: 't' } as const;
/** Room for the letter and the dash within an id. */
const ID_ROOM = 46;

const newestFirst = (sessions: readonly Session[]): readonly Session[] =>
  sessions.toSorted((one, other) => (other.posts[0].date ?? '').localeCompare(one.posts[0].date ?? ''));

const newestDate = ({ sessions }: Group): string =>
  sessions.reduce((newest, { posts: [{ date = '' }] }) => (date > newest ? date : newest), '');

function gather(
  sessions: readonly Session[],
  kind: GroupKind,
  valuesOf: (session: Session) => readonly (string | undefined)[],
): Group[] {
  const found = new Map<string, { readonly value: string | undefined; readonly sessions: Session[] }>();
  for (const session of sessions) {
    for (const value of valuesOf(session)) {
      const id = `${LETTERS[kind]}-${value === undefined ? 'none' : slugOf(value, ID_ROOM)}`;
      const group = found.get(id) ?? { value, sessions: [] };
      if (group.sessions.at(-1) !== session) group.sessions.push(session);
      found.set(id, group);
    }
  }
  return [...found].map(([id, group]) => ({
    id,
    kind,
    value: group.value,
    sessions: kind === 'event' ? group.sessions : newestFirst(group.sessions),
  }));
}

/** All groups of a library by kind: events and years from the newest on, tags of several sessions by their number. */
export type Groups = Readonly<Record<GroupKind, readonly Group[]>>;

const remembered = new WeakMap<Library, Groups>();

/** Gathers the sessions of a library; what has no event or no date is in a group without a value, the last one. */
export function groupsOf(library: Library): Groups {
  const known = remembered.get(library);
  if (known !== undefined) return known;
  const { sessions } = library;
  const inOrder = (groups: Group[]): Group[] =>
    groups.toSorted(
      (one, other) =>
        Number(one.value === undefined) - Number(other.value === undefined) ||
        newestDate(other).localeCompare(newestDate(one)),
    );
  const made: Groups = {
    event: inOrder(gather(sessions, 'event', ({ posts: [{ event }] }) => [event])),
    year: inOrder(gather(sessions, 'year', ({ posts: [{ date }] }) => [date?.slice(0, 4)])),
    tag: gather(sessions, 'tag', ({ posts: [{ tags }] }) => tags)
      .filter((group) => group.sessions.length > 1 && group.sessions.length < sessions.length)
      .sort((one, other) => other.sessions.length - one.sessions.length),
  };
  remembered.set(library, made);
  return made;
}

/** True where a kind divides the sessions: at least two groups that share something. */
export const divides = (groups: readonly Group[]): boolean =>
  groups.filter(({ value }) => value !== undefined).length > 1;

/** The group of a route; undefined where no session is in it any more. */
export const findGroup = (library: Library, written: string): Group | undefined =>
  Object.values(groupsOf(library))
    .flat()
    .find(({ id }) => isIdOf(written, id));

/** What a group is called for a reader. Plain. */
export function groupName({ kind, value, sessions: [first] }: Group, reader: Reader): string {
  const strings = stringsFor(reader.locale);
  if (value === undefined) return kind === 'year' ? strings.undated : strings.otherSessions;
  if (kind === 'tag') return `#${value}`;
  return (kind === 'event' && first !== undefined ? postFor(first, reader).event : undefined) ?? value;
}
