import {
  ancestors,
  locateSection as findPlaceById,
  findSession as findSessionById,
  findTopic as findTopicById,
  type LocatedSection,
  postIn,
} from '#library/find.ts';
import type { Library, Post, Section, SectionRef, Session, Topic } from '#library/model.ts';
import { findSpeaker as findSpeakerById, type SpeakerProfile, speakersOf } from '#library/speakers.ts';
import { isIdOf } from './ids.ts';
import type { Reader } from './model.ts';

/** Resolves an abbreviated id. */
const abbreviated = <T extends { readonly id: string }>(all: Iterable<T>, written: string): T | undefined => {
  if (!written.includes('~')) return undefined;
  for (const one of all) if (isIdOf(written, one.id)) return one;
  return undefined;
};

/** @param written an id, or an abbreviation of one. */
export const findSession = (library: Library, written: string): Session | undefined =>
  findSessionById(library, written) ?? abbreviated(library.sessions, written);

/** @param written an id, or an abbreviation of one. */
export const findTopic = (library: Library, written: string): Topic | undefined =>
  findTopicById(library, written) ?? abbreviated(library.topics, written);

/** @param written an id, or an abbreviation of one. */
export const findSpeaker = (library: Library, written: string): SpeakerProfile | undefined =>
  findSpeakerById(library, written) ?? abbreviated(speakersOf(library), written);

/** The post for a reader: in the chosen language, else in the reader's, else the original. */
export const postFor = (session: Session, { language, locale }: Reader): Post =>
  postIn(session, language, locale);

/**
 * The section in the reader's language, else in the first language that has it.
 * @param ref ids, or abbreviations of them.
 */
export function locateSection(library: Library, ref: SectionRef, reader: Reader): LocatedSection | undefined {
  const session = findSession(library, ref.session);
  if (session === undefined) return undefined;
  const section = ref.section.includes('~') ? wholeId(session, ref.section) : ref.section;
  return findPlaceById(library, { session: session.id, section }, reader.language, reader.locale);
}

const wholeId = ({ posts }: Session, written: string): string =>
  abbreviated(
    posts.values().flatMap(({ sections }) => sections),
    written,
  )?.id ?? written;

/** Ancestors of a section, outermost first, without the heading that repeats the session's title. */
export const parentsOf = (post: Post, { id }: Section): readonly Section[] =>
  ancestors(post, id).filter(({ lead }) => !lead);
