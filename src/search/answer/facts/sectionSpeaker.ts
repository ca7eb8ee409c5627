import { findSession, postIn } from '#library/find.ts';
import type { Language, Library, Post, Section } from '#library/model.ts';
import type { Passage } from '../../model.ts';
import { piecesOf } from '../../ranking/sectionPieces.ts';
import { quotedPassage } from './quotedPassage.ts';
import {
  introduces,
  isForSpeakers,
  isNameAlone,
  isOfSpeaker,
  isSignedTitle,
  isSpeakerLine,
  mayBeName,
  opensWithName,
  speaksOfPerson,
  tellsSpeaker,
} from './speakerPatterns.ts';

const COMPANY = /^(?:소속|회사|직함|affiliation|company)\s?[:：]/iu;
/** `Dan Callahan gave the keynote. He is …` */
const GOES_ON = /^(?:He|She|They)(?:['’]s|\s(?:is|was|works?|worked|leads?))\s|^(?:이\s?분은|그는)\s/u;
/** Sentences of a section that are read, and of the opening of a post. */
const SENTENCES = 6;
/** The same where one of several talks that it tells of is asked about. */
const OF_SEVERAL = 40;
const OPENING = 12;
/** What introduces somebody in fewer letters is quoted with the sentence that goes on. */
const SHORT = 60;
/** A list of who spoke is quoted up to so many letters. */
const LONGEST_LIST = 400;

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
    const quote = spokeIn(post, section, about);
    if (quote !== undefined) return quotedPassage(session, post, section, quote);
    const { parent } = section;
    section = parent === undefined ? undefined : post.sections.find((one) => one.id === parent);
  }
  return introducedIn(session, post, about) ?? spokenOfIn(session, post, part);
}

/** Who spoke as the opening of a post introduces them. @param about words of what is asked about */
export function introducedIn(
  session: string,
  post: Post,
  about: readonly string[] = [],
): Passage | undefined {
  const [opening, ...others] = post.sections;
  const own = speakersBelow(post, [undefined, opening?.lead === true ? opening.id : undefined], about);
  if (own !== undefined) return quotedPassage(session, post, own.section, own.quote);
  if (opening === undefined || others.some(({ name }) => isOfSpeaker(name))) return undefined;
  if (isSignedTitle(post.fullTitle)) return quotedPassage(session, post, opening, post.fullTitle);
  const texts = openingOf(opening, about.length > 0 ? OF_SEVERAL : OPENING);
  const at = likeliest(texts, about, texts.slice(0, OPENING).findIndex(introduces), introduces);
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

/** Who spoke in a section, or by a heading below it that is there for that: `## Speaker: Jane Doe`. */
export const spokeIn = (post: Post, section: Section, about: readonly string[] = []): string | undefined =>
  speakerOf(section, about) ??
  post.sections.find(({ name, parent }) => parent === section.id && isSpeakerLine(name))?.name ??
  speakersBelow(post, [section.id], about)?.quote ??
  (isNamedAfter(post, section) ? section.name : undefined);

/** True for one of several headings side by side that are a name each. */
const isNamedAfter = (post: Post, { name, parent }: Section): boolean =>
  mayBeName(name) &&
  post.sections.filter((other) => other.parent === parent && mayBeName(other.name)).length > 1;

/** What stands in a section that is there for who spoke, below one of these or at the top: the item of a list that is asked about, else all of it. */
function speakersBelow(
  post: Post,
  above: readonly (string | undefined)[],
  about: readonly string[],
): { readonly section: Section; readonly quote: string } | undefined {
  const section = post.sections.find(({ name, parent }) => above.includes(parent) && isForSpeakers(name));
  const { sentences } = section === undefined ? NOTHING : piecesOf(section);
  const [first, next] = sentences;
  if (section === undefined || first === undefined) return undefined;
  const textTo = (end: number): string => section.text.slice(first.start, end);
  if (first.list < 0) {
    const isShort = first.end - first.start <= SHORT;
    return { section, quote: textTo(isShort && next !== undefined ? next.end : first.end) };
  }
  const items = sentences.filter(({ list }) => list === first.list);
  const texts = items.map(({ start, end }) => section.text.slice(start, end));
  const [best = '', second] = texts.toSorted((a, b) => heldIn(b, about) - heldIn(a, about));
  if (second !== undefined && heldIn(best, about) > heldIn(second, about)) return { section, quote: best };
  const last = items.findLast(({ end }) => end - first.start <= LONGEST_LIST) ?? first;
  return { section, quote: textTo(last.end) };
}
const NOTHING = { sentences: [] } as const;

/** What tells who spoke in a section: its heading or a line below it. @param about words of what is asked about */
function speakerOf(section: Section, about: readonly string[]): string | undefined {
  if (isOfSpeaker(section.name)) return section.name;
  const texts = openingOf(section, about.length > 0 ? OF_SEVERAL : SENTENCES);
  const near = texts.slice(0, SENTENCES);
  const said = near.findIndex((text, at) => tellsSpeaker(text, at === 0));
  const first = said < 0 ? near.findIndex(isNameAlone) : said;
  // Of short talks, each an item of a list, it is the one that is asked about.
  const opened = near.filter(opensWithName);
  if (first <= 0 && opened.length > 1)
    return opened.toSorted((a, b) => heldIn(b, about) - heldIn(a, about))[0];
  const at = likeliest(texts, about, first, tellsSpeaker);
  if (at < 0) return undefined;
  const next = texts[at + 1];
  if (next === undefined || !(COMPANY.test(next) || GOES_ON.test(next))) return texts[at];
  return COMPANY.test(next) ? `${texts[at]}\n${next}` : `${texts[at]} ${next}`;
}

/** The list of a section, each item of which opens with who spoke; undefined where there is none. */
export function speakersListed(section: Section): string | undefined {
  const { sentences } = piecesOf(section);
  const opened = sentences.filter(
    ({ list, start, end }) => list >= 0 && opensWithName(section.text.slice(start, end)),
  );
  const [first, ...others] = opened;
  const last = others.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const end = sentences.findLast(({ line }) => line === last.line)?.end ?? last.end;
  return section.text.slice(first.start, end);
}

const heldIn = (text: string, words: readonly string[]): number =>
  words.filter((word) => text.toLowerCase().includes(word)).length;

/** Of several talks that texts tell of, who gave the one that holds most words. @param first the place of the first that tells who spoke; -1 for none */
function likeliest(
  texts: readonly string[],
  words: readonly string[],
  first: number,
  tells: (text: string, isFirst: boolean) => boolean,
): number {
  let best = first;
  for (const [at, text] of texts.entries())
    if (heldIn(text, words) > heldIn(texts[best] ?? '', words) && tells(text, at === 0)) best = at;
  return best;
}
