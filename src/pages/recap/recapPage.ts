import { firstToRead, outermostSections } from '#library/find.ts';
import type { Library, Post, Session, Topic } from '#library/model.ts';
import { recapStringsFor, stringsFor } from '#locales/index.ts';
import { formatDate } from '../locale.ts';
import { findSession, findTopic, locateSection, postFor } from '../lookup.ts';
import { ACCENT, buttons, compose, link } from '../message/compose.ts';
import { cut, cutLabel, firstSentence } from '../message/cut.ts';
import { escapeCut } from '../message/escape.ts';
import { drawPictures, embedImage } from '../message/images.ts';
import { LIMITS } from '../message/limits.ts';
import { markRecap } from '../message/share.ts';
import type { Page, Reader } from '../model.ts';
import { localized, sectionLabel, sectionName, sessionName, topicName } from '../names.ts';
import { languageNote, seriesOf } from '../session/sessionPage.ts';
import { type RecapKind, timestamp } from './recapViews.ts';

/** An item of a recap. */
export interface RecapPart {
  /** Id of the session or topic. */
  readonly item: string;
  /** From 1. */
  readonly position: number;
  /** The reason why it is out of turn. */
  readonly fresh: 'new' | 'changed' | undefined;
}

/** The parameters of a recap page. */
export interface RecapOrder {
  readonly library: Library;
  readonly what: RecapKind;
  /** One, or several in one message. */
  readonly parts: readonly [RecapPart, ...RecapPart[]];
  readonly total: number;
  readonly mentionRoleId: string | undefined;
  /** Key of the delivery in the controls; undefined for a preview. */
  readonly key: string | undefined;
  /** When it should have been posted, where that is long ago. */
  readonly late?: Temporal.Instant | undefined;
}

/** Half a minute of reading, between two other messages: a thought, a few points, a picture, and a button. */
const THOUGHT_ROOM = 300;
const POINTS = 4;
const POINT_ROOM = 130;
const HEADINGS = 6;
const TOPIC_SECTIONS = 3;
const LINE_ROOM = 160;
const NAME_ROOM = 100;

const lines = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n\n');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Heads of lists, questions, cut or unfinished sentences, and addresses: none tells anything by itself. */
const NO_POINT = /(?:[:…?？]|[.。][.。]+)["”’')]*$|^https?:\S+$/u;
/** How posts greet their readers. */
const GREETING =
  /^(?:안녕하세요|안녕하십니까|반갑습니다|여러분,? 안녕하세요|hi|hello|hey|welcome|greetings|こんにちは|こんばんは|皆さん、?こんにちは|你好|大家好)(?:[\s,]+\p{L}+){0,3}[.!~。！\s👋🙂😀😊]*$/iu;
/** Sections that list what is elsewhere. */
const ELSEWHERE =
  /^(?:\p{S}\s*)?(?:참고|참조|출처|링크|관련|reference|resource|source|link|related|further|see also|read more|参考|関連|出典|リンク|参照)/iu;

/**
 * The first sentence that says something, whole; undefined where it is longer than a point, or tells nothing by itself.
 */
function wholeSentence(text: string, most: number): string | undefined {
  const line = oneLine(text);
  const first = firstSentence(line, most + 1);
  const sentence = GREETING.test(first) ? firstSentence(line.slice(first.length).trim(), most + 1) : first;
  return sentence === '' || sentence.length > most || NO_POINT.test(sentence) ? undefined : sentence;
}

/** `**Cloud AutoML** answers …` where the sentence begins with the name, else `**Why** The talk saw …`. */
function pointOf(name: string, sentence: string): string {
  const after = sentence.charAt(name.length);
  // In Korean a particle follows a name at once; a Latin letter would make it another word.
  const begins =
    name.length > 1 && sentence.toLowerCase().startsWith(name.toLowerCase()) && !/[a-z0-9]/i.test(after);
  const [head, rest] = begins
    ? [sentence.slice(0, name.length), sentence.slice(name.length)]
    : [name, ` · ${sentence}`];
  return `- **${escapeCut(head, 80, cutLabel)}**${escapeCut(rest, POINT_ROOM + 4, cut)}`;
}

/** Three to five points of a post: what its outermost sections say first. Where it has no summary, its headings. */
function pointsOf(post: Post, reader: Reader): string {
  const outermost = outermostSections(post);
  if (post.summary === '') {
    const headings = outermost
      .slice(0, HEADINGS)
      .map((section) => `- ${escapeCut(sectionName(section, reader), 80, cutLabel)}`);
    return headings.length < 2 ? '' : headings.join('\n');
  }
  const points = outermost.flatMap((section) => {
    const sentence = ELSEWHERE.test(section.name) ? undefined : wholeSentence(section.summary, POINT_ROOM);
    return sentence === undefined || post.summary.includes(sentence)
      ? []
      : [pointOf(section.name.trim(), sentence)];
  });
  return points.length < 2 ? '' : points.slice(0, POINTS).join('\n');
}

function standing({ what, total }: RecapOrder, { position, fresh }: RecapPart, { locale }: Reader): string {
  const strings = recapStringsFor(locale);
  const stands = strings.standing(what === 'topic' ? 'topic' : 'session', position, total);
  return fresh === undefined ? stands : `${strings.fresh[fresh]} · ${stands}`;
}

const joined = (...texts: readonly (string | undefined)[]): string =>
  texts.filter((text) => text !== undefined && text !== '').join(' · ');

function drawSessionRecap(order: RecapOrder, part: RecapPart, session: Session, reader: Reader): Page {
  const strings = recapStringsFor(reader.locale);
  const words = stringsFor(reader.locale);
  const post = postFor(session, reader);
  const pictures = drawPictures(post.image === undefined ? [] : [post.image]);
  const first = firstToRead(post);
  const isNew = order.what === 'new';
  const facts = isNew
    ? joined(formatDate(post.date, reader.locale), words.minutes(post.minutes))
    : joined(standing(order, part, reader), words.minutes(post.minutes));
  return compose({
    embeds: [
      {
        color: ACCENT,
        author: { name: joined(isNew ? strings.fresh.new : undefined, seriesOf(post)) },
        title: escapeCut(sessionName(session, post, reader), LIMITS.title, cutLabel),
        ...(post.url === undefined ? {} : { url: post.url }),
        description: lines(
          escapeCut(post.summary, THOUGHT_ROOM),
          pointsOf(post, reader),
          languageNote('session', post, reader),
        ),
        ...embedImage(pictures.urls[0]),
        footer: { text: facts },
      },
    ],
    files: pictures.files,
    rows: [
      buttons(
        {
          kind: 'open',
          label: first === undefined ? strings.button.session : words.button.start,
          route:
            first === undefined
              ? { page: 'session', session: session.id, part: 1 }
              : { page: 'section', session: session.id, section: first.id, part: 1 },
          primary: true,
        },
        link(words.button.post, post.url),
      ),
    ],
  });
}

function drawTopicRecap(order: RecapOrder, part: RecapPart, topic: Topic, reader: Reader): Page {
  const strings = recapStringsFor(reader.locale);
  const words = stringsFor(reader.locale);
  const places = topic.about.flatMap((ref) => locateSection(order.library, ref, reader) ?? []);
  const shown = places.slice(0, TOPIC_SECTIONS).map((located) => {
    const { label, description } = sectionLabel(located, reader);
    const where = description === undefined ? '' : `\n-# ${escapeCut(description, 100, cutLabel)}`;
    const sentence = wholeSentence(located.section.summary, LINE_ROOM);
    const text = sentence === undefined ? '' : `\n${escapeCut(sentence, LINE_ROOM, cut)}`;
    // A section that is called what the page is called needs no heading.
    const head = label === topicName(topic, reader) ? '' : `**${escapeCut(label, 90, cutLabel)}**`;
    return `${head}${where}${text}`.trim();
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
          escapeCut(localized(topic.summary, reader) ?? '', THOUGHT_ROOM),
          now === undefined ? '' : `> ${escapeCut(oneLine(now), 240)}`,
          ...shown,
        ),
        ...embedImage(pictures.urls[0]),
        footer: { text: standing(order, part, reader) },
      },
    ],
    files: pictures.files,
    rows: [
      buttons(
        {
          kind: 'open',
          label: strings.button.topic,
          route: { page: 'topic', topic: topic.id, part: 1 },
          primary: true,
        },
        link(words.button.official, topic.url),
      ),
    ],
  });
}

interface DigestEntry {
  readonly part: RecapPart;
  readonly session: Session;
  readonly post: Post;
}

/** Several sessions, a line each; the menu opens them. */
function drawDigest(order: RecapOrder, told: readonly DigestEntry[], reader: Reader): Page {
  const strings = recapStringsFor(reader.locale);
  const isNew = order.what === 'new';
  const shown = told.map(({ part, session, post }) => {
    const title = escapeCut(sessionName(session, post, reader), 120, cutLabel);
    const name = post.url === undefined ? `**${title}**` : `**[${title}](${post.url})**`;
    const fresh = isNew || part.fresh === undefined ? '' : ` · ${strings.fresh[part.fresh]}`;
    const line = wholeSentence(post.summary, LINE_ROOM) ?? cut(oneLine(post.summary), LINE_ROOM);
    return [`${name}${fresh}`, escapeCut(line, LINE_ROOM, cut)].filter((text) => text !== '').join('\n');
  });
  const minutes = told.reduce((sum, { post }) => sum + post.minutes, 0);
  return compose({
    embeds: [
      {
        color: ACCENT,
        title: isNew ? strings.newPosts(told.length) : strings.digest(told.length),
        description: lines(...shown),
        footer: { text: stringsFor(reader.locale).minutes(minutes) },
      },
    ],
    rows: [
      {
        kind: 'menu',
        placeholder: strings.openOne,
        entries: told.map(({ session, post }) => ({
          label: sessionName(session, post, reader),
          description: joined(seriesOf(post), stringsFor(reader.locale).minutes(post.minutes)),
          route: { page: 'session', session: session.id, part: 1 },
        })),
      },
    ],
  });
}

/** The message of a recap, and the name of a thread or forum post for it; undefined where the item is gone. */
export function drawRecap(order: RecapOrder, reader: Reader): { page: Page; name: string } | undefined {
  const drawn = drawItems(order, reader);
  if (drawn === undefined) return undefined;
  const { page, name } = drawn;
  const marked = order.key === undefined ? page : markRecap(page, order.key);
  const mention = order.mentionRoleId === undefined ? [] : [`<@&${order.mentionRoleId}>`];
  const content = [...mention, ...(page.content === undefined ? [] : [page.content])].join(' ');
  const late =
    order.late === undefined ? '' : `\n-# ${recapStringsFor(reader.locale).late(timestamp(order.late, 'f'))}`;
  return { page: { ...marked, content: content + late }, name: cutLabel(name, NAME_ROOM) };
}

function drawItems(order: RecapOrder, reader: Reader): { page: Page; name: string } | undefined {
  const [first] = order.parts;
  if (order.what === 'topic') {
    const topic = findTopic(order.library, first.item);
    return topic && { page: drawTopicRecap(order, first, topic, reader), name: topicName(topic, reader) };
  }
  const told = order.parts.flatMap((part): DigestEntry[] => {
    const session = findSession(order.library, part.item);
    return session === undefined ? [] : [{ part, session, post: postFor(session, reader) }];
  });
  const [only] = told;
  if (only === undefined) return undefined;
  const names = told.map(({ session, post }) => sessionName(session, post, reader));
  if (told.length > 1) return { page: drawDigest(order, told, reader), name: names.join(' / ') };
  return { page: drawSessionRecap(order, only.part, only.session, reader), name: names[0] ?? '' };
}

/** The name of an item in lists, of several one after the other; an id where it is gone. Plain. */
export function recapItemName(library: Library, what: RecapKind, item: string, reader: Reader): string {
  const nameOf = (id: string): string => {
    if (what === 'topic') {
      const topic = findTopic(library, id);
      return topic === undefined ? id : topicName(topic, reader);
    }
    const session = findSession(library, id);
    return session === undefined ? id : sessionName(session, postFor(session, reader), reader);
  };
  return item.split(' ').map(nameOf).join(' / ');
}
