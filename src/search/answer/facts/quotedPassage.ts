import type { Post, Section } from '#library/model.ts';
import type { Passage } from '../../model.ts';

/** A sentence of a section that tells a fact, as a passage that was not searched for. */
export const quotedPassage = (session: string, post: Post, section: Section, quote: string): Passage => ({
  session,
  section: section.id,
  language: post.language,
  quote,
  marks: [],
  score: 0,
  confidence: 1,
});
