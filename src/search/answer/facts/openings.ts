import { memoizeRecent } from '#library/compute/memoizeRecent.ts';
import type { Post, Section } from '#library/model.ts';

/** Posts whose openings are kept: those of the last few questions. */
const KEPT = 500;

/** What the posts of an event open with alike, as a section in front of those of a post; none for most. It tells of the event alone. */
export const sharedOpeningOf = memoizeRecent(
  ({ sharedOpening: text, sections }: Post): readonly Section[] => {
    const [first] = sections;
    if (first === undefined || text === '') return [];
    const blocks = text
      .split('\n')
      .map((value) => ({ type: 'paragraph' as const, children: [{ type: 'text' as const, value }] }));
    return [{ ...first, lead: true, text, blocks, linkTexts: [] }];
  },
  KEPT,
);

/** The sections at the front of a post, in which it may tell of the event. */
export const openingOf = (post: Post, sections: number): readonly Section[] => [
  ...sharedOpeningOf(post),
  ...post.sections.slice(0, sections),
];
