import { stringsFor } from '#locales/index.ts';
import { ACCENT, buttons, compose } from '../message/compose.ts';
import { cutLabel } from '../message/cut.ts';
import { escapeCut, escapeText } from '../message/escape.ts';
import { LIMITS } from '../message/limits.ts';
import { chosen, sliceButtons, sliceOf } from '../message/paging.ts';
import type { Page, Reader, Sources } from '../model.ts';
import { factsOf, spanOf } from './facts.ts';
import { type Group, type Groups, groupName } from './groups.ts';
import { ALL, closingButtons, filterMenu, groupEntries, type IndexRoute, withCounts } from './menus.ts';

/** The page of many sessions: their events or years, with a menu of them. */
export function drawOverview(
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
        entries: groupEntries(withCounts(slice.items), route, reader),
      },
      filterMenu(groups, kind === 'event' ? 'year' : 'event', sources.library, route, reader),
      buttons(...sliceButtons(slice, groups[kind].length, (part) => ({ ...route, part }), reader), {
        kind: 'open',
        label: strings.button.oneByOne,
        route: { page: 'index', groups: [ALL], part: 1, ...chosen(route) },
      }),
      closingButtons(sources, route, reader),
    ],
  });
}

/** The page of groups that share no session: each of them alone is a press away. */
export function drawNothingIn(
  sources: Sources,
  taken: readonly Group[],
  route: IndexRoute,
  reader: Reader,
): Page {
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
      {
        kind: 'menu',
        placeholder: strings.menu.narrow,
        entries: groupEntries(withCounts(taken), bare, reader),
      },
      closingButtons(sources, route, reader),
    ],
  });
}
