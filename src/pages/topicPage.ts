import { type LocatedSection, languagesOf } from '#library/find.ts';
import type { SectionRef, Topic } from '#library/model.ts';
import { stringsFor } from '#locales/index.ts';
import { findTopic, locateSection } from './lookup.ts';
import { ACCENT, buttons, compose, link } from './message/compose.ts';
import { cutLabel, firstSentence } from './message/cut.ts';
import { escapeCut } from './message/escape.ts';
import { LIMITS } from './message/limits.ts';
import { chosen, languageButtons, sliceButtons, sliceOf } from './message/paging.ts';
import type { Page, Reader, Sources } from './model.ts';
import {
  fullTopicName,
  localized,
  sectionLabel,
  sectionName,
  sessionName,
  shortSummary,
  topicName,
} from './names.ts';
import type { Route } from './route.ts';

/** Sections per part: as many as a menu holds, and few enough for a description. */
const SECTIONS_A_PART = 20;
/** In longer lists, names alone are easier to scan. */
const SUMMARIZED = 6;

interface TopicSection {
  readonly located: LocatedSection;
  readonly how: 'about' | 'mentions';
}

function found(sources: Sources, topic: Topic, reader: Reader): readonly TopicSection[] {
  const take = (refs: readonly SectionRef[], how: TopicSection['how']): readonly TopicSection[] =>
    refs.flatMap((ref) => {
      const located = locateSection(sources.library, ref, reader);
      return located === undefined ? [] : [{ located, how }];
    });
  return [...take(topic.about, 'about'), ...take(topic.mentions, 'mentions')];
}

/** The sections, session by session: first those about the topic, then those that mention it. */
function listOf(items: readonly TopicSection[], reader: Reader): string {
  const strings = stringsFor(reader.locale);
  const lines: string[] = [];
  let lastHow: TopicSection['how'] | undefined;
  let lastSession: string | undefined;
  for (const { located, how } of items) {
    const { session, post, section } = located;
    if (how !== lastHow) {
      lines.push(`### ${how === 'about' ? strings.aboutIt : strings.mentionsIt}`);
      lastSession = undefined;
    }
    if (session.id !== lastSession) {
      lines.push(`**${escapeCut(sessionName(session, post, reader), 90, cutLabel)}**`);
    }
    lines.push(`- ${escapeCut(sectionName(section, reader), 80, cutLabel)}`);
    if (how === 'about' && items.length <= SUMMARIZED && section.summary !== '') {
      lines.push(`  ${escapeCut(section.summary.replace(/\s+/g, ' '), 160, firstSentence)}`);
    }
    lastHow = how;
    lastSession = session.id;
  }
  return lines.join('\n');
}

/** The page of a topic: its definition, later developments, and all its sections. */
export function drawTopic(
  sources: Sources,
  topic: Topic,
  route: Extract<Route, { page: 'topic' }>,
  reader: Reader,
): Page {
  const strings = stringsFor(reader.locale);
  const { library } = sources;
  const to = chosen(route);
  const all = found(sources, topic, reader);
  const slice = sliceOf(all, route.part, SECTIONS_A_PART);
  const now = localized(topic.now, reader);
  const related = topic.related.map((id) => findTopic(library, id)).filter((other) => other !== undefined);
  const name = topicName(topic, reader);
  const others = topic.aliases.filter((alias) => alias.toLowerCase() !== name.toLowerCase()).slice(0, 8);
  const list = slice.items.length === 0 ? strings.noTopicSections : listOf(slice.items, reader);
  return compose({
    embeds: [
      {
        color: ACCENT,
        author: { name: strings.topic },
        title: escapeCut(fullTopicName(topic, reader), LIMITS.title, cutLabel),
        ...(topic.url === undefined ? {} : { url: topic.url }),
        description: [
          escapeCut(localized(topic.summary, reader) ?? '', 500),
          now === undefined ? '' : `> ${escapeCut(now.replace(/\s+/g, ' '), 400)}`,
          list,
        ]
          .filter((text) => text !== '')
          .join('\n\n'),
        footer: { text: others.length === 0 ? '' : cutLabel(strings.otherNames(others.join(', ')), 200) },
      },
    ],
    rows: [
      {
        kind: 'menu',
        placeholder: strings.menu.topicSections,
        entries: slice.items.map(({ located }) => ({
          ...sectionLabel(located, reader),
          route: {
            page: 'section',
            session: located.session.id,
            section: located.section.id,
            part: 1,
            ...to,
          },
        })),
      },
      {
        kind: 'menu',
        placeholder: strings.menu.topics,
        entries: related.map((other) => ({
          label: topicName(other, reader),
          description: shortSummary(localized(other.summary, reader) ?? ''),
          route: { page: 'topic', topic: other.id, part: 1, ...to },
        })),
      },
      buttons(
        ...sliceButtons(
          slice,
          all.length,
          (part) => ({ page: 'topic', topic: topic.id, part, ...to }),
          reader,
        ),
      ),
      buttons(
        { kind: 'open', label: strings.button.allSessions, route: { page: 'index', part: 1, ...to } },
        link(strings.button.official, topic.url),
        ...languageButtons(languagesOf(library), reader.language, (language) => ({
          page: 'topic',
          topic: topic.id,
          part: slice.part,
          language,
        })),
      ),
    ],
  });
}
