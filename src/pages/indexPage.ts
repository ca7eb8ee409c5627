import { languagesOf } from '#library/find.ts';
import type { Session } from '#library/model.ts';
import { stringsFor } from '#locales/index.ts';
import { formatDate } from './locale.ts';
import { postFor } from './lookup.ts';
import { escapeCut, escapeText } from './markdown/escape.ts';
import { ACCENT, buttons, compose, type Entry } from './message/compose.ts';
import { cutLabel, firstSentence } from './message/cut.ts';
import { LIMITS } from './message/limits.ts';
import { chosen, languageButtons, sliceButtons, sliceOf } from './message/parts.ts';
import type { Page, Reader, Sources } from './model.ts';
import { sessionName, shortSummary } from './names.ts';
import type { Route } from './route.ts';

/** Characters for the list, so that the whole description is within its limit. */
const LIST_ROOM = 3_600;
const ONE_LINE = 90;

/** The common value; undefined where values differ. */
function common<T>(values: readonly T[]): T | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

function listOf(sessions: readonly Session[], reader: Reader, event: string | undefined): string {
  const room = Math.floor(LIST_ROOM / Math.max(1, sessions.length));
  let last = event;
  return sessions
    .map((session) => {
      const post = postFor(session, reader);
      const head = post.event === last ? '' : `### ${escapeCut(post.event ?? '', 60, cutLabel)}\n`;
      last = post.event;
      const name = `${head}**${escapeCut(sessionName(session, post, reader), Math.min(160, room - head.length - 8), cutLabel)}**`;
      const line = post.summary.replace(/\s+/g, ' ');
      const left = Math.min(ONE_LINE * 2, room - name.length - 4);
      // Shorter summaries are omitted.
      const said =
        left < ONE_LINE / 2 || line === ''
          ? ''
          : escapeCut(line, left, (text, most) => firstSentence(text, Math.min(most, ONE_LINE)));
      return said === '' ? name : `${name}\n${said}`;
    })
    .join('\n\n');
}

/** The index page: the event, its sessions with one line each, and a menu. */
export function drawIndex(
  { library }: Sources,
  route: Extract<Route, { page: 'index' }>,
  reader: Reader,
): Page {
  const strings = stringsFor(reader.locale);
  const { sessions } = library;
  const posts = sessions.map((session) => postFor(session, reader));
  const event = common(posts.map((post) => post.event));
  const slice = sliceOf(sessions, route.part, LIMITS.options);
  const track = common(posts.map((post) => post.track));
  const dates = [...new Set(posts.map(({ date }) => date).filter((date) => date !== undefined))].sort();
  const when = [...new Set([formatDate(dates[0], reader.locale), formatDate(dates.at(-1), reader.locale)])]
    .filter((date) => date !== undefined)
    .join(' – ');
  const to = { ...chosen(route) };
  const entries: readonly Entry[] = slice.items.map((session) => {
    const post = postFor(session, reader);
    return {
      label: sessionName(session, post, reader),
      description: shortSummary(post.summary),
      route: { page: 'session', session: session.id, part: 1, ...to },
    };
  });
  const about = track === undefined ? '' : `${escapeText(track)}\n\n`;
  return compose({
    embeds: [
      {
        color: ACCENT,
        title: escapeCut(event ?? strings.sessions, LIMITS.title, cutLabel),
        description:
          sessions.length === 0
            ? strings.noSessions
            : escapeCut(about, 300) + listOf(slice.items, reader, event),
        footer: {
          text: [when, strings.sessionCount(sessions.length)].filter((text) => text !== '').join(' · '),
        },
      },
    ],
    rows: [
      { kind: 'menu', placeholder: strings.menu.sessions, entries },
      buttons(...sliceButtons(slice, sessions.length, (part) => ({ page: 'index', part, ...to }), reader)),
      buttons(
        { kind: 'open', label: strings.button.help, route: { page: 'help', ...to } },
        ...languageButtons(languagesOf(library), reader.language, (language) => ({
          page: 'index',
          part: slice.part,
          language,
        })),
      ),
    ],
  });
}
