import { createHash } from 'node:crypto';
import { ancestors } from '#library/find.ts';
import type { Library, SectionRef } from '#library/model.ts';

/** A text that is embedded: a section in one language, or a part of a long one, below its headings. */
export interface Piece extends SectionRef {
  readonly text: string;
  /** Of the text: equal texts have equal vectors. */
  readonly hash: string;
}

/** Characters of a piece: half a page, which every model takes, in Korean too. */
const LONGEST = 1_200;
/** Pieces of one section; what is longer than that is a list or a listing. */
const MOST = 8;

/** A text in parts, cut at ends of lines where it has some. */
const partsOf = (text: string): readonly string[] => {
  const parts: string[] = [];
  for (let from = 0; from < text.length && parts.length < MOST; ) {
    const end = text.lastIndexOf('\n', from + LONGEST);
    const to = text.length - from <= LONGEST ? text.length : end > from ? end : from + LONGEST;
    parts.push(text.slice(from, to).toWellFormed().trim());
    from = to;
  }
  return parts.filter((part) => part !== '');
};

/** What of a library is embedded: each section in each language, with the title and the headings above it. */
export function* piecesOf({ sessions }: Library): Generator<Piece, void, undefined> {
  for (const { id: session, posts } of sessions) {
    for (const post of posts) {
      for (const section of post.sections) {
        const names = [post.title, ...ancestors(post, section.id).map(({ name }) => name), section.name];
        const heading = [...new Set(names)].join(' › ');
        for (const part of partsOf(section.text)) {
          const text = `${heading}\n${part}`;
          const hash = createHash('sha256').update(text).digest('base64url');
          yield { session, section: section.id, text, hash };
        }
      }
    }
  }
}
