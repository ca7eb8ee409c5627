import { memoize } from '../../compute/memoize.ts';
import { makeTrie, NOWHERE, ROOT, type Trie } from './trie.ts';

/** Korean particles, which follow a noun without a space. */
const PARTICLES = new Set(
  `은 는 이 가 을 를 의 에 에서 에게 에는 에도 에만 에서는 에서도 로 으로 로는 으로는 로도 로서 으로서 로써 으로써 와 과 와의 과의
  도 만 만의 만을 만으로 까지 까지는 부터 부터는 보다 보다는 처럼 같은 이나 나 이란 란 이라 라 라는 이라는 이라고 라고 이라면 라면 이며 며
  인 인데 이고 고 하고 이랑 랑 이다 다 입니다 이었다 였다 이었습니다 였습니다 이에요 예요 이죠 죠 이지만 지만 마다 조차 밖에 뿐 뿐만 들
  들은 들이 들을 들의 들과 들에 들도 들로 용 별 형 적 적인 상 상의 상에서 내 내의 내에서 간 간의 중 중에 등 등의 등을 등이 씩 째 쯤 대로 만큼
  이자 자 이야 야 요 이여 여 께 께서 한테 에다 에서의 으로의 로의 으로부터 로부터 에서부터 에게서 이든 든 이라도 라도 이라서 라서`.split(
    /\s+/u,
  ),
);

/** True for a Korean particle: `를`, `에서`. */
export function isParticle(text: string): boolean {
  return PARTICLES.has(text);
}

/** An occurrence of a name in a text. */
export interface Hit {
  readonly key: string;
  /** UTF-16 offsets in the normalized text; overlapping hits compete. */
  readonly start: number;
  readonly end: number;
}

/**
 * Folds a text as `nameKey` folds names: a text that contains a name contains its key after folding. Joined: where
 * `replace` takes out many parts, V8 keeps the rest as a rope of ten times the size.
 */
export function foldedText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s\p{Pd}_]+/u)
    .join('');
}

/** The lookup key of a name: folded, without spaces and hyphens. */
export const nameKey: (name: string) => string = memoize(foldedText);

/** Finds the occurrences of many names in one pass over a text. */
export interface NameFinder {
  /** The keys of all names, in the order in which they were added. */
  readonly keys: readonly string[];
  /** Adds names; known ones are ignored. */
  learn(name: string): void;
  /** All occurrences, including nested ones, by start and then longest first. */
  find(spaced: SpacedText): Hit[];
}

const SPACE = 32;
const SMALL_S = 115;
const KNOWN = 1;
const LETTER = 2;
const HANGUL = 4;

/** Classes of UTF-16 units, computed on demand: regular expressions are too slow for every letter of all posts. */
const kinds = new Uint8Array(0x1_00_00);

function kindOf(character: string): number {
  const letter = /[\p{L}\p{N}]/u.test(character) ? LETTER : 0;
  return KNOWN | letter | (/\p{Script=Hangul}/u.test(character) ? HANGUL : 0);
}

function kindAt(text: string, at: number): number {
  if (at < 0 || at >= text.length) return KNOWN;
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdfff) {
    const from = unit >= 0xdc00 ? at - 1 : at;
    return kindOf(String.fromCodePoint(text.codePointAt(from) ?? unit));
  }
  const known = kinds[unit];
  if (known) return known;
  const kind = kindOf(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

const isLetter = (text: string, at: number): boolean => (kindAt(text, at) & LETTER) !== 0;
const isHangul = (text: string, at: number): boolean => (kindAt(text, at) & HANGUL) !== 0;

/** A name may begin at the start of a word and at a change of script: `구글BigQuery`; by the kinds of two letters. */
const mayBegin = (before: number, kind: number): boolean =>
  (before & LETTER) === 0 || ((before & HANGUL) !== 0 && (kind & HANGUL) === 0);

function mayEnd(text: string, end: number): boolean {
  if (!isLetter(text, end)) return true;
  if (isHangul(text, end)) {
    if (!isHangul(text, end - 1)) return true;
    let to = end;
    while (to - end <= 5 && isHangul(text, to)) to += 1;
    return PARTICLES.has(text.slice(end, to));
  }
  if (isHangul(text, end - 1)) return true;
  // An English plural: `GPUs`.
  return text.charCodeAt(end) === SMALL_S && /[a-z]/u.test(text[end - 1] ?? '') && !isLetter(text, end + 1);
}

/**
 * Makes a finder for names. A name must stand as a word: it may precede a Korean particle, but not be part of another
 * word. Spaces and hyphens are optional (`머신 러닝`, `머신러닝`).
 */
export const nameFinder = (names: Iterable<string>): NameFinder =>
  finderOf(Iterator.from(names).map(nameKey));

/** The same for the keys of names. */
export function finderOf(known: Iterable<string>): NameFinder {
  const trie = makeTrie();
  const keys: string[] = [];
  /** The name that ends at a node. */
  const ends = new Map<number, string>();
  const fronts = new Uint8Array(FRONTS);
  const add = (key: string): void => {
    if (key === '') return;
    const node = trie.reach(key);
    if (ends.has(node)) return;
    ends.set(node, key);
    keys.push(key);
    fronts[frontOf(key.charCodeAt(0), key.charCodeAt(1))] = 1;
  };
  for (const key of known) add(key);
  return { keys, learn: (name) => add(nameKey(name)), find: (text) => findAll({ trie, ends, fronts }, text) };
}

/** What a finder looks for. */
interface NameTrie {
  readonly trie: Trie;
  readonly ends: ReadonlyMap<number, string>;
  /** 1 where a name may begin with two letters, or with one alone: most places are done with by that. */
  readonly fronts: Uint8Array;
}

const FRONTS = 1 << 16;

/** Where two letters stand in `fronts`; no second one counts as 0. */
const frontOf = (first: number, second: number): number =>
  (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 16;

function mayName({ fronts }: NameTrie, text: string, start: number): boolean {
  let next = start + 1;
  while (text.charCodeAt(next) === SPACE) next += 1;
  const first = text.charCodeAt(start);
  return fronts[frontOf(first, text.charCodeAt(next))] === 1 || fronts[frontOf(first, 0)] === 1;
}

/** A text as names are looked for in it: in lower case, with one blank or line end between words. */
export type SpacedText = string & { readonly form: 'spaced' };

export const spacedText = (text: string): SpacedText =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(GAP, (gap) => (gap.includes('\n') ? '\n' : ' ')) as SpacedText;

/** The `foldedText` of a text of which the `spacedText` is known. */
export const foldedOf = (spaced: SpacedText): string => spaced.split(/[ \n]/u).join('');

/** Spaces and hyphens between words, but for one blank or line end alone, which stays. */
const GAP = /(?:[\p{Pd}_]|[^\S \n])[\s\p{Pd}_]*|[ \n][\s\p{Pd}_]+/gu;

function findAll(wanted: NameTrie, text: string): Hit[] {
  const hits: Hit[] = [];
  let before = KNOWN;
  for (let start = 0; start < text.length; start += 1) {
    const kind = kindAt(text, start);
    if (mayBegin(before, kind) && mayName(wanted, text, start)) {
      const first = wanted.trie.next(ROOT, text.charCodeAt(start));
      if (first !== NOWHERE) namesFrom(wanted, first, text, start, hits);
    }
    before = kind;
  }
  return hits;
}

/** Adds the names that begin at `start`, longest first; `first` is the node of their first letter. */
function namesFrom({ trie, ends }: NameTrie, first: number, text: string, start: number, hits: Hit[]): void {
  const from = hits.length;
  let node = first;
  let gaps = 0;
  for (let at = start; ; ) {
    // "a i" is not "AI": short names have no inner spaces.
    const key = ends.get(node);
    const tooLoose = gaps > 0 && (key?.length ?? 0) < 3;
    if (key !== undefined && !tooLoose && mayEnd(text, at + 1)) {
      hits.splice(from, 0, { key, start, end: at + 1 });
    }
    at += 1;
    while (text.charCodeAt(at) === SPACE) {
      gaps += 1;
      at += 1;
    }
    node = trie.next(node, text.charCodeAt(at));
    if (node === NOWHERE) return;
  }
}

/** The longest of overlapping hits that `counts`. */
export function longestHits(hits: readonly Hit[], counts: (key: string) => boolean): Hit[] {
  const kept: Hit[] = [];
  let end = 0;
  for (const hit of hits) {
    if (hit.start < end || !counts(hit.key)) continue;
    kept.push(hit);
    end = hit.end;
  }
  return kept;
}
