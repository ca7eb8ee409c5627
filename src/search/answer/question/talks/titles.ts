import type { Library, Post, Session } from '#library/model.ts';
import { type Token, tokensOf } from '../../../letters/tokens.ts';
import { isParticle } from '../../../words/korean.ts';

/** A session whose title, or how that begins, a text holds. */
export interface TitledSession {
  readonly session: Session;
  /** UTF-16 offsets of the title in the text, with its particle. */
  readonly start: number;
  readonly end: number;
  /** True for the title as a whole. */
  readonly isWhole: boolean;
}

interface Title {
  readonly session: Session;
  /** In lower case. */
  readonly words: readonly string[];
}

/** Words of a text in which a title is looked for. */
const READ = 60;
/** Fewer words name no session. */
const FEWEST = 2;
/** More than this part of a title stands for it. */
const PART = 0.5;

const wordsOfPost = new WeakMap<Post, readonly string[]>();

function wordsOf(post: Post): readonly string[] {
  const made = wordsOfPost.get(post) ?? tokensOf(post.title).map(({ text }) => text);
  wordsOfPost.set(post, made);
  return made;
}

const known = new WeakMap<Library, ReadonlyMap<string, readonly Title[]>>();

/** The titles of a library by their first words. */
function titlesOf(library: Library): ReadonlyMap<string, readonly Title[]> {
  const made =
    known.get(library) ??
    Map.groupBy(
      library.sessions.flatMap((session) =>
        session.posts.map((post): Title => ({ session, words: wordsOf(post) })),
      ),
      ({ words }) => words[0] ?? '',
    );
  known.set(library, made);
  return made;
}

/** The session of which a text holds most of the title; undefined where it holds none, or as much of several. */
export function titledIn(library: Library, text: string): TitledSession | undefined {
  const titles = titlesOf(library);
  const tokens = tokensOf(text, READ);
  let best: { readonly title: Title; readonly at: number; readonly count: number } | undefined;
  let isOne = true;
  for (let at = 0; at < tokens.length - 1; at += 1)
    for (const title of titles.get(tokens[at]?.text ?? '') ?? []) {
      const count = heldOf(title, tokens, at);
      if (count < FEWEST || count <= PART * title.words.length || count < (best?.count ?? 0)) continue;
      const isLonger = count > (best?.count ?? 0) || count === title.words.length;
      if (!isLonger && best?.title.session !== title.session) isOne = false;
      if (!isLonger) continue;
      best = { title, at, count };
      isOne = true;
    }
  const [first, last] = best === undefined ? [] : [tokens[best.at], tokens[best.at + best.count - 1]];
  if (best === undefined || first === undefined || last === undefined || !isOne) return undefined;
  const { title, count } = best;
  return {
    session: title.session,
    start: first.start,
    end: last.end,
    isWhole: count === title.words.length,
  };
}

/** How many words of a title stand in a row from a place on; the last of them may bear a particle. */
function heldOf({ words }: Title, tokens: readonly Token[], from: number): number {
  let count = 0;
  for (const word of words) {
    const { text = '' } = tokens[from + count] ?? {};
    if (text === word) count += 1;
    else return text.startsWith(word) && isParticle(text.slice(word.length)) ? count + 1 : count;
  }
  return count;
}
