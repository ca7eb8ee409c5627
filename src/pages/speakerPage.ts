import { languagesOf, talkDate } from '#library/find.ts';
import type { Session } from '#library/model.ts';
import type { SpeakerProfile } from '#library/speakers.ts';
import { stringsFor } from '#locales/index.ts';
import { formatDate } from './locale.ts';
import { postFor } from './lookup.ts';
import { ACCENT, buttons, compose, link } from './message/compose.ts';
import { cutLabel } from './message/cut.ts';
import { escapeCut } from './message/escape.ts';
import { drawPictures } from './message/images.ts';
import { LIMITS } from './message/limits.ts';
import { chosen, languageButtons, sliceButtons, sliceOf } from './message/paging.ts';
import type { Page, Reader, Sources } from './model.ts';
import { localized, sessionName, shortSummary, speakerName, speakerNoun, speakerRole } from './names.ts';
import type { Route } from './route.ts';

/** Talks on a part: few enough for a phone. */
const TALKS_A_PART = 15;
const BIO_ROOM = 600;

/** A talk in two lines: its name, then its event and day. */
function talkLines(session: Session, reader: Reader): string {
  const post = postFor(session, reader);
  const where = [post.event, formatDate(talkDate(session), reader.locale)].filter(
    (part) => part !== undefined && part !== '',
  );
  const name = `**${escapeCut(sessionName(session, post, reader), 120, cutLabel)}**`;
  return where.length === 0 ? name : `${name}\n${escapeCut(where.join(' · '), 100, cutLabel)}`;
}

/** The page of a speaker: who they are, and their talks from the first to the latest. */
export function drawSpeaker(
  { library }: Sources,
  speaker: SpeakerProfile,
  route: Extract<Route, { page: 'speaker' }>,
  reader: Reader,
): Page {
  const strings = stringsFor(reader.locale);
  const to = chosen(route);
  const talks = speaker.sessions.toSorted((one, other) =>
    (talkDate(one) ?? '').localeCompare(talkDate(other) ?? ''),
  );
  const slice = sliceOf(talks, route.part, TALKS_A_PART);
  const name = speakerName(speaker, reader);
  const others = speaker.names.filter((other) => other.toLowerCase() !== name.toLowerCase());
  const pictures = drawPictures(speaker.image === undefined ? [] : [speaker.image]);
  const [portrait] = pictures.urls;
  return compose({
    embeds: [
      {
        color: ACCENT,
        author: { name: speakerNoun(speaker, reader) },
        title: escapeCut(name, LIMITS.title, cutLabel),
        ...(speaker.url === undefined ? {} : { url: speaker.url }),
        description: [
          [
            escapeCut(speakerRole(speaker, reader), 200, cutLabel),
            others.length === 0
              ? ''
              : `-# ${escapeCut(strings.otherNames(others.slice(0, 6).join(', ')), 200, cutLabel)}`,
          ]
            .filter((line) => line !== '')
            .join('\n'),
          escapeCut((localized(speaker.bio ?? {}, reader) ?? '').replace(/\s+/g, ' '), BIO_ROOM),
          slice.items.map((session) => talkLines(session, reader)).join('\n\n'),
        ]
          .filter((text) => text !== '')
          .join('\n\n'),
        ...(portrait === undefined ? {} : { thumbnail: { url: portrait } }),
        footer: { text: strings.sessionCount(talks.length) },
      },
    ],
    files: pictures.files,
    rows: [
      {
        kind: 'menu',
        placeholder: strings.menu.sessions,
        entries: slice.items.map((session) => {
          const post = postFor(session, reader);
          return {
            label: sessionName(session, post, reader),
            description: shortSummary(post.summary),
            route: { page: 'session', session: session.id, part: 1, ...to },
          };
        }),
      },
      buttons(
        ...sliceButtons(
          slice,
          talks.length,
          (part) => ({ page: 'speaker', speaker: speaker.id, part, ...to }),
          reader,
        ),
      ),
      buttons(
        { kind: 'open', label: strings.button.allSessions, route: { page: 'index', part: 1, ...to } },
        link(strings.button.profile, speaker.url),
        ...languageButtons(languagesOf(library), reader.language, (language) => ({
          page: 'speaker',
          speaker: speaker.id,
          part: slice.part,
          language,
        })),
      ),
    ],
  });
}
