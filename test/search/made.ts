import type { Post, Section, Session } from '#library/model.ts';

/** A section of a made library: a heading and a text, no more. */
export function makeSection(id: string, name: string, text: string): Section {
  return {
    id,
    parent: undefined,
    depth: 1,
    numeral: undefined,
    name,
    lead: false,
    line: 1,
    blocks: [],
    text,
    summary: '',
    images: [],
    links: [],
    captions: [],
    aliases: [],
  };
}

/** A session of a made library, in one Korean post. */
export function makeSession(number: number, title: string, sections: readonly Section[]): Session {
  const post: Post = {
    file: `${number}.md`,
    language: 'ko',
    title,
    fullTitle: title,
    event: undefined,
    track: undefined,
    date: undefined,
    url: undefined,
    tags: [],
    aliases: [],
    summary: '',
    image: undefined,
    minutes: 1,
    hash: String(number),
    sections,
  };
  return { id: String(number), number, posts: [post] };
}
