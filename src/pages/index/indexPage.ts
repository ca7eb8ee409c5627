import { languagesOf } from '#library/find.ts';
import type { Library, Session } from '#library/model.ts';
import { stringsFor } from '#locales/index.ts';
import { formatDate } from '../locale.ts';
import { postFor } from '../lookup.ts';
import { ACCENT, buttons, compose, type Entry, type Row } from '../message/compose.ts';
import { cutLabel, firstSentence } from '../message/cut.ts';
import { escapeCut, escapeText } from '../message/escape.ts';
import { LIMITS } from '../message/limits.ts';
import { chosen, languageButtons, type Slice, sliceButtons, sliceOf } from '../message/parts.ts';
import type { Page, Reader, Sources } from '../model.ts';
import { sessionName, shortSummary, speakerNoun } from '../names.ts';
import { MOST_GROUPS, type Route } from '../route.ts';
import {
  divides,
  findGroup,
  type Group,
  type Groups,
  groupName,
  groupsOf,
  type Share,
  sessionsIn,
  sharesOf,
} from './groups.ts';

/** Characters for the list, so that the whole description is within its limit. */
const LIST_ROOM = 3_600;
const ONE_LINE = 90;
/** From so many pages on, a menu leads to each of them. */
const MANY_PARTS = 3;
/** Events or years beside tags in one menu. */
const MOST_OTHERS = 15;
/** The group of a route that is no group: every session. */
const ALL = 'all';

type IndexRoute = Extract<Route, { page: 'index' }>;

/** The common value; undefined where values differ. */
function common<T>(values: readonly T[]): T | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

function listOf(sessions: readonly Session[], reader: Reader, event: string | undefined): string {
  const room = Math.floor(LIST_ROOM / Math.max(1, sessions.length));
  const { otherSessions } = stringsFor(reader.locale);
  let last = event;
  return sessions
    .map((session) => {
      const post = postFor(session, reader);
      const name = post.event ?? (last === undefined ? '' : otherSessions);
      const head = post.event === last || name === '' ? '' : `### ${escapeCut(name, 60, cutLabel)}\n`;
      last = post.event;
      const line = `${head}**${escapeCut(sessionName(session, post, reader), Math.min(160, room - head.length - 8), cutLabel)}**`;
      const summary = post.summary.replace(/\s+/g, ' ');
      const left = Math.min(ONE_LINE * 2, room - line.length - 4);
      // Shorter summaries are omitted.
      const said =
        left < ONE_LINE / 2 || summary === ''
          ? ''
          : escapeCut(summary, left, (text, most) => firstSentence(text, Math.min(most, ONE_LINE)));
      return said === '' ? line : `${line}\n${said}`;
    })
    .join('\n\n');
}

/** Sessions of one event beside each other, those without one first. */
function byEvent({ sessions }: Library, { event }: Groups): readonly Session[] {
  if (!divides(event)) return sessions;
  const order = new Map(event.flatMap((group) => group.sessions.map((session) => [session, group] as const)));
  const first = new Map<Group | undefined, number>();
  for (const [at, session] of sessions.entries()) {
    const group = order.get(session);
    if (!first.has(group)) first.set(group, group?.value === undefined ? -1 : at);
  }
  const placeOf = (session: Session): number => first.get(order.get(session)) ?? 0;
  return sessions.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Sessions of one event beside each other where its first one stands, in reading order; the others stay where they are. */
function eventsTogether({ sessions: all }: Library, sessions: readonly Session[]): readonly Session[] {
  const reading = new Map(all.map((session, at) => [session, at]));
  const runs = new Map<string | Session, Session[]>();
  for (const session of sessions) {
    const key = session.posts[0].event ?? session;
    const run = runs.get(key);
    if (run === undefined) runs.set(key, [session]);
    else run.push(session);
  }
  return [...runs.values()].flatMap((run) =>
    run.toSorted((one, other) => (reading.get(one) ?? 0) - (reading.get(other) ?? 0)),
  );
}

/** The span of time of sessions, such as `3 May 2019 – 2 June 2024`. Empty for sessions without dates. */
function spanOf(sessions: readonly Session[], reader: Reader): string {
  const dates = sessions
    .map((session) => postFor(session, reader).date)
    .filter((date) => date !== undefined)
    .sort();
  return [...new Set([formatDate(dates[0], reader.locale), formatDate(dates.at(-1), reader.locale)])]
    .filter((date) => date !== undefined)
    .join(' – ');
}

/** `3 May 2019 – 2 June 2024 · 120 sessions`. Plain. */
const factsOf = (sessions: readonly Session[], reader: Reader): string =>
  [spanOf(sessions, reader), stringsFor(reader.locale).sessionCount(sessions.length)]
    .filter((text) => text !== '')
    .join(' · ');

/** The ids of the groups that a route is narrowed by, without the one that stands for all sessions. */
const narrowed = ({ groups = [] }: IndexRoute): readonly string[] => groups.filter((id) => id !== ALL);

/** Groups as menu entries: each narrows what the route shows. */
const groupEntries = (shares: readonly Share[], route: IndexRoute, reader: Reader): readonly Entry[] =>
  shares.map(({ group, count }) => ({
    label: groupName(group, reader),
    description: [
      ...(group.speaker === undefined ? [] : [speakerNoun(group.speaker, reader)]),
      stringsFor(reader.locale).sessionCount(count),
    ].join(' · '),
    route: { page: 'index', groups: [...narrowed(route), group.id], part: 1, ...chosen(route) },
  }));

const whole = (groups: readonly Group[]): readonly Share[] =>
  groups.map((group) => ({ group, count: group.sessions.length }));

/** A menu of the pages of a long list: what stands first and last on each. */
function partsMenu(
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
function narrower(
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
  return { kind: 'menu', placeholder, entries: groupEntries(whole([...others, ...tags]), route, reader) };
}

/** What divides a long list that is narrowed already: the kinds that it is not narrowed by, and more tags. */
function furtherNarrower(
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

const ends = ({ library }: Sources, route: IndexRoute, reader: Reader): Row => {
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

/** The page of many sessions: their events or years, with a menu of them. */
function drawOverview(
  sources: Sources,
  kind: 'event' | 'year',
  groups: Groups,
  route: IndexRoute,
  reader: Reader,
): Page {
  const strings = stringsFor(reader.locale);
  const { sessions } = sources.library;
  const slice = sliceOf(groups[kind], route.part, LIMITS.options);
  const lines = slice.items.map((group) => {
    const span = kind === 'year' ? '' : spanOf(group.sessions, reader);
    const facts = [strings.sessionCount(group.sessions.length), span]
      .filter((text) => text !== '')
      .join(' · ');
    return `**${escapeCut(groupName(group, reader), 80, cutLabel)}**${kind === 'year' ? ' · ' : '\n'}${escapeText(facts)}`;
  });
  return compose({
    embeds: [
      {
        color: ACCENT,
        title: strings.sessions,
        description: lines.join('\n'),
        footer: { text: factsOf(sessions, reader) },
      },
    ],
    rows: [
      {
        kind: 'menu',
        placeholder: kind === 'event' ? strings.menu.events : strings.menu.years,
        entries: groupEntries(whole(slice.items), route, reader),
      },
      narrower(groups, kind === 'event' ? 'year' : 'event', sources.library, route, reader),
      buttons(...sliceButtons(slice, groups[kind].length, (part) => ({ ...route, part }), reader), {
        kind: 'open',
        label: strings.button.oneByOne,
        route: { page: 'index', groups: [ALL], part: 1, ...chosen(route) },
      }),
      ends(sources, route, reader),
    ],
  });
}

/** The page of groups that share no session: each of them alone is a press away. */
function drawNothingIn(sources: Sources, taken: readonly Group[], route: IndexRoute, reader: Reader): Page {
  const strings = stringsFor(reader.locale);
  const { groups: _, ...bare } = route;
  return compose({
    embeds: [
      {
        color: ACCENT,
        author: { name: strings.sessions },
        title: escapeCut(taken.map((group) => groupName(group, reader)).join(' · '), LIMITS.title, cutLabel),
        description: strings.noneInAll,
      },
    ],
    rows: [
      { kind: 'menu', placeholder: strings.menu.narrow, entries: groupEntries(whole(taken), bare, reader) },
      ends(sources, route, reader),
    ],
  });
}

/** How so many sessions are divided on their first page; undefined where they stand in a list. */
function division({ sessions }: Library, groups: Groups): 'event' | 'year' | undefined {
  if (sessions.length <= LIMITS.options) return undefined;
  const without = groups.event.find(({ value }) => value === undefined)?.sessions.length ?? 0;
  if (divides(groups.event) && without * 2 < sessions.length) return 'event';
  return divides(groups.year) ? 'year' : undefined;
}

/** The index page: the event, its sessions with one line each, and a menu; of many sessions, their events or years. */
export function drawIndex(sources: Sources, asked: IndexRoute, reader: Reader): Page {
  const { library } = sources;
  const strings = stringsFor(reader.locale);
  const groups = groupsOf(library);
  const taken = narrowed(asked).flatMap((id) => findGroup(library, id) ?? []);
  const { groups: _, ...bare } = asked;
  const isAll = taken.length === 0 && (asked.groups ?? []).includes(ALL);
  const ids = isAll ? [ALL] : taken.map(({ id }) => id);
  const route: IndexRoute = ids.length === 0 ? bare : { ...bare, groups: ids };
  const kind = division(library, groups);
  if (ids.length === 0 && kind !== undefined) return drawOverview(sources, kind, groups, route, reader);
  const sessions =
    taken.length === 0 ? byEvent(library, groups) : eventsTogether(library, sessionsIn(library, taken));
  if (sessions.length === 0 && taken.length > 0) return drawNothingIn(sources, taken, route, reader);
  const posts = sessions.map((session) => postFor(session, reader));
  const ofEvent = taken.find((group) => group.kind === 'event');
  const event = ofEvent === undefined ? common(posts.map((post) => post.event)) : groupName(ofEvent, reader);
  const slice = sliceOf(sessions, route.part, LIMITS.options);
  const track = common(posts.map((post) => post.track));
  const to = chosen(route);
  const entries: readonly Entry[] = slice.items.map((session) => {
    const post = postFor(session, reader);
    return {
      label: sessionName(session, post, reader),
      description: shortSummary(post.summary),
      route: { page: 'session', session: session.id, part: 1, ...to },
    };
  });
  const about = track === undefined ? '' : `${escapeText(track)}\n\n`;
  const name = taken.length === 0 ? event : taken.map((group) => groupName(group, reader)).join(' · ');
  const speaker = taken.find((group) => group.kind === 'speaker');
  return compose({
    embeds: [
      {
        color: ACCENT,
        ...(taken.length === 0 ? {} : { author: { name: strings.sessions } }),
        title: escapeCut(name ?? '', LIMITS.title, cutLabel) || strings.sessions,
        description:
          sessions.length === 0
            ? strings.noSessions
            : escapeCut(about, 300) + listOf(slice.items, reader, event),
        footer: { text: factsOf(sessions, reader) },
      },
    ],
    rows: [
      { kind: 'menu', placeholder: strings.menu.sessions, entries },
      partsMenu(sessions, slice, route, reader),
      taken.length === 0
        ? narrower(groups, 'event', library, route, reader)
        : furtherNarrower(groups, taken, sessions, route, reader),
      buttons(
        ...sliceButtons(slice, sessions.length, (part) => ({ ...route, part }), reader),
        speaker?.speaker !== undefined && {
          kind: 'open',
          label: groupName(speaker, reader),
          route: { page: 'speaker', speaker: speaker.speaker.id, part: 1, ...to },
        },
      ),
      ends(sources, { ...route, part: slice.part }, reader),
    ],
  });
}
