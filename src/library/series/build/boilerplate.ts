import { lazy } from '../../compute/lazy.ts';
import type { Pause } from '../../compute/slicedWork.ts';
import type { Draft, DraftSection } from '../../post/model.ts';

/** The part of a post's opening that most posts of its series share. */
export interface Boilerplate {
  /** Index of a section that is boilerplate as a whole; -1 for none. */
  readonly section: number;
  /** Number of blocks to omit at the front of the first section. */
  readonly blocks: number;
}

export const NO_BOILERPLATE: Boilerplate = { section: -1, blocks: 0 };

/** A post to compare: its draft and the words of its own title, which differ between posts. */
export interface Comparable {
  readonly draft: Draft;
  readonly title: string;
}

const SAME = 0.75;
/** A post is compared with so many posts of its series; those farther away do not change its boilerplate. */
export const COMPARED_NEIGHBOURS = 12;

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+|\p{N}+/gu) ?? []
  );
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** Hashes of word bigrams, each once, in ascending order. */
type Shingles = Uint32Array;

/** Of a longer text the front tells enough. */
const COMPARED_LENGTH = 4000;
/** Before they are sorted: one for all. */
const scratch = new Uint32Array(COMPARED_LENGTH);

/** The shingles of a text, without the words of the post's own title and without numbers. */
function shingles(text: string, title: ReadonlySet<string>): Shingles {
  const words =
    text
      .slice(0, COMPARED_LENGTH)
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  let size = 0;
  let next = 0;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at] ?? '';
    if (title.has(word)) continue;
    const hash = hashOf(word);
    scratch[size] = Math.imul(hash, 0x01000193) ^ next;
    size += 1;
    next = hash;
  }
  const sorted = scratch.subarray(0, size).sort();
  let kept = 0;
  for (let at = 0; at < size; at += 1) {
    const one = sorted[at] ?? 0;
    if (at > 0 && one === sorted[kept - 1]) continue;
    sorted[kept] = one;
    kept += 1;
  }
  return sorted.slice(0, kept);
}

function similarity(a: Shingles, b: Shingles): number {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0;
  // What differs much in length shares too little, whatever it says.
  if (2 * Math.min(a.length, b.length) < SAME * (a.length + b.length)) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const one = a[i] ?? 0;
    const other = b[j] ?? 0;
    if (one === other) shared += 1;
    if (one <= other) i += 1;
    if (other <= one) j += 1;
  }
  return (2 * shared) / (a.length + b.length);
}

/** The first section, if it has text and no subsections. */
function opening(draft: Draft): DraftSection | undefined {
  const [first] = draft.sections;
  return first && first.text !== '' ? first : undefined;
}

function standsAlone(draft: Draft): boolean {
  const [first, second] = draft.sections;
  if (!first || !second) return false;
  return second.level === undefined || (first.level ?? 1) >= second.level;
}

/** What of an opening is compared, each computed when it is asked for: most openings differ at once. */
interface Prints {
  readonly whole: () => Shingles;
  readonly blocks: readonly (() => Shingles)[];
}

/** The prints of the openings that were looked at last, by opening: all of them would take as much as the texts. */
const remembered = new Map<DraftSection, { title: string; prints: Prints }>();
const MOST_REMEMBERED = 200;

function prints({ draft, title }: Comparable): Prints | undefined {
  const section = opening(draft);
  if (!section) return undefined;
  const known = remembered.get(section);
  if (known?.title === title) return known.prints;
  const own = lazy(() => new Set(wordsOf(title)));
  const whole = lazy(() => shingles(section.text, own()));
  const blocks = section.openings.map((text) =>
    text === section.text ? whole : lazy(() => shingles(text, own())),
  );
  const made = { whole, blocks };
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(section, { title, prints: made });
  return made;
}

function mostShare<T>(mine: T, others: readonly T[], same: (a: T, b: T) => boolean): boolean {
  let differing = 0;
  for (const other of others) {
    if (same(mine, other)) continue;
    differing += 1;
    if (differing > others.length / 2) return false;
  }
  return differing < others.length;
}

/**
 * Finds the opening that most posts of one series and language share almost word for word, by comparing each post
 * with its nearest neighbours. At least one section of a post always remains.
 */
export async function findBoilerplate(posts: readonly Comparable[], pause: Pause): Promise<Boilerplate[]> {
  const found: Boilerplate[] = [];
  for (const index of posts.keys()) {
    found.push(boilerplateAt(posts, index));
    await pause();
  }
  return found;
}

/** The boilerplate of one post of a series, as `findBoilerplate` gives it. */
export function boilerplateAt(posts: readonly Comparable[], index: number): Boilerplate {
  const post = posts[index];
  if (post === undefined) return NO_BOILERPLATE;
  const from = Math.max(0, Math.min(index - COMPARED_NEIGHBOURS / 2, posts.length - COMPARED_NEIGHBOURS - 1));
  const others = posts.slice(from, from + COMPARED_NEIGHBOURS + 1).filter((other) => other !== post);
  return compareOnce(post, others);
}

/** The result for an opening, and its neighbouring openings and titles. */
const compared = new WeakMap<DraftSection, { beside: readonly unknown[]; found: Boilerplate }>();

function compareOnce(post: Comparable, others: readonly Comparable[]): Boilerplate {
  const mine = opening(post.draft);
  if (!mine) return NO_BOILERPLATE;
  const beside = [post, ...others].flatMap(({ draft, title }) => [opening(draft), title]);
  const known = compared.get(mine);
  if (known?.beside.length === beside.length && known.beside.every((one, index) => one === beside[index]))
    return known.found;
  const theirs = others.map(prints).filter((other) => other !== undefined);
  const found = compare(post, prints(post), theirs);
  compared.set(mine, { beside, found });
  return found;
}

function compare({ draft }: Comparable, mine: Prints | undefined, theirs: readonly Prints[]): Boilerplate {
  if (!mine || theirs.length === 0) return NO_BOILERPLATE;
  const same = (a: () => Shingles, b: () => Shingles) => similarity(a(), b()) >= SAME;
  const wholes = theirs.map((other) => other.whole);
  if (standsAlone(draft) && mostShare(mine.whole, wholes, same)) return { section: 0, blocks: 0 };
  let blocks = 0;
  for (const block of mine.blocks) {
    const at = blocks;
    const shared = theirs.map((other) => other.blocks[at]).filter((other) => other !== undefined);
    if (shared.length < theirs.length / 2 || !mostShare(block, shared, same)) break;
    blocks += 1;
  }
  const everything = blocks >= (draft.sections[0]?.blockCount ?? 0);
  return everything && draft.sections.length === 1 ? NO_BOILERPLATE : { section: -1, blocks };
}
