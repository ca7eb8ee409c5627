import type { Library, Post, Section, Session } from '#library/model.ts';

/** A part of a post that tells of one talk of several. */
export interface NumberedTalk {
  readonly session: Session;
  readonly post: Post;
  readonly section: Section;
}

/** `Talk 3 - …`, `[S4] …`, `세션 2. …`; or the numeral that a heading had. */
const NUMBER = /^\[?(?:S|T|talk|session|세션|발표|セッション)\s?#?(\d{1,2})(?!\d)/iu;
const NUMERAL = /^(\d{1,2})\.?$/u;
/** Fewer parts are numbered for another reason. */
const FEWEST = 3;

const known = new WeakMap<Library, ReadonlyMap<number, NumberedTalk>>();

/**
 * The parts of posts that tell of a talk each and are numbered through, by their numbers; none where sections are numbered
 * in each post anew.
 */
export function numberedTalks(library: Library): ReadonlyMap<number, NumberedTalk> {
  const made = known.get(library) ?? readTalks(library);
  known.set(library, made);
  return made;
}

function readTalks({ sessions }: Library): ReadonlyMap<number, NumberedTalk> {
  const talks = new Map<number, NumberedTalk>();
  for (const session of sessions) {
    const [post] = session.posts;
    for (const section of post.sections) {
      const number = Number(
        NUMBER.exec(section.name)?.[1] ?? NUMERAL.exec(section.numeral ?? '')?.[1] ?? Number.NaN,
      );
      if (Number.isNaN(number) || section.lead || section.parent !== undefined) continue;
      if (talks.has(number)) return new Map();
      talks.set(number, { session, post, section });
    }
  }
  const isThrough = Array.from(talks, (_, at) => talks.has(at + 1)).every(Boolean);
  // A post for each talk is a session, and has its own number.
  const posts = new Set(Array.from(talks.values(), ({ session }) => session.id));
  return isThrough && talks.size >= FEWEST && posts.size < talks.size ? talks : new Map();
}
