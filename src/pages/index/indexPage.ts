import type { Library, Session } from '#library/model.ts';
import { stringsFor } from '#locales/index.ts';
import { postFor } from '../lookup.ts';
import { ACCENT, buttons, compose, type Entry } from '../message/compose.ts';
import { cutLabel, firstSentence } from '../message/cut.ts';
import { escapeCut, escapeText } from '../message/escape.ts';
import { LIMITS } from '../message/limits.ts';
import { chosen, sliceButtons, sliceOf } from '../message/paging.ts';
import type { Page, Reader, Sources } from '../model.ts';
import { sessionName, shortSummary } from '../names.ts';
import { factsOf } from './facts.ts';
import { divides, findGroup, type Groups, groupName, groupsOf, sessionsIn } from './groups.ts';
import {
  ALL,
  closingButtons,
  filterIds,
  filterMenu,
  furtherFilterMenu,
  type IndexRoute,
  partsMenu,
} from './menus.ts';
import { drawNothingIn, drawOverview } from './overviewPage.ts';
import { byEvent, eventsTogether } from './sessionOrder.ts';

/** Characters for the list, so that the whole description is within its limit. */
const LIST_ROOM = 3_600;
const ONE_LINE = 90;

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
  const taken = filterIds(asked).flatMap((id) => findGroup(library, id) ?? []);
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
        title: escapeCut(name ?? '', LIMITS.title, cutLabel).trim() || strings.sessions,
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
        ? filterMenu(groups, 'event', library, route, reader)
        : furtherFilterMenu(groups, taken, sessions, route, reader),
      buttons(
        ...sliceButtons(slice, sessions.length, (part) => ({ ...route, part }), reader),
        speaker?.speaker !== undefined && {
          kind: 'open',
          label: groupName(speaker, reader),
          route: { page: 'speaker', speaker: speaker.speaker.id, part: 1, ...to },
        },
      ),
      closingButtons(sources, { ...route, part: slice.part }, reader),
    ],
  });
}
