import { languagesOf } from '#library/find.ts';
import type { Library, Session } from '#library/model.ts';
import { stringsFor } from '#locales/index.ts';
import { postFor } from '../lookup.ts';
import { buttons, type Entry, type Row } from '../message/compose.ts';
import { cutLabel } from '../message/cut.ts';
import { LIMITS } from '../message/limits.ts';
import { chosen, languageButtons, type Slice } from '../message/paging.ts';
import type { Reader, Sources } from '../model.ts';
import { sessionName, speakerNoun } from '../names.ts';
import { MOST_GROUPS, type Route } from '../route.ts';
import { spanOf } from './facts.ts';
import { divides, type Group, type Groups, groupName, type Share, sharesOf } from './groups.ts';

/** From so many pages on, a menu leads to each of them. */
const MANY_PARTS = 3;
/** Events or years beside tags in one menu. */
const MOST_OTHERS = 15;
/** The group of a route that is no group: every session. */
export const ALL = 'all';

/** The route of an index page. */
export type IndexRoute = Extract<Route, { page: 'index' }>;

/** The ids of the groups that a route is narrowed by, without the one that stands for all sessions. */
export const filterIds = ({ groups = [] }: IndexRoute): readonly string[] =>
  groups.filter((id) => id !== ALL);

/** Groups as menu entries: each narrows what the route shows. */
export const groupEntries = (shares: readonly Share[], route: IndexRoute, reader: Reader): readonly Entry[] =>
  shares.map(({ group, count }) => ({
    label: groupName(group, reader),
    description: [
      ...(group.speaker === undefined ? [] : [speakerNoun(group.speaker, reader)]),
      stringsFor(reader.locale).sessionCount(count),
    ].join(' · '),
    route: { page: 'index', groups: [...filterIds(route), group.id], part: 1, ...chosen(route) },
  }));

/** Groups with the number of all their sessions. */
export const withCounts = (groups: readonly Group[]): readonly Share[] =>
  groups.map((group) => ({ group, count: group.sessions.length }));

/** A menu of the pages of a long list: what stands first and last on each. */
export function partsMenu(
  sessions: readonly Session[],
  slice: Slice<Session>,
  route: IndexRoute,
  reader: Reader,
): Row {
  const { button, menu } = stringsFor(reader.locale);
  const equal = Math.ceil(sessions.length / slice.parts);
  // The menu holds 25 pages: those around this one.
  const from = Math.max(0, Math.min(slice.part - 13, slice.parts - LIMITS.options));
  const parts = slice.parts < MANY_PARTS ? 0 : Math.min(slice.parts, LIMITS.options);
  const entries = Array.from({ length: parts }, (_, at): Entry => {
    const inside = sessions.slice((from + at) * equal, (from + at + 1) * equal);
    const [first, last] = [inside[0], inside.at(-1)].map((session) =>
      session === undefined ? '' : cutLabel(sessionName(session, postFor(session, reader), reader), 44),
    );
    return {
      label: `${button.range((from + at) * equal + 1, (from + at) * equal + inside.length)} · ${spanOf(inside, reader)}`,
      description: `${first} – ${last}`,
      route: { ...route, part: from + at + 1 },
    };
  });
  return { kind: 'menu', placeholder: menu.pages, entries };
}

/** One more way to divide all sessions, and tags where a list is long: as many as a menu holds. */
export function filterMenu(
  groups: Groups,
  kind: 'event' | 'year',
  { sessions: { length: all } }: Library,
  route: IndexRoute,
  reader: Reader,
): Row {
  const { menu } = stringsFor(reader.locale);
  const isLong = all > LIMITS.options;
  const others = divides(groups[kind]) ? groups[kind].slice(0, isLong ? MOST_OTHERS : LIMITS.options) : [];
  const telling = groups.tag.filter(({ sessions: { length } }) => length > 1 && length < all);
  const tags = isLong ? telling.slice(0, LIMITS.options - others.length) : [];
  const placeholder = tags.length > 0 ? menu.narrow : kind === 'event' ? menu.events : menu.years;
  return {
    kind: 'menu',
    placeholder,
    entries: groupEntries(withCounts([...others, ...tags]), route, reader),
  };
}

/** What divides a long list that is narrowed already: the kinds that it is not narrowed by, and more tags. */
export function furtherFilterMenu(
  groups: Groups,
  taken: readonly Group[],
  sessions: readonly Session[],
  route: IndexRoute,
  reader: Reader,
): Row {
  const { menu } = stringsFor(reader.locale);
  const kinds = (['event', 'year', 'tag', 'speaker'] as const).filter(
    (kind) => kind === 'tag' || taken.every((group) => group.kind !== kind),
  );
  const isLong = sessions.length > LIMITS.options && taken.length < MOST_GROUPS;
  const most = Math.floor(LIMITS.options / kinds.length);
  const shares = (isLong ? kinds : []).flatMap((kind) =>
    sharesOf(groups[kind], sessions)
      .filter(({ group, count }) => group.value !== undefined && count < sessions.length)
      .toSorted((one, other) => (kind === 'event' || kind === 'year' ? 0 : other.count - one.count))
      .slice(0, most),
  );
  return { kind: 'menu', placeholder: menu.narrow, entries: groupEntries(shares, route, reader) };
}

/** The buttons at the end of every index page: all sessions, help, and the other languages. */
export const closingButtons = ({ library }: Sources, route: IndexRoute, reader: Reader): Row => {
  const { button } = stringsFor(reader.locale);
  const to = chosen(route);
  return buttons(
    (route.groups ?? []).length > 0 && {
      kind: 'open',
      label: button.allSessions,
      route: { page: 'index', part: 1, ...to },
    },
    { kind: 'open', label: button.help, route: { page: 'help', ...to } },
    ...languageButtons(languagesOf(library), reader.language, (language) => ({ ...route, language })),
  );
};
