import { outermostSections } from '#library/find.ts';
import type { Library, Post, Section, Session } from '#library/model.ts';
import { piecesOf } from '../../ranking/sectionPieces.ts';
import { introduces } from './speakerPatterns.ts';
import { talksInOrder } from './toldTalks.ts';

/** A part of a post that tells of one talk of several. */
export interface NumberedTalk {
  readonly session: Session;
  readonly post: Post;
  readonly section: Section;
}

/** `Talk 3 - …`, `[S4] …`, `세션 2. …`; or the numeral that a heading had. */
const NUMBER = /^[^\p{L}\p{N}]*(?:S|T|talk|session|세션|발표|セッション)\s?#?(\d{1,2})(?!\d)/iu;
const NUMERAL = /^(\d{1,2})\.?$/u;
/** Fewer parts are numbered for another reason. */
const FEWEST = 3;

/** Sentences of a post's opening in which it may say which talk it tells of. */
const OPENING = 4;
const KOREAN = ['첫', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열'];
const ENGLISH = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/**
 * The post that says of itself that it tells of the talk with a number, and of whom: `세 번째 발표자는 …`, `The last talk
 * was Jane Doe's`.
 */
export function talkSaid(
  { sessions }: Library,
  number: number | 'last',
): (NumberedTalk & { readonly said: string }) | undefined {
  const korean =
    number === 'last'
      ? '마지막|끝'
      : `${KOREAN[number - 1] ?? number}(?:\\s?번\\s?째)?|${number}\\s?번\\s?째`;
  const english = number === 'last' ? 'last|final|closing' : (ENGLISH[number - 1] ?? `${number}th`);
  const names = new RegExp(
    `(?:^|\\s)(?:${korean})\\s(?:발표|세션|강연)|\\b(?:${english}) (?:talk|session|presentation)\\b`,
    'iu',
  );
  for (const session of sessions) {
    const [post] = session.posts;
    const section = post.sections.find(({ lead }) => lead);
    if (section === undefined) continue;
    const said = piecesOf(section)
      .sentences.slice(0, OPENING)
      .map(({ start, end }) => section.text.slice(start, end))
      .find((text) => names.test(text) && introduces(text));
    if (said !== undefined) return { session, post, section, said };
  }
  return undefined;
}

const known = new WeakMap<Library, ReadonlyMap<number, NumberedTalk>>();

/**
 * The parts of posts that tell of a talk each, by their numbers: those that they have, if they are numbered through, else
 * in their order. None where each post is a talk, and where sections are numbered in each post anew.
 */
export function numberedTalks(library: Library): ReadonlyMap<number, NumberedTalk> {
  const made = known.get(library) ?? countTalks(library);
  known.set(library, made);
  return made;
}

function countTalks(library: Library): ReadonlyMap<number, NumberedTalk> {
  const numbered = readTalks(library);
  return numbered.size > 0
    ? numbered
    : new Map(talksInOrder(library).map((talk, at) => [at + 1, talk] as const));
}

function readTalks({ sessions }: Library): ReadonlyMap<number, NumberedTalk> {
  const talks = new Map<number, NumberedTalk>();
  for (const session of sessions) {
    const [post] = session.posts;
    for (const section of outermostSections(post)) {
      const number = Number(
        NUMBER.exec(section.name)?.[1] ?? NUMERAL.exec(section.numeral ?? '')?.[1] ?? Number.NaN,
      );
      if (Number.isNaN(number)) continue;
      if (talks.has(number)) return new Map();
      talks.set(number, { session, post, section });
    }
  }
  const isThrough = Array.from(talks, (_, at) => talks.has(at + 1)).every(Boolean);
  // A post for each talk is a session, and has its own number.
  const posts = new Set(Array.from(talks.values(), ({ session }) => session.id));
  return isThrough && talks.size >= FEWEST && posts.size < talks.size ? talks : new Map();
}
