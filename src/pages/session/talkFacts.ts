import type { Post, Session, TalkLink } from '#library/model.ts';
import { stringsFor } from '#locales/index.ts';
import { formatDate, languageName } from '../locale.ts';
import { type Button, link } from '../message/compose.ts';
import { cutLabel } from '../message/cut.ts';
import { escapeCut } from '../message/escape.ts';
import { LIMITS } from '../message/limits.ts';
import type { Reader } from '../model.ts';
import { localized, speakerName, speakerRole } from '../names.ts';

/** Speakers with their names on a session's page; the others are in its menu. */
const NAMED = 4;
const NAME_ROOM = 80;
const ROLE_ROOM = 100;

/** `Speakers: **Gildong Hong** (Engineer, Acme), **Jane Doe**`. Markdown; empty for a talk without speakers. */
export function speakersLine({ speakers = [] }: Session, reader: Reader): string {
  if (speakers.length === 0) return '';
  const strings = stringsFor(reader.locale);
  const named = speakers.slice(0, NAMED).map((speaker) => {
    const role = escapeCut(speakerRole(speaker, reader), ROLE_ROOM, cutLabel);
    const name = `**${escapeCut(speakerName(speaker, reader), NAME_ROOM, cutLabel)}**`;
    return role === '' ? name : `${name} (${role})`;
  });
  const isAuthors = speakers.every(({ source }) => source === 'author');
  return (isAuthors ? strings.writtenBy : strings.spokenBy)(named, speakers.length - named.length);
}

/** `10:00–10:40`, of the times that are known. Plain. */
function hours({ starts, ends }: Session): string | undefined {
  if (starts?.time === undefined) return undefined;
  return ends?.time === undefined ? starts.time : `${starts.time}–${ends.time}`;
}

/**
 * `10:00–10:40 · Hall A · Beginner · in English`: when, where, for whom, in what language. Plain; empty where unknown.
 */
export function talkFacts(session: Session, post: Post, reader: Reader): string {
  const strings = stringsFor(reader.locale);
  const { starts, duration, room, level, languages = [] } = session;
  const day =
    starts?.date === undefined || starts.date === post.date
      ? undefined
      : formatDate(starts.date, reader.locale);
  const time = hours(session);
  const isKnown =
    languages.length === 0 || (languages.length === 1 && languages[0] === session.posts[0].language);
  const spoken = isKnown
    ? undefined
    : strings.spokenIn(languages.map((tag) => languageName(tag, reader.locale)));
  const length = time?.includes('–') || duration === undefined ? undefined : strings.talkMinutes(duration);
  return [day, time, length, localized(room ?? {}, reader), localized(level ?? {}, reader), spoken]
    .filter((fact) => fact !== undefined && fact !== '')
    .map((fact) => cutLabel(fact ?? '', 80))
    .join(' · ');
}

/** The links of one kind: those of the post that is shown, else those of its translations. */
function linksFor(links: readonly TalkLink[] = [], post: Post): readonly TalkLink[] {
  const own = links.filter(({ language }) => language === post.language);
  return own.length > 0 ? own : links;
}

/**
 * Buttons to the post, slides, recording and code: one of each first, then what there is more of, as many as a row
 * holds.
 */
export function linkButtons(session: Session, post: Post, reader: Reader): readonly Button[] {
  const { button } = stringsFor(reader.locale);
  const kinds = [
    { label: button.slides, links: linksFor(session.slides, post) },
    { label: button.recording, links: linksFor(session.video, post) },
    { label: button.code, links: linksFor(session.code, post) },
  ];
  const ranked = kinds.flatMap(({ label, links }, kind) =>
    links.map(({ url }, at) => ({ at, kind, button: link(at === 0 ? label : `${label} ${at + 1}`, url) })),
  );
  const most = [
    link(button.post, post.url),
    ...ranked.toSorted((a, b) => a.at - b.at).map((one) => one.button),
  ]
    .filter((one) => one !== undefined)
    .slice(0, LIMITS.buttons);
  // Those of one kind stand beside each other.
  return [link(button.post, post.url), ...ranked.map((one) => one.button)].filter(
    (one): one is Button => one !== undefined && most.some((kept) => isSameLink(kept, one)),
  );
}

const isSameLink = (one: Button, other: Button): boolean =>
  one.kind === 'link' && other.kind === 'link' && one.url === other.url && one.label === other.label;
