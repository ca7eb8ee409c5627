import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { guideOf } from '#commands/guide.ts';
import { commands } from '#commands/index.ts';
import type { Image, Library, Post, Section, SectionRef, Session, Topic } from '#library/model.ts';
import { speakersOf } from '#library/speakers.ts';
import type { Reader, Sources } from '#pages/model.ts';
import type { Scope, Search, SearchResult, Suggestion } from '#search/model.ts';

const GFM = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };

/** Markdown as blocks, as the library reads it. */
export const blocksOf = (markdown: string): readonly RootContent[] => fromMarkdown(markdown, GFM).children;

interface SectionGiven extends Partial<Omit<Section, 'blocks'>> {
  readonly name: string;
  readonly markdown?: string;
}

export function section({ name, markdown = '', ...more }: SectionGiven): Section {
  const blocks = blocksOf(markdown);
  const text = blocks.map((block) => textOf(block)).join('\n');
  return {
    id:
      name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'section',
    parent: undefined,
    depth: 1,
    numeral: undefined,
    name,
    lead: false,
    line: 1,
    blocks,
    text,
    summary: text.slice(0, 200),
    images: [],
    imagesAfter: [],
    anchors: [],
    links: [],
    linkTexts: [],
    captions: [],
    aliases: [],
    ...more,
  };
}

export function post(title: string, sections: readonly Section[], more: Partial<Post> = {}): Post {
  return {
    file: `${title}.md`,
    language: 'ko',
    title,
    fullTitle: title,
    event: 'Google Cloud Summit',
    track: '데이터를 활용한 머신러닝과 IoT',
    date: '2018-10-25',
    url: 'https://example.com/posts/one',
    tags: [],
    aliases: [],
    summary: sections
      .map(({ summary }) => summary)
      .join(' ')
      .slice(0, 300),
    image: undefined,
    minutes: 3,
    sharedOpening: '',
    hash: title,
    sections,
    ...more,
  };
}

export function session(number: number | undefined, ...posts: [Post, ...Post[]]): Session {
  return { id: number === undefined ? 'talk' : String(number), number, posts };
}

export function topic(id: string, about: readonly SectionRef[], more: Partial<Topic> = {}): Topic {
  return {
    id,
    name: { en: id },
    aliases: [],
    summary: {},
    url: undefined,
    now: {},
    source: 'glossary',
    about,
    mentions: [],
    related: [],
    ...more,
  };
}

export const library = (sessions: readonly Session[], topics: readonly Topic[] = []): Library => ({
  version: 'v1',
  sessions,
  topics,
  findings: [],
});

/** A search that knows what it is told, and otherwise compares names letter by letter. */
export function fakeSearch(of: () => Library, results: Readonly<Record<string, SearchResult>> = {}): Search {
  const named = (
    scope: Scope,
  ): readonly { readonly names: readonly string[]; readonly suggestion: Suggestion }[] => {
    const { sessions, topics } = of();
    const target = <T extends Suggestion['target']>(names: readonly string[], found: T) => ({
      names,
      suggestion: { target: found, confidence: 0.9 },
    });
    const forSessions = sessions.map(({ id, posts }) =>
      target(
        posts.map(({ title }) => title),
        { kind: 'session', session: id },
      ),
    );
    const forSections = sessions
      .filter(({ id }) => scope.kind !== 'section' || scope.session === id)
      .flatMap(({ id, posts: [first] }) =>
        first.sections.map(({ id: own, name }) =>
          target([name], { kind: 'section', session: id, section: own }),
        ),
      );
    const forTopics = topics.map(({ id, name, aliases }) =>
      target([...Object.values(name).filter((one) => one !== undefined), ...aliases], {
        kind: 'topic',
        topic: id,
      }),
    );
    const forSpeakers = speakersOf(of()).map(({ id, names }) =>
      target(names, { kind: 'speaker', speaker: id }),
    );
    if (scope.kind === 'speaker') return forSpeakers;
    if (scope.kind === 'session') return [...forSessions, ...forSpeakers];
    if (scope.kind === 'section') return forSections;
    return scope.kind === 'topic'
      ? [...forTopics, ...forSpeakers]
      : [...forSessions, ...forTopics, ...forSections];
  };
  return {
    search: (query) => results[query] ?? { verdict: 'none', confidence: 0, passages: [] },
    complete: (typed, scope, limit = 25) => {
      const wanted = typed.toLowerCase().trim();
      const all = named(scope);
      const fitting = all.filter(({ names }) => names.some((name) => name.toLowerCase().includes(wanted)));
      // What does not fit is offered without being sure of it.
      const rest = all.map(({ suggestion }) => ({ ...suggestion, confidence: 0.1 }));
      return (fitting.length > 0 ? fitting.map(({ suggestion }) => suggestion) : rest).slice(0, limit);
    },
    update: async () => {},
  };
}

export function sources(of: Library, results: Readonly<Record<string, SearchResult>> = {}): Sources {
  return {
    library: of,
    search: fakeSearch(() => of, results),
    mention: (command) => `</${command}:1>`,
    guide: guideOf(commands),
  };
}

export const korean: Reader = { locale: 'ko', language: 'ko' };
export const english: Reader = { locale: 'en', language: 'en' };
export const japanese: Reader = { locale: 'ja', language: 'ja' };

export const picture = (name: string): Image => ({
  kind: 'file',
  alt: `그림 ${name}`,
  path: `/content/${name}`,
  name,
});
