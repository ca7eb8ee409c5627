import { findSession, postIn } from '#library/find.ts';
import type { Language, Library } from '#library/model.ts';
import type { Fact } from '../../model.ts';
import { traitsOf } from '../sentences/sentenceTraits.ts';
import { isOfEvent } from './event/eventDetails.ts';
import { openingOf } from './openings.ts';
import { quotedPassage } from './quotedPassage.ts';

/** Sections at the front of a post, and sentences of each, among which it may name the event. */
const OPENING = 2;
const LINES = 8;

/** At which event a talk was given, by a line of its post that is there for it. */
export function eventSaid(
  library: Library,
  id: string | undefined,
  language: Language | undefined,
): Fact | undefined {
  const session = findSession(library, id ?? '');
  const post = session && postIn(session, language ?? '');
  for (const section of post === undefined ? [] : openingOf(post, OPENING)) {
    const line = traitsOf(section).texts.slice(0, LINES).find(isOfEvent);
    if (session !== undefined && post !== undefined && line !== undefined)
      return { about: 'where', session: session.id, told: quotedPassage(session.id, post, section, line) };
  }
  return undefined;
}
