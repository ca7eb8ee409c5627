import { isJamo, isSyllable } from '../../letters/hangul.ts';
import { wordEnds } from '../../letters/segments.ts';
import { isLatinLetter } from '../../letters/tokens.ts';
import { GrowableUint32Array } from './growableArray.ts';
import { StringTableBuilder } from './stringTable.ts';

/** Character classes; a token consists of characters of one class. */
const UNKNOWN = 0;
const NONE = 1;
const HANGUL = 2;
const LATIN = 3;
const NUMBER = 4;
const OTHER = 5;

/** The class of each UTF-16 unit seen so far. */
const kinds = new Uint8Array(0x10000);
const SEPARATES = /^[\s\p{P}\p{S}\p{C}]$/u;

function kindOf(code: number): number {
  if (isSyllable(code) || isJamo(code)) return HANGUL;
  if (code >= 48 && code <= 57) return NUMBER;
  if (isLatinLetter(code)) return LATIN;
  return SEPARATES.test(String.fromCodePoint(code)) ? NONE : OTHER;
}

/**
 * Calls `each` for every token of a text in its usual width, with the boundaries of `tokensOf`, without allocating
 * strings but for scripts without spaces.
 * @param each receives start and end of the token, and whether it follows another one without a space.
 */
export function forEachToken(text: string, each: (start: number, end: number, glued: boolean) => void): void {
  let last = -1;
  let start = 0;
  let open = NONE;
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i);
    let kind = kinds[unit] ?? UNKNOWN;
    let width = 1;
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const code = text.codePointAt(i) ?? unit;
      width = code > 0xffff ? 2 : 1;
      kind = kindOf(code);
    } else if (kind === UNKNOWN) {
      kind = kindOf(unit);
      kinds[unit] = kind;
    }
    if (kind !== open) {
      if (open !== NONE) {
        if (open === OTHER) eachWord(text, start, i, start === last, each);
        else each(start, i, start === last);
        last = i;
      }
      start = i;
      open = kind;
    }
    i += width;
  }
  if (open === OTHER) eachWord(text, start, text.length, start === last, each);
  else if (open !== NONE) each(start, text.length, start === last);
}

/** The words of a run of letters that may be of a script without spaces. */
function eachWord(
  text: string,
  start: number,
  end: number,
  glued: boolean,
  each: (start: number, end: number, glued: boolean) => void,
): void {
  let from = 0;
  for (const to of wordEnds(text.slice(start, end))) {
    each(start + from, start + to, glued || from > 0);
    from = to;
  }
}

/** The index terms of a token. */
export interface TokenTerms {
  /** Numbers of its stems, or of the token itself where it has none. */
  readonly stems: readonly number[];
  /** Numbers of the parts of a compound such as BigQuery. */
  readonly inside: readonly number[];
  readonly stop: boolean;
  /** True for a particle that carries no meaning after a Latin word. */
  readonly particle: boolean;
}

const STOP = 1;
const PARTICLE = 2;

/**
 * Caches the index terms of tokens while an index is built, because texts repeat the same words. Consists of typed
 * arrays, so that a million tokens cost the garbage collector nothing.
 */
export class TokenTable {
  readonly #texts = new StringTableBuilder();
  readonly #terms = new GrowableUint32Array();
  /** Start of each token's terms; one more at the end. */
  readonly #first = new GrowableUint32Array();
  /** Number of stems among the terms, and two flags. */
  readonly #heads = new GrowableUint32Array();

  constructor() {
    this.#first.push(0);
  }

  get size(): number {
    return this.#heads.length;
  }

  /** The number of the token from `start` to `end` of a text, or -1. */
  find(text: string, start: number, end: number): number {
    return this.#texts.find(text, start, end);
  }

  /** Adds a token that is not in the table yet, and gives its number. */
  add(run: string, { stems, inside, stop, particle }: TokenTerms): number {
    for (const term of stems) this.#terms.push(term);
    for (const term of inside) this.#terms.push(term);
    this.#first.push(this.#terms.length);
    this.#heads.push((stems.length << 2) | (stop ? STOP : 0) | (particle ? PARTICLE : 0));
    return this.#texts.add(run);
  }

  isStop(run: number): boolean {
    return (this.#heads.get(run) & STOP) !== 0;
  }

  isParticle(run: number): boolean {
    return (this.#heads.get(run) & PARTICLE) !== 0;
  }

  /** Start of a token's terms: stems first, then compound parts, up to `first(run + 1)`. */
  first(run: number): number {
    return this.#first.get(run);
  }

  /** Start of a token's compound parts. */
  inside(run: number): number {
    return this.#first.get(run) + (this.#heads.get(run) >>> 2);
  }

  term(at: number): number {
    return this.#terms.get(at);
  }

  /** Forgets the tokens. */
  free(): void {
    this.#texts.free();
    for (const list of [this.#terms, this.#first, this.#heads]) list.free();
  }
}
