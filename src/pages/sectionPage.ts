import { children, hasSection, type LocatedSection, linkedSections, topicsAbout } from '#library/find.ts';
import { stringsFor } from '#locales/index.ts';
import { locateSection } from './lookup.ts';
import { escapeCut } from './markdown/escape.ts';
import { sectionText } from './markdown/section.ts';
import { ACCENT, type Button, buttons, compose, type Entry, link } from './message/compose.ts';
import { cutLabel } from './message/cut.ts';
import { drawPictures, embedImage } from './message/images.ts';
import { LIMITS } from './message/limits.ts';
import { chosen, languageButtons } from './message/parts.ts';
import type { Page, Reader, Sources } from './model.ts';
import { breadcrumb, sectionLabel, sectionName, sessionName, topicName } from './names.ts';
import type { Route } from './route.ts';
import { languageNote, sectionEntries, seriesOf } from './sessionPage.ts';

/** Most topics that a section offers. */
const OFFERED_TOPICS = 3;

type SectionRoute = Extract<Route, { page: 'section' }>;

/** Buttons to the previous and next section; after the last one, to the next session. */
function neighbours(
  { library }: Sources,
  located: LocatedSection,
  route: SectionRoute,
  reader: Reader,
): readonly Button[] {
  const { button } = stringsFor(reader.locale);
  const { session, post, section, index } = located;
  const to = chosen(route);
  const toSection = (id: string): Route => ({
    page: 'section',
    session: session.id,
    section: id,
    part: 1,
    ...to,
  });
  const previous = post.sections[index - 1];
  const next = post.sections[index + 1];
  const nextSession = library.sessions[library.sessions.indexOf(session) + 1];
  const onward: Button =
    next === undefined && nextSession !== undefined
      ? {
          kind: 'open',
          label: button.nextSession,
          route: { page: 'session', session: nextSession.id, part: 1, ...to },
        }
      : {
          kind: 'open',
          label: button.nextSection,
          route: toSection((next ?? section).id),
          disabled: next === undefined,
        };
  return [
    {
      kind: 'open',
      label: button.previousSection,
      route: toSection((previous ?? section).id),
      disabled: previous === undefined,
    },
    onward,
  ];
}

/** A menu of topics of this section. */
function topicButtons(
  { library }: Sources,
  located: LocatedSection,
  route: SectionRoute,
  reader: Reader,
): readonly Button[] {
  return topicsAbout(library, { session: located.session.id, section: located.section.id })
    .filter(({ about, mentions }) => about.length + mentions.length > 1)
    .slice(0, OFFERED_TOPICS)
    .map((topic) => ({
      kind: 'open',
      label: cutLabel(`${stringsFor(reader.locale).topic}: ${topicName(topic, reader)}`, 40),
      route: { page: 'topic', topic: topic.id, part: 1, ...chosen(route) },
    }));
}

/** A menu of the text's internal links, which Discord cannot follow. */
function linkedEntries(
  { library }: Sources,
  located: LocatedSection,
  route: SectionRoute,
  reader: Reader,
): readonly Entry[] {
  return linkedSections(library, located.session, located.section)
    .slice(0, LIMITS.options)
    .flatMap((ref) => {
      const there = locateSection(library, ref, reader);
      if (there === undefined) return [];
      return [
        {
          ...sectionLabel(there, reader),
          route: { page: 'section', session: ref.session, section: ref.section, part: 1, ...chosen(route) },
        },
      ];
    });
}

/** The page of a section: its text in parts, and navigation. */
export function drawSection(
  sources: Sources,
  located: LocatedSection,
  route: SectionRoute,
  reader: Reader,
): Page {
  const strings = stringsFor(reader.locale);
  const { session, post, section, index } = located;
  const to = chosen(route);
  const { parts: all, bare } = sectionText(post, section);
  const parts = Math.max(1, all.length);
  const part = Math.min(Math.max(1, route.part), parts);
  const passages = all[part - 1] ?? [];
  const pictures = drawPictures(
    passages.flatMap(({ picture }) => (picture === undefined ? [] : (section.images[picture] ?? []))),
  );
  const inner = children(post, section.id);
  const nothing = inner.length > 0 ? strings.noTextButChildren : strings.noText;
  const apology = bare && section.images.length === 0 ? nothing : '';
  const atPart = (other: number): Route => ({
    page: 'section',
    session: session.id,
    section: section.id,
    part: other,
    ...to,
  });
  const [opening = { text: '' }, ...below] = passages;
  const [picture, ...others] = pictures.urls;
  const footer = {
    text: [
      strings.sectionOf(index + 1, post.sections.length),
      ...(parts > 1 ? [strings.part(part, parts)] : []),
    ].join(' · '),
  };
  const note = languageNote('section', post, reader);
  const written = (lines: readonly string[]): string => lines.filter((line) => line !== '').join('\n\n');
  const name = section.lead ? sessionName(session, post, reader) : sectionName(section, reader);
  return compose({
    embeds: [
      {
        color: ACCENT,
        author: { name: section.lead ? seriesOf(post) : breadcrumb(session, post, section, reader) },
        title: escapeCut(name, LIMITS.title, cutLabel),
        ...(post.url === undefined ? {} : { url: post.url }),
        description: written([apology, opening.text, below.length === 0 ? note : '']),
        ...embedImage(picture),
        ...(below.length === 0 ? { footer } : {}),
      },
      ...below.map(({ text }, at) => ({
        color: ACCENT,
        description: written([text, at === below.length - 1 ? note : '']),
        ...embedImage(others[at]),
        // Where the message ends.
        ...(at === below.length - 1 ? { footer } : {}),
      })),
    ],
    files: pictures.files,
    rows: [
      {
        kind: 'menu',
        placeholder: strings.menu.within,
        entries: sectionEntries(session, inner.slice(0, LIMITS.options), to, reader).map((entry) => ({
          ...entry,
          label: entry.label.replace(/^└ /, ''),
        })),
      },
      {
        kind: 'menu',
        placeholder: strings.menu.linked,
        entries: linkedEntries(sources, located, route, reader),
      },
      buttons(
        part > 1 && { kind: 'open', label: strings.button.readBack, route: atPart(part - 1) },
        part < parts && {
          kind: 'open',
          label: strings.button.readOn(part + 1, parts),
          route: atPart(part + 1),
          primary: true,
        },
      ),
      buttons(
        ...neighbours(sources, located, route, reader),
        {
          kind: 'open',
          label: strings.button.toSession,
          route: { page: 'session', session: session.id, part: 1, ...to },
        },
        link(strings.button.post, post.url),
      ),
      buttons(
        ...topicButtons(sources, located, route, reader),
        ...languageButtons(
          session.posts.filter((other) => hasSection(other, section.id)).map(({ language }) => language),
          post.language,
          (language) => ({ ...atPart(1), language }),
        ),
      ),
    ],
  });
}
