import { firstToRead } from '#library/find.ts';
import type { Post, Section, Session } from '#library/model.ts';
import { stringsFor } from '#locales/index.ts';
import { formatDate, languageName } from '../locale.ts';
import { postFor } from '../lookup.ts';
import { ACCENT, buttons, compose, type Entry } from '../message/compose.ts';
import { cutLabel } from '../message/cut.ts';
import { escapeCut, escapeText } from '../message/escape.ts';
import { drawPictures, embedImage } from '../message/images.ts';
import { LIMITS } from '../message/limits.ts';
import { chosen, languageButtons, sliceButtons, sliceOf } from '../message/paging.ts';
import type { Page, Reader, Sources } from '../model.ts';
import { sectionName, sessionName, shortSummary, speakerName, speakerRole } from '../names.ts';
import type { Route } from '../route.ts';
import { linkButtons, speakersLine, talkFacts } from './talkFacts.ts';

const SUMMARY_ROOM = 2_000;

/** `Event · Track`. Plain. */
export const seriesOf = ({ event, track }: Post): string =>
  [event, track].filter((text) => text !== undefined && text !== '').join(' · ');

/** `25 October 2018 · 3 min read · Korean and English`. Plain. */
function factsOf({ posts }: Session, post: Post, reader: Reader): string {
  const strings = stringsFor(reader.locale);
  const languages = posts.map(({ language }) => languageName(language, reader.locale));
  return [formatDate(post.date, reader.locale), strings.minutes(post.minutes), languages.join(', ')]
    .filter((text) => text !== undefined)
    .join(' · ');
}

/** A note where the post is shown in another language than requested. */
export function languageNote(what: 'session' | 'section', { language }: Post, reader: Reader): string {
  if (language === reader.language) return '';
  const [wanted, shown] = [reader.language, language].map((tag) => languageName(tag, reader.locale));
  return `-# ${stringsFor(reader.locale).notIn(what, wanted ?? '', shown ?? '')}`;
}

/** Sections as menu entries; subsections follow their parent. */
export function sectionEntries(
  session: Session,
  sections: readonly Section[],
  to: Pick<Route, 'language'>,
  reader: Reader,
): readonly Entry[] {
  const outermost = Math.min(...sections.filter(({ lead }) => !lead).map(({ depth }) => depth));
  return sections.map((section) => ({
    label: (section.depth > outermost ? '└ ' : '') + sectionName(section, reader),
    description: shortSummary(section.summary),
    route: { page: 'section', session: session.id, section: section.id, part: 1, ...to },
  }));
}

/** Speakers as menu entries. */
function speakerEntries(
  { speakers = [] }: Session,
  to: Pick<Route, 'language'>,
  reader: Reader,
): readonly Entry[] {
  return speakers.map((speaker) => ({
    label: speakerName(speaker, reader),
    description: speakerRole(speaker, reader),
    route: { page: 'speaker', speaker: speaker.id, part: 1, ...to },
  }));
}

/** The page of a session: who spoke, when and where, its summary and sections. */
export function drawSession(
  { library }: Sources,
  session: Session,
  route: Extract<Route, { page: 'session' }>,
  reader: Reader,
): Page {
  const strings = stringsFor(reader.locale);
  const post = postFor(session, reader);
  const to = chosen(route);
  const at = library.sessions.indexOf(session);
  const slice = sliceOf(post.sections, route.part, LIMITS.options);
  const pictures = drawPictures(post.image === undefined ? [] : [post.image]);
  const neighbour = (offset: number): { readonly route: Route; readonly disabled: boolean } => {
    const other = library.sessions[at + offset];
    return {
      route: { page: 'session', session: (other ?? session).id, part: 1, ...to },
      disabled: other === undefined,
    };
  };
  const first = firstToRead(post);
  const summary = escapeCut(
    post.summary === '' && post.sections.length === 0 ? strings.noSections : post.summary,
    SUMMARY_ROOM,
  );
  const facts = talkFacts(session, post, reader);
  const about = [speakersLine(session, reader), facts === '' ? '' : `-# ${escapeText(facts, false)}`]
    .filter((line) => line !== '')
    .join('\n');
  const links = linkButtons(session, post, reader);
  const speakers = speakerEntries(session, to, reader);
  const [speaker] = speakers;
  return compose({
    embeds: [
      {
        color: ACCENT,
        author: { name: seriesOf(post) },
        title: escapeCut(sessionName(session, post, reader), LIMITS.title, cutLabel),
        ...(post.url === undefined ? {} : { url: post.url }),
        description: [about, summary, languageNote('session', post, reader)]
          .filter((text) => text !== '')
          .join('\n\n'),
        ...embedImage(pictures.urls[0]),
        footer: { text: factsOf(session, post, reader) },
      },
    ],
    files: pictures.files,
    rows: [
      {
        kind: 'menu',
        placeholder: strings.menu.sections,
        entries: sectionEntries(session, slice.items, to, reader),
      },
      {
        kind: 'menu',
        placeholder: strings.menu.speakers,
        entries: speakers.length > 1 ? speakers : [],
      },
      buttons(
        first !== undefined && {
          kind: 'open',
          label: strings.button.start,
          route: { page: 'section', session: session.id, section: first.id, part: 1, ...to },
          primary: true,
        },
        { kind: 'open', label: strings.button.previousSession, ...neighbour(-1) },
        { kind: 'open', label: strings.button.nextSession, ...neighbour(1) },
        { kind: 'open', label: strings.button.allSessions, route: { page: 'index', part: 1, ...to } },
        ...(links.length > 1 ? [] : links),
      ),
      buttons(...(links.length > 1 ? links : [])),
      buttons(
        speakers.length === 1 &&
          speaker !== undefined && { kind: 'open', label: speaker.label, route: speaker.route },
        ...sliceButtons(
          slice,
          post.sections.length,
          (part) => ({ page: 'session', session: session.id, part, ...to }),
          reader,
        ),
        ...languageButtons(
          session.posts.map(({ language }) => language),
          post.language,
          (language) => ({ page: 'session', session: session.id, part: slice.part, language }),
        ),
      ),
    ],
  });
}
