import type { Library, Post, Section, Session, Topic } from '#library/model.ts';

/** A section in a few words, for tests. */
export interface SectionSketch {
  readonly id: string;
  readonly name: string;
  readonly text?: string;
  readonly parent?: string;
  readonly lead?: boolean;
  readonly aliases?: readonly string[];
  readonly captions?: readonly string[];
}

export interface PostSketch {
  readonly title: string;
  readonly language?: string;
  readonly aliases?: readonly string[];
  readonly sections: readonly SectionSketch[];
}

export function section(sketch: SectionSketch): Section {
  return {
    id: sketch.id,
    parent: sketch.parent,
    depth: sketch.parent === undefined ? 1 : 2,
    numeral: undefined,
    name: sketch.name,
    lead: sketch.lead ?? false,
    line: 1,
    blocks: [],
    linkTexts: [],
    text: sketch.text ?? '',
    summary: '',
    images: [],
    imagesAfter: [],
    anchors: [],
    links: [],
    captions: sketch.captions ?? [],
    aliases: sketch.aliases ?? [],
  };
}

export function post(sketch: PostSketch): Post {
  return {
    file: `${sketch.title}.md`,
    language: sketch.language ?? 'ko',
    title: sketch.title,
    fullTitle: sketch.title,
    event: undefined,
    track: undefined,
    date: undefined,
    url: undefined,
    tags: [],
    aliases: sketch.aliases ?? [],
    summary: '',
    image: undefined,
    minutes: 1,
    sharedOpening: '',
    hash: JSON.stringify(sketch),
    sections: sketch.sections.map(section),
  };
}

export function session(number: number, first: PostSketch, ...rest: readonly PostSketch[]): Session {
  return { id: String(number), number, posts: [post(first), ...rest.map(post)] };
}

export function topic(id: string, names: Partial<Topic> & Pick<Topic, 'name'>): Topic {
  return {
    id,
    aliases: [],
    summary: {},
    url: undefined,
    now: {},
    source: 'glossary',
    about: [],
    mentions: [],
    related: [],
    ...names,
  };
}

export function library(sessions: readonly Session[], topics: readonly Topic[] = []): Library {
  return { version: '1', sessions, topics, findings: [] };
}
