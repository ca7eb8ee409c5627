import { children, hasSection, type LocatedSection, topicsAbout } from '#library/find.ts';
import { linkedPlaces } from '#library/links.ts';
import type { Image, Post, Section, Session } from '#library/model.ts';
import { stringsFor } from '#locales/index.ts';
import { locateSection, postFor } from '../lookup.ts';
import { type Passage, sectionText } from '../markdown/section.ts';
import { ACCENT, type Button, buttons, compose, type Entry, link } from '../message/compose.ts';
import { cutLabel } from '../message/cut.ts';
import { escapeCut } from '../message/escape.ts';
import { drawPictures, embedImage } from '../message/images.ts';
import { LIMITS } from '../message/limits.ts';
import { chosen, languageButtons } from '../message/paging.ts';
import type { Page, Reader, Sources } from '../model.ts';
import { breadcrumb, sectionLabel, sectionName, sessionName, shortSummary, topicName } from '../names.ts';
import type { Route } from '../route.ts';
import { nextToRead, previousToRead, readTogether } from './readTogether.ts';
import { languageNote, sectionEntries, seriesOf } from './sessionPage.ts';

/** Most topics that a section offers. */
const OFFERED_TOPICS = 3;

type SectionRoute = Extract<Route, { page: 'section' }>;

/** Buttons to what stands before and after this page; after the last section, to the next session. */
function neighbours(
  { library }: Sources,
  located: LocatedSection,
  route: SectionRoute,
  /** Where the section itself goes on, that is the main way. */
  goesOn: boolean,
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
  const previous = previousToRead(post, index);
  const next = nextToRead(post, index);
  const nextSession = library.sessions[library.sessions.indexOf(session) + 1];
  const onward: Button =
    next === undefined && nextSession !== undefined
      ? {
          kind: 'open',
          label: button.nextSession,
          route: { page: 'session', session: nextSession.id, part: 1, ...to },
          primary: !goesOn,
        }
      : {
          kind: 'open',
          label: button.nextSection,
          route: toSection((next ?? section).id),
          primary: !goesOn && next !== undefined,
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

/** Buttons to topics of the sections that are shown. */
function topicButtons(
  { library }: Sources,
  session: Session,
  shown: readonly Section[],
  route: SectionRoute,
  reader: Reader,
): readonly Button[] {
  const topics = shown.flatMap(({ id }) => topicsAbout(library, { session: session.id, section: id }));
  return [...new Set(topics)]
    .filter(({ about, mentions }) => about.length + mentions.length > 1)
    .slice(0, OFFERED_TOPICS)
    .map((topic) => ({
      kind: 'open',
      label: cutLabel(`${stringsFor(reader.locale).topic}: ${topicName(topic, reader)}`, 40),
      route: { page: 'topic', topic: topic.id, part: 1, ...chosen(route) },
    }));
}

/** A menu of the texts' internal links, which Discord cannot follow. */
function linkedEntries(
  { library }: Sources,
  session: Session,
  post: Post,
  shown: readonly Section[],
  route: SectionRoute,
  reader: Reader,
): readonly Entry[] {
  return shown
    .flatMap((section) => linkedPlaces(library, { session, post, section }))
    .filter((place) => place.session !== session || !shown.some(({ id }) => id === place.section))
    .slice(0, LIMITS.options)
    .flatMap(({ session: there, section }): Entry[] => {
      const to = { session: there.id, part: 1, ...chosen(route) };
      if (section === undefined) {
        const { summary } = postFor(there, reader);
        const label = sessionName(there, postFor(there, reader), reader);
        return [{ label, description: shortSummary(summary), route: { page: 'session', ...to } }];
      }
      const located = locateSection(library, { session: there.id, section }, reader);
      if (located === undefined) return [];
      return [{ ...sectionLabel(located, reader), route: { page: 'section', section, ...to } }];
    });
}

/** Text with the picture below it. */
interface Block {
  readonly text: string;
  readonly image: Image | undefined;
}

const written = (...lines: readonly string[]): string => lines.filter((line) => line !== '').join('\n\n');

/** What stands above a section that is read together with those before it. */
const headingOf = (section: Section, outermost: number, reader: Reader): string => {
  const name = escapeCut(sectionName(section, reader), LIMITS.title, cutLabel);
  return section.depth > outermost ? `**${name}**` : `### ${name}`;
};

/** Sections below each other. Text without a picture goes on in the block of what follows. */
function blocksOf(
  sections: readonly Section[],
  passagesOf: (section: Section) => readonly Passage[],
  reader: Reader,
): readonly Block[] {
  const outermost = Math.min(...sections.filter(({ lead }) => !lead).map(({ depth }) => depth));
  const blocks: Block[] = [];
  for (const [at, section] of sections.entries()) {
    const heading = at === 0 ? '' : headingOf(section, outermost, reader);
    const passages = passagesOf(section);
    const all = passages.length === 0 ? [{ text: '', picture: undefined }] : passages;
    for (const [row, { text, picture }] of all.entries()) {
      const before = blocks.at(-1)?.image === undefined ? blocks.pop() : undefined;
      const head = row === 0 && heading !== '' ? `${heading}\n${text}`.trimEnd() : text;
      blocks.push({
        text: written(before?.text ?? '', head),
        image: picture === undefined ? undefined : section.images[picture],
      });
    }
  }
  return blocks;
}

/**
 * The page of a section: its text in parts, and navigation. Below a short section stand those that follow, up to the
 * length of a part.
 */
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
  const shown = readTogether(post, index);
  const [opening = { text: '', image: undefined }, ...below] = blocksOf(
    shown,
    (one) => (one === section ? all[part - 1] : sectionText(post, one).parts[0]) ?? [],
    reader,
  );
  const pictures = drawPictures([opening, ...below].flatMap(({ image }) => image ?? []));
  const inner = children(post, section.id);
  const isShown = (one: Section): boolean => shown.includes(one);
  const nothing = inner.length > 0 ? strings.noTextButChildren : strings.noText;
  const apology = bare && section.images.length === 0 && !inner.some(isShown) ? nothing : '';
  const atPart = (other: number): Route => ({
    page: 'section',
    session: session.id,
    section: section.id,
    part: other,
    ...to,
  });
  const [picture, ...others] = pictures.urls;
  const last = shown.at(-1) ?? section;
  const footer = {
    text: [
      strings.sectionOf(index + 1, post.sections.indexOf(last) + 1, post.sections.length),
      ...(parts > 1 ? [strings.part(part, parts)] : []),
    ].join(' · '),
  };
  const note = languageNote('section', post, reader);
  const name = section.lead ? sessionName(session, post, reader) : sectionName(section, reader);
  return compose({
    ...(section.lead ? {} : { within: sessionName(session, post, reader) }),
    embeds: [
      {
        color: ACCENT,
        author: { name: section.lead ? seriesOf(post) : breadcrumb(session, post, section, reader) },
        title: escapeCut(name, LIMITS.title, cutLabel),
        ...(post.url === undefined ? {} : { url: post.url }),
        description: written(apology, opening.text, below.length === 0 ? note : ''),
        ...embedImage(picture),
        ...(below.length === 0 ? { footer } : {}),
      },
      ...below.map(({ text }, at) => ({
        color: ACCENT,
        description: written(text, at === below.length - 1 ? note : ''),
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
        entries: sectionEntries(
          session,
          (inner.every(isShown) ? [] : inner).slice(0, LIMITS.options),
          to,
          reader,
        ).map((entry) => ({
          ...entry,
          label: entry.label.replace(/^└ /, ''),
        })),
      },
      {
        kind: 'menu',
        placeholder: strings.menu.linked,
        entries: linkedEntries(sources, session, post, shown, route, reader),
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
        ...neighbours(sources, located, route, part < parts, reader),
        {
          kind: 'open',
          label: strings.button.toSession,
          route: { page: 'session', session: session.id, part: 1, ...to },
        },
        link(strings.button.post, post.url),
      ),
      buttons(
        ...topicButtons(sources, session, shown, route, reader),
        ...languageButtons(
          session.posts.filter((other) => hasSection(other, section.id)).map(({ language }) => language),
          post.language,
          (language) => ({ ...atPart(1), language }),
        ),
      ),
    ],
  });
}
