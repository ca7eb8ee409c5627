import { talkDate } from '#library/find.ts';
import type { Library, Session } from '#library/model.ts';
import { type SpeakerProfile, speakersOf } from '#library/speakers.ts';
import { slugOf } from '#library/text/slug.ts';
import { stringsFor } from '#locales/index.ts';
import { isIdOf } from '../ids.ts';
import { findSpeaker, postFor } from '../lookup.ts';
import type { Reader } from '../model.ts';
import { speakerName } from '../names.ts';

/** What sessions may be gathered by. */
export type GroupKind = 'event' | 'year' | 'tag' | 'speaker';

/** Sessions that share an event, a year, a tag or a speaker: a section of the index with a page of its own. */
export interface Group {
  /** Names the group in routes: `y-2024`, `e-harbor-day`, `t-kafka`, `p-jane-doe`; the kind's letter and `none` for the rest. */
  readonly id: string;
  readonly kind: GroupKind;
  /** What the sessions share, as the first of them writes it; undefined for those that have none. */
  readonly value: string | undefined;
  /** Of a group of one speaker's talks: who that is. */
  readonly speaker?: SpeakerProfile;
  /** Events in reading order, the others from the newest session on. */
  readonly sessions: readonly Session[];
}

const LETTERS = { event: 'e', year: 'y', tag: 't', speaker: 'p' } as const;
/** Room for the letter and the dash within an id. */
const ID_ROOM = 46;

const newestFirst = (sessions: readonly Session[]): readonly Session[] =>
  sessions.toSorted((one, other) => (talkDate(other) ?? '').localeCompare(talkDate(one) ?? ''));

const newestDate = ({ sessions }: Group): string =>
  sessions.reduce((newest, session) => {
    const date = talkDate(session) ?? '';
    return date > newest ? date : newest;
  }, '');

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

/** All groups of a library by kind: events and years from the newest on, tags by the number of sessions, speakers by their first talk. */
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
    year: inOrder(gather(sessions, 'year', (session) => [talkDate(session)?.slice(0, 4)])),
    tag: gather(sessions, 'tag', ({ posts: [{ tags }] }) => tags).sort(
      (one, other) => other.sessions.length - one.sessions.length,
    ),
    speaker: speakersOf(library).map((speaker) => ({
      id: `${LETTERS.speaker}-${speaker.id}`,
      kind: 'speaker',
      value: speaker.names[0],
      speaker,
      sessions: newestFirst(speaker.sessions),
    })),
  };
  remembered.set(library, made);
  return made;
}

/** True where a kind divides the sessions: at least two groups that share something. */
export const divides = (groups: readonly Group[]): boolean =>
  groups.filter(({ value }) => value !== undefined).length > 1;

const byId = new WeakMap<Groups, ReadonlyMap<string, Group>>();

function tableOf(groups: Groups): ReadonlyMap<string, Group> {
  const known = byId.get(groups);
  if (known !== undefined) return known;
  const made = new Map(
    Object.values(groups)
      .flat()
      .map((group) => [group.id, group]),
  );
  byId.set(groups, made);
  return made;
}

/** The group of a route; undefined where no session is in it any more. */
export function findGroup(library: Library, written: string): Group | undefined {
  const table = tableOf(groupsOf(library));
  const known = table.get(written);
  if (known !== undefined) return known;
  if (written.includes('~')) return table.values().find(({ id }) => isIdOf(written, id));
  // A speaker has an id for each name.
  const prefix = `${LETTERS.speaker}-`;
  const speaker = written.startsWith(prefix) ? findSpeaker(library, written.slice(prefix.length)) : undefined;
  return speaker === undefined ? undefined : table.get(prefix + speaker.id);
}

/** The sessions that are in every one of the groups, in the order of the first; all of them without any group. */
export function sessionsIn({ sessions }: Library, [first, ...others]: readonly Group[]): readonly Session[] {
  if (first === undefined) return sessions;
  const sets = others.map((group) => new Set(group.sessions));
  return first.sessions.filter((session) => sets.every((set) => set.has(session)));
}

/** A group with the number of its sessions among some. */
export interface Share {
  readonly group: Group;
  readonly count: number;
}

/** The groups of a kind that some of the sessions are in, in their order. */
export function sharesOf(groups: readonly Group[], among: readonly Session[]): readonly Share[] {
  const wanted = new Set(among);
  return groups.flatMap((group) => {
    const count = group.sessions.reduce((sum, session) => sum + (wanted.has(session) ? 1 : 0), 0);
    return count === 0 ? [] : [{ group, count }];
  });
}

/** What a group is called for a reader. Plain. */
export function groupName({ kind, value, speaker, sessions: [first] }: Group, reader: Reader): string {
  if (speaker !== undefined) return speakerName(speaker, reader);
  const strings = stringsFor(reader.locale);
  if (value === undefined) return kind === 'year' ? strings.undated : strings.otherSessions;
  if (kind === 'tag') return `#${value}`;
  return (kind === 'event' && first !== undefined ? postFor(first, reader).event : undefined) ?? value;
}
