import type { Language, Library, Post, Section, Session } from '#library/model.ts';
import type { Index } from '../../../index/searchIndex.ts';
import { interpret } from '../../../interpret.ts';
import type { Fact } from '../../../model.ts';
import { piecesOf } from '../../../ranking/sectionPieces.ts';
import { verdictOf } from '../../../ranking/verdict.ts';
import { koreanStems } from '../../../words/korean.ts';
import { numberedTalks, talkSaid } from '../numberedTalks.ts';
import { quotedPassage } from '../quotedPassage.ts';
import type { Role } from '../reading/factRoles.ts';
import { type FactQuestion, readWords } from '../reading/factWords.ts';
import { speakerIn } from '../sectionSpeaker.ts';
import { whoSpoke } from '../toldTalks.ts';
import { kindOfTalk } from './kindOfTalk.ts';

/** Who gave the talk with a number, or what it was about, of those that the posts tell of. */
export function numberedFact(
  library: Library,
  { roles, number }: FactQuestion,
  language: Language | undefined,
): Fact | undefined {
  const has = (role: Role): boolean => roles.has(role);
  if (!has('talk') || has('when') || has('where') || has('count')) return undefined;
  const place = number ?? (has('first') ? 1 : has('last') ? 'last' : undefined);
  if (place === undefined) return undefined;
  const asksWho = WHO.some(has);
  const talks = numberedTalks(library);
  const said = place === 'last' || place > 0 ? talkSaid(library, place) : undefined;
  if (said !== undefined && asksWho) {
    const told = quotedPassage(said.session.id, said.post, said.section, said.said);
    return { about: 'who', session: said.session.id, told };
  }
  const found = talks.get(place === 'last' ? talks.size : place < 0 ? talks.size + 1 + place : place);
  return found === undefined ? undefined : partFact(library, found, asksWho, language);
}
const WHO: readonly Role[] = ['who', 'speaker', 'company'];

/** A talk: a session, or the part of its post that tells of it. */
interface Talk {
  readonly session: Session;
  readonly post: Post;
  readonly section?: Section;
}

/** Who gave a talk, or what its post says first of it. */
export function partFact(
  library: Library,
  { session, post, section }: Required<Talk>,
  asksWho: boolean,
  language: Language | undefined,
): Fact | undefined {
  if (asksWho) {
    // Behind a title stands who gave it, whatever the name is.
    const titled = SIGNED.test(section.name)
      ? quotedPassage(session.id, post, section, section.name)
      : undefined;
    const told = speakerIn(library, session.id, section.id, language) ?? titled;
    return told === undefined ? undefined : { about: 'who', session: session.id, told };
  }
  const { sentences: all } = piecesOf(section);
  // A table makes no opening.
  const table = all.findIndex((one) => section.text.slice(one.start, one.end).includes(' | '));
  const sentences = table > 0 ? all.slice(0, table) : all;
  const end = sentences.findLast((one) => one.end <= LONGEST_OPENING)?.end ?? sentences[0]?.end ?? 0;
  const talk = quotedPassage(session.id, post, section, section.text.slice(0, end));
  return { about: 'session', session: session.id, talk };
}
const LONGEST_OPENING = 400;
const SIGNED = /\S\s[-–—|/]\s\S|\s\([^()]+\)$/u;

/** `결제 큐 발표 다음 순서`, `what came after the keynote`, `基調講演の次の発表`: the talk beside one that is named. */
const BESIDE: readonly (readonly [way: 1 | -1, asks: RegExp])[] = [
  [1, korean('다음|뒤|직후|이후|끝나고')],
  [-1, korean('앞(?!으로)|전|직전|이전')],
  [1, english('after|following|follow(?:ed|s)')],
  [-1, english('before|preceding|preced(?:ed|es)')],
  [1, /^(.+?)の(?:(発表|セッション|話)の)?(?:次|後)(?:の|に)?(?:発表|セッション|登壇|何|誰|は)/u],
  [-1, /^(.+?)の(?:(発表|セッション|話)の)?前(?:の|に)?(?:発表|セッション|登壇|何|誰|は)/u],
];
function korean(beside: string): RegExp {
  const talk = '(발표|세션|강연|토크|시간|얘기|이야기)';
  return new RegExp(
    `^(.+?)(?:\\s?${talk}\\S{0,2})?\\s(?:바로\\s|딱\\s)?(?:${beside})(?:에는?|엔|의|으로)?\\s(?:(?:바로|이어진|이어서|나온|한|했던|있었던)\\s)*(?:${talk}|순서|차례|연사|뭐|뭘|무슨|무엇|누가|누구|어떤)`,
    'u',
  );
}
function english(beside: string): RegExp {
  return new RegExp(
    `^(?:what|which|who)(?:'s)?(?: (?:the|talk|session|presentation|speaker|one|came|comes|was|is|went|goes|spoke|talked|presented|happened|did they do|there|right|directly|straight|immediately|just|next))* (?:${beside}) (?:the )?(.+?)(?:['’]s)?(?: (talk|session|presentation|one))?(?: (?:talk|session))?\\s*[?]*$`,
    'iu',
  );
}

/** The talk before or behind one that a question names, or who gave it; undefined where it names none, or none is there. */
export function besideFact(index: Index, text: string, language: Language | undefined): Fact | undefined {
  const { library } = index;
  for (const [way, asks] of BESIDE) {
    const [, name = '', isTalk] = asks.exec(text) ?? [];
    const words = readWords(name).rest;
    if (words.length === 0) continue;
    const talks = talksOf(library);
    const at = placeOf(index, talks, words, isTalk !== undefined);
    const talk = at < 0 ? undefined : talks[at + way];
    if (talk === undefined) continue;
    const { roles } = readWords(text);
    const asksWho = WHO.some((role) => roles.has(role));
    const { session, post, section } = talk;
    if (section !== undefined) return partFact(library, { session, post, section }, asksWho, language);
    if (!asksWho) return { about: 'session', session: session.id };
    return whoSpoke([session], language) ?? { about: 'who', session: session.id };
  }
  return undefined;
}

/** All talks in their order: the parts of posts that tell of one each, else the sessions. */
function talksOf(library: Library): readonly Talk[] {
  const parts = [...numberedTalks(library)].toSorted(([a], [b]) => a - b).map(([, talk]) => talk);
  return parts.length > 0 ? parts : library.sessions.map((session) => ({ session, post: session.posts[0] }));
}

/** The place of the one talk whose title holds all words; else, where a talk is spoken of, of that in which they are surely found; -1 for none. */
function placeOf(
  { segments }: Index,
  talks: readonly Talk[],
  words: readonly string[],
  isTalk: boolean,
): number {
  const forms = words.map((word) => [...(kindOfTalk([word]) ?? []), word, ...koreanStems(word)]);
  const isTitled = ({ session, section }: Talk): boolean => {
    const title = (section?.name ?? session.posts.map(({ fullTitle }) => fullTitle).join(' ')).toLowerCase();
    return forms.every((form) => form.some((one) => title.includes(one)));
  };
  const titled = talks.findIndex(isTitled);
  if (titled >= 0 || !isTalk) return titled === talks.findLastIndex(isTitled) ? titled : -1;
  const { ranked, confidence } = interpret(segments, words.join(' '));
  const found = ranked[0]?.doc;
  if (found === undefined || verdictOf(confidence) !== 'answer') return -1;
  return talks.findIndex(({ session, post, section }) => {
    if (session.id !== found.session) return false;
    if (section === undefined) return true;
    let part = post.sections.find(({ id }) => id === found.section);
    while (part !== undefined && part !== section) {
      const { parent } = part;
      part = post.sections.find(({ id }) => id === parent);
    }
    return part === section;
  });
}
