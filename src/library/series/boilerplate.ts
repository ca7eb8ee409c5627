import type { Draft, DraftSection } from '../post/model.ts';

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
const NEIGHBOURS = 12;

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

/** Hashes of word bigrams, without the words of the post's own title and without numbers. */
function shingles(text: string, title: ReadonlySet<string>): Set<number> {
  const words = wordsOf(text.slice(0, 4000)).filter((word) => !title.has(word) && !/^\p{N}/u.test(word));
  const found = new Set<number>();
  let next = 0;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const hash = hashOf(words[at] ?? '');
    found.add((Math.imul(hash, 0x01000193) ^ next) >>> 0);
    next = hash;
  }
  return found;
}

function similarity(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size === 0 || b.size === 0) return a.size === b.size ? 1 : 0;
  // What differs much in length shares too little, whatever it says.
  if (2 * Math.min(a.size, b.size) < SAME * (a.size + b.size)) return 0;
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  return (2 * shared) / (a.size + b.size);
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

interface Prints {
  readonly whole: ReadonlySet<number>;
  readonly blocks: readonly ReadonlySet<number>[];
}

const remembered = new WeakMap<DraftSection, { title: string; prints: Prints }>();

function prints({ draft, title }: Comparable): Prints | undefined {
  const section = opening(draft);
  if (!section) return undefined;
  const known = remembered.get(section);
  if (known?.title === title) return known.prints;
  const own = new Set(wordsOf(title));
  const made = {
    whole: shingles(section.text, own),
    blocks: section.openings.map((text) => shingles(text, own)),
  };
  remembered.set(section, { title, prints: made });
  return made;
}

function mostShare<T>(mine: T, others: readonly T[], same: (a: T, b: T) => boolean): boolean {
  const agreeing = others.filter((other) => same(mine, other)).length;
  return agreeing > 0 && agreeing >= others.length / 2;
}

/**
 * Finds the opening that most posts of one series and language share almost word for word, by comparing each post
 * with its nearest neighbours. At least one section of a post always remains.
 */
export async function findBoilerplate(
  posts: readonly Comparable[],
  pause: () => Promise<void> | undefined,
): Promise<Boilerplate[]> {
  const all: (Prints | undefined)[] = [];
  for (const post of posts) {
    all.push(prints(post));
    await pause();
  }
  const found: Boilerplate[] = [];
  for (const [index, post] of posts.entries()) {
    const from = Math.max(0, Math.min(index - NEIGHBOURS / 2, posts.length - NEIGHBOURS - 1));
    const others = all.slice(from, from + NEIGHBOURS + 1).filter((_, at) => from + at !== index);
    const theirs = others.filter((other) => other !== undefined);
    found.push(compareOnce(post, all[index], theirs));
    await pause();
  }
  return found;
}

const compared = new WeakMap<Prints, { theirs: readonly Prints[]; found: Boilerplate }>();

function compareOnce(post: Comparable, mine: Prints | undefined, theirs: readonly Prints[]): Boilerplate {
  const known = mine && compared.get(mine);
  if (known?.theirs.length === theirs.length && known.theirs.every((one, index) => one === theirs[index]))
    return known.found;
  const found = compare(post, mine, theirs);
  if (mine) compared.set(mine, { theirs, found });
  return found;
}

function compare({ draft }: Comparable, mine: Prints | undefined, theirs: readonly Prints[]): Boilerplate {
  if (!mine || theirs.length === 0) return NO_BOILERPLATE;
  const same = (a: ReadonlySet<number>, b: ReadonlySet<number>) => similarity(a, b) >= SAME;
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
