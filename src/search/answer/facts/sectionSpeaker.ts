import { findSession, postIn } from '#library/find.ts';
import type { Language, Library, Post, Section } from '#library/model.ts';
import type { Passage } from '../../model.ts';
import { piecesOf } from '../sentences/sectionPieces.ts';
import { quotedPassage } from './quotedPassage.ts';
import { introduces, isOfSpeaker, opensWithName, speaksOfPerson, tellsSpeaker } from './speakerPatterns.ts';

const COMPANY = /^(?:소속|회사|직함|affiliation|company)\s?[:：]/iu;
/** Sentences of a section that are read, and of the opening of a post. */
const SENTENCES = 6;
const OPENING = 12;
/** What introduces somebody in fewer letters is quoted with the sentence that goes on. */
const SHORT = 60;

/**
 * Who spoke in a part of a post: the heading that says it, or the sentence below it, of the section or of one that it
 * stands in; else who is introduced as the post opens, or spoken of in the section.
 * @param about words of what is asked about, in lower case
 */
export function speakerIn(
  library: Library,
  session: string,
  id: string,
  language: Language | undefined,
  about: readonly string[] = [],
): Passage | undefined {
  const found = findSession(library, session);
  const post = found && postIn(found, language ?? '');
  if (post === undefined) return undefined;
  const part = post.sections.find((one) => one.id === id);
  let section = part;
  while (section !== undefined && !section.lead) {
    const quote = speakerOf(section, about);
    if (quote !== undefined) return quotedPassage(session, post, section, quote);
    const { parent } = section;
    section = parent === undefined ? undefined : post.sections.find((one) => one.id === parent);
  }
  return introducedIn(session, post) ?? spokenOfIn(session, post, part);
}

/** Who spoke as the opening of a post on one talk introduces them. */
export function introducedIn(session: string, post: Post): Passage | undefined {
  const [opening, ...others] = post.sections;
  if (opening === undefined || others.some(({ name }) => isOfSpeaker(name))) return undefined;
  const texts = openingOf(opening, OPENING);
  const at = texts.findIndex(introduces);
  const first = texts[at];
  if (first === undefined) return undefined;
  const next = texts[at + 1];
  const quote = next !== undefined && first.length <= SHORT ? `${first} ${next}` : first;
  return quotedPassage(session, post, opening, quote);
}

function spokenOfIn(session: string, post: Post, section: Section | undefined): Passage | undefined {
  if (section === undefined || section.lead) return undefined;
  const quote = openingOf(section, SENTENCES).find(speaksOfPerson);
  return quote === undefined ? undefined : quotedPassage(session, post, section, quote);
}

const openingOf = (section: Section, count: number): readonly string[] =>
  piecesOf(section)
    .sentences.slice(0, count)
    .map(({ start, end }) => section.text.slice(start, end));

/** What tells who spoke in a section: its heading or a line below it. @param about words of what is asked about */
export function speakerOf(section: Section, about: readonly string[]): string | undefined {
  if (isOfSpeaker(section.name)) return section.name;
  const texts = openingOf(section, SENTENCES);
  const at = texts.findIndex((text, i) => tellsSpeaker(text, i === 0));
  // Of short talks, each an item of a list, it is the one that is asked about.
  const opened = texts.filter(opensWithName);
  if (at <= 0 && opened.length > 1) {
    const held = (text: string): number => about.filter((word) => text.toLowerCase().includes(word)).length;
    return opened.toSorted((a, b) => held(b) - held(a))[0];
  }
  if (at < 0) return undefined;
  const next = texts[at + 1];
  return next !== undefined && COMPANY.test(next) ? `${texts[at]}\n${next}` : texts[at];
}
