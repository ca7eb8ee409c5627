import { firstToRead } from '#library/find.ts';
import type { Library, Session, Topic } from '#library/model.ts';
import { recapStringsFor, stringsFor } from '#locales/index.ts';
import { findSession, findTopic, locateSection, postFor } from '../lookup.ts';
import { escapeCut } from '../markdown/escape.ts';
import { ACCENT, buttons, compose, link } from '../message/compose.ts';
import { cut, cutLabel } from '../message/cut.ts';
import { drawPictures, embedImage } from '../message/images.ts';
import { LIMITS } from '../message/limits.ts';
import { markRecap } from '../message/share.ts';
import type { Page, Reader } from '../model.ts';
import { localized, sectionLabel, sectionName, sessionName, topicName } from '../names.ts';
import { languageNote, sectionEntries, seriesOf } from '../sessionPage.ts';

/** The parameters of a recap page. */
export interface RecapOrder {
  readonly library: Library;
  readonly unit: 'session' | 'topic';
  /** Id of the session or topic. */
  readonly item: string;
  /** From 1. */
  readonly position: number;
  readonly total: number;
  /** The reason why it is out of turn. */
  readonly fresh: 'new' | 'changed' | undefined;
  readonly mentionRoleId: string | undefined;
  /** Key of the delivery in the controls; undefined for a preview. */
  readonly key: string | undefined;
}

/** Half a minute of reading: about 300 characters of summary and a few headings. */
const SUMMARY_ROOM = 420;
const HEADINGS = 6;
const TOPIC_SECTIONS = 3;
const SECTION_ROOM = 240;
const NAME_ROOM = 100;

const lines = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n\n');

function standing({ unit, position, total, fresh }: RecapOrder, { locale }: Reader): string {
  const strings = recapStringsFor(locale);
  const stands = strings.standing(unit, position, total);
  return fresh === undefined ? stands : `${strings.fresh[fresh]} · ${stands}`;
}

function drawSessionRecap(order: RecapOrder, session: Session, reader: Reader): Page {
  const strings = recapStringsFor(reader.locale);
  const words = stringsFor(reader.locale);
  const post = postFor(session, reader);
  const pictures = drawPictures(post.image === undefined ? [] : [post.image]);
  const outermost = post.sections.filter(({ parent, lead }) => parent === undefined && !lead);
  const headings = outermost
    .slice(0, HEADINGS)
    .map((section) => `- ${escapeCut(sectionName(section, reader), 80, cutLabel)}`);
  const first = firstToRead(post);
  return compose({
    embeds: [
      {
        color: ACCENT,
        author: { name: seriesOf(post) },
        title: escapeCut(sessionName(session, post, reader), LIMITS.title, cutLabel),
        ...(post.url === undefined ? {} : { url: post.url }),
        description: lines(
          escapeCut(post.summary, SUMMARY_ROOM),
          headings.length < 2 ? '' : `**${strings.inIt}**\n${headings.join('\n')}`,
          languageNote('session', post, reader),
        ),
        ...embedImage(pictures.urls[0]),
        footer: { text: `${standing(order, reader)} · ${words.minutes(post.minutes)}` },
      },
    ],
    files: pictures.files,
    rows: [
      {
        kind: 'menu',
        placeholder: words.menu.sections,
        entries: sectionEntries(session, post.sections.slice(0, LIMITS.options), {}, reader),
      },
      buttons(
        first !== undefined && {
          kind: 'open',
          label: words.button.start,
          route: { page: 'section', session: session.id, section: first.id, part: 1 },
          primary: true,
        },
        {
          kind: 'open',
          label: strings.button.session,
          route: { page: 'session', session: session.id, part: 1 },
        },
        { kind: 'open', label: words.button.allSessions, route: { page: 'index', part: 1 } },
        link(words.button.post, post.url),
      ),
    ],
  });
}

function drawTopicRecap(order: RecapOrder, topic: Topic, reader: Reader): Page {
  const strings = recapStringsFor(reader.locale);
  const words = stringsFor(reader.locale);
  const places = topic.about.flatMap((ref) => locateSection(order.library, ref, reader) ?? []);
  const shown = places.slice(0, TOPIC_SECTIONS).map((located) => {
    const { label, description } = sectionLabel(located, reader);
    const where = description === undefined ? '' : `\n-# ${escapeCut(description, 100, cutLabel)}`;
    const summary = located.section.summary.replace(/\s+/g, ' ');
    const text = summary === '' ? '' : `\n${escapeCut(summary, SECTION_ROOM, cut)}`;
    return `**${escapeCut(label, 90, cutLabel)}**${where}${text}`;
  });
  const now = localized(topic.now, reader);
  const pictures = drawPictures(places.flatMap(({ section }) => section.images).slice(0, 1));
  return compose({
    embeds: [
      {
        color: ACCENT,
        author: { name: words.topic },
        title: escapeCut(topicName(topic, reader), LIMITS.title, cutLabel),
        ...(topic.url === undefined ? {} : { url: topic.url }),
        description: lines(
          escapeCut(localized(topic.summary, reader) ?? '', SUMMARY_ROOM),
          now === undefined ? '' : `> ${escapeCut(now.replace(/\s+/g, ' '), 240)}`,
          ...shown,
        ),
        ...embedImage(pictures.urls[0]),
        footer: { text: standing(order, reader) },
      },
    ],
    files: pictures.files,
    rows: [
      {
        kind: 'menu',
        placeholder: words.menu.topicSections,
        entries: places.slice(0, LIMITS.options).map((located) => ({
          ...sectionLabel(located, reader),
          route: { page: 'section', session: located.session.id, section: located.section.id, part: 1 },
        })),
      },
      buttons(
        {
          kind: 'open',
          label: strings.button.topic,
          route: { page: 'topic', topic: topic.id, part: 1 },
          primary: true,
        },
        { kind: 'open', label: words.button.allSessions, route: { page: 'index', part: 1 } },
        link(words.button.official, topic.url),
      ),
    ],
  });
}

/** The message of a recap, and the name of a thread or forum post for it; undefined where the item is gone. */
export function drawRecap(order: RecapOrder, reader: Reader): { page: Page; name: string } | undefined {
  const drawn = drawItem(order, reader);
  if (drawn === undefined) return undefined;
  const { page, name } = drawn;
  const marked = order.key === undefined ? page : markRecap(page, order.key);
  const mention = order.mentionRoleId === undefined ? {} : { content: `<@&${order.mentionRoleId}>` };
  return { page: { ...marked, ...mention }, name: cutLabel(name, NAME_ROOM) };
}

function drawItem(order: RecapOrder, reader: Reader): { page: Page; name: string } | undefined {
  if (order.unit === 'topic') {
    const topic = findTopic(order.library, order.item);
    return topic && { page: drawTopicRecap(order, topic, reader), name: topicName(topic, reader) };
  }
  const session = findSession(order.library, order.item);
  if (session === undefined) return undefined;
  const name = sessionName(session, postFor(session, reader), reader);
  return { page: drawSessionRecap(order, session, reader), name };
}

/** The name of an item in lists; its id where it is gone. Plain. */
export function recapItemName(
  library: Library,
  unit: 'session' | 'topic',
  item: string,
  reader: Reader,
): string {
  if (unit === 'topic') {
    const topic = findTopic(library, item);
    return topic === undefined ? item : topicName(topic, reader);
  }
  const session = findSession(library, item);
  return session === undefined ? item : sessionName(session, postFor(session, reader), reader);
}
