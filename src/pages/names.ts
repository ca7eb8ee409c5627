import { memoize } from '#library/compute/memoize.ts';
import type { LocatedSection } from '#library/find.ts';
import type { Library, Localized, Post, Section, Session, Speaker, Topic } from '#library/model.ts';
import { longFormOf } from '#library/topics/longForm.ts';
import { stringsFor } from '#locales/index.ts';
import type { Target } from '#search/model.ts';
import { findSession, findSpeaker, findTopic, locateSection, parentsOf, postFor } from './lookup.ts';
import type { Entry } from './message/compose.ts';
import { firstSentence } from './message/cut.ts';
import type { Reader } from './model.ts';
import type { Route } from './route.ts';

/** A text in the chosen language, else in the reader's, else in any. */
export const localized = (text: Localized, { language, locale }: Reader): string | undefined =>
  text[language] ?? text[locale] ?? Object.values(text).find((value) => value !== undefined);

/** `5 · Introducing Cloud AI Platform`. Plain. */
export function sessionName({ number }: Session, { title }: Post, reader: Reader): string {
  const own = title.trim() === '' ? stringsFor(reader.locale).untitled : title;
  return number === undefined ? own : `${number} · ${own}`;
}

/** `Ⅰ From data to AI`. Plain. A heading that repeats the session's title is called the opening. */
export function sectionName({ lead, numeral, name }: Section, reader: Reader): string {
  const strings = stringsFor(reader.locale);
  if (lead) return strings.opening;
  const own = name.trim() === '' ? strings.untitled : name;
  return numeral === undefined ? own : `${numeral} ${own}`;
}

export const topicName = (topic: Topic, reader: Reader): string => localized(topic.name, reader) ?? topic.id;

/** `MSP (managed service provider)`: a short name with what it stands for, as far as the glossary says. Plain. */
export function fullTopicName(topic: Topic, reader: Reader): string {
  const name = topicName(topic, reader);
  const long = longFormOf(topic, name);
  return long === undefined ? name : `${name} (${long})`;
}

/** The name of a speaker for a reader. Plain. */
export const speakerName = (speaker: Pick<Speaker, 'name' | 'names' | 'id'>, reader: Reader): string =>
  localized(speaker.name, reader) ?? speaker.names[0] ?? speaker.id;

/** The noun for a person in lists: a speaker, or an author where no post says who spoke. */
export function speakerNoun({ source }: Pick<Speaker, 'source'>, reader: Reader): string {
  const strings = stringsFor(reader.locale);
  return source === 'author' ? strings.author : strings.speaker;
}

/** `Engineer, Acme`: what a speaker does and for whom. Plain; empty where unknown, and for an organization. */
export function speakerRole({ kind, title, affiliation }: Omit<Speaker, 'image'>, reader: Reader): string {
  const parts = [localized(title, reader), kind === 'person' ? localized(affiliation, reader) : undefined];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

/** `5 · Introducing Cloud AI Platform › From data to AI`: the breadcrumb of a section, without its own name. Plain. */
export function breadcrumb(session: Session, post: Post, section: Section, reader: Reader): string {
  const parents = parentsOf(post, section).map((parent) => sectionName(parent, reader));
  return [sessionName(session, post, reader), ...parents].join(' › ');
}

/** The label of a section in lists across sessions; an opening section has the session's name. Plain. */
export function sectionLabel(
  { session, post, section }: LocatedSection,
  reader: Reader,
): Pick<Entry, 'label' | 'description'> {
  const where = breadcrumb(session, post, section, reader);
  const own = sectionName(section, reader);
  return section.lead ? { label: where, description: own } : { label: own, description: where };
}

/** A phone shows one line of a menu entry's description. */
const ONE_LINE = 70;

/** A summary for the description of a menu entry. */
export const shortSummary = memoize(
  (summary) => firstSentence(summary.replace(/\s+/g, ' '), ONE_LINE),
  // Finding the first sentence takes a tenth of the time of drawing a page, and menus repeat summaries.
  5_000,
  500,
);

/** The route of a target. */
export function targetRoute(target: Target): Route {
  switch (target.kind) {
    case 'session':
      return { page: 'session', session: target.session, part: 1 };
    case 'section':
      return { page: 'section', session: target.session, section: target.section, part: 1 };
    case 'topic':
      return { page: 'topic', topic: target.topic, part: 1 };
    case 'speaker':
      return { page: 'speaker', speaker: target.speaker, part: 1 };
  }
}

/** What a route leads to; undefined for the index, help and answers, which are always there. */
export function routeTarget(route: Route): Target | undefined {
  switch (route.page) {
    case 'session':
      return { kind: 'session', session: route.session };
    case 'section':
      return { kind: 'section', session: route.session, section: route.section };
    case 'topic':
      return { kind: 'topic', topic: route.topic };
    case 'speaker':
      return { kind: 'speaker', speaker: route.speaker };
    case 'index':
    case 'answer':
    case 'found':
    case 'help':
      return undefined;
    default:
      return route satisfies never;
  }
}

/** The menu entry of a target; undefined where the library does not have it. */
export function targetEntry(library: Library, target: Target, reader: Reader): Entry | undefined {
  const route = targetRoute(target);
  switch (target.kind) {
    case 'session': {
      const session = findSession(library, target.session);
      if (session === undefined) return undefined;
      const post = postFor(session, reader);
      return { label: sessionName(session, post, reader), description: shortSummary(post.summary), route };
    }
    case 'section': {
      const located = locateSection(library, target, reader);
      if (located === undefined) return undefined;
      return { ...sectionLabel(located, reader), route };
    }
    case 'topic': {
      const topic = findTopic(library, target.topic);
      if (topic === undefined) return undefined;
      return {
        label: topicName(topic, reader),
        description: shortSummary(localized(topic.summary, reader) ?? ''),
        route,
      };
    }
    case 'speaker': {
      const speaker = findSpeaker(library, target.speaker);
      if (speaker === undefined) return undefined;
      const noun = speakerNoun(speaker, reader);
      const role = speakerRole(speaker, reader);
      return {
        label: speakerName(speaker, reader),
        description: role === '' ? noun : `${noun} · ${role}`,
        route,
      };
    }
  }
}
