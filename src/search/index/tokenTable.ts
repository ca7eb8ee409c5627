import { isJamo, isSyllable } from '../letters/hangul.ts';
import { GrowableUint32Array } from './growableArray.ts';
import { StringTableBuilder } from './stringTable.ts';

/** Kinds of letters that runs are made of; a run is of one kind. */
const UNKNOWN = 0;
const NONE = 1;
const HANGUL = 2;
const LATIN = 3;
const NUMBER = 4;
const OTHER = 5;

/** The kind of each UTF-16 unit that was met so far. */
const kinds = new Uint8Array(0x10000);
const SEPARATES = /^[\s\p{P}\p{S}\p{C}]$/u;

function kindOf(code: number): number {
  if (isSyllable(code) || isJamo(code)) return HANGUL;
  if (code >= 48 && code <= 57) return NUMBER;
  if (((code | 32) >= 97 && (code | 32) <= 122) || (code >= 0xc0 && code <= 0x24f)) return LATIN;
  return SEPARATES.test(String.fromCodePoint(code)) ? NONE : OTHER;
}

/**
 * Calls `each` for every run of letters in a text, as `tokensOf` cuts it, without making a string of it.
 * @param each gets where the run begins and ends, and whether it follows another without a space.
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
        each(start, i, start === last);
        last = i;
      }
      start = i;
      open = kind;
    }
    i += width;
  }
  if (open !== NONE) each(start, text.length, start === last);
}

/** What a run of letters is indexed as. */
export interface TokenTerms {
  /** Numbers of its stems, or of itself where it has none. */
  readonly stems: readonly number[];
  /** Numbers of the words that a name such as BigQuery is made of. */
  readonly inside: readonly number[];
  readonly stop: boolean;
  /** True where it says nothing after a Latin word. */
  readonly particle: boolean;
}

const STOP = 1;
const PARTICLE = 2;

/**
 * What runs of letters are indexed as, for as long as an index is built: texts say the same words again and again. All
 * of it is arrays of numbers, so that a million runs are nothing for the collector of garbage to walk.
 */
export class TokenTable {
  readonly #texts = new StringTableBuilder();
  readonly #terms = new GrowableUint32Array();
  /** Where the terms of each run begin; one more at the end. */
  readonly #first = new GrowableUint32Array();
  /** How many of the terms are stems, and two flags. */
  readonly #heads = new GrowableUint32Array();

  constructor() {
    this.#first.push(0);
  }

  get size(): number {
    return this.#heads.length;
  }

  /** The number of the run from `start` to `end` of a text, or -1. */
  find(text: string, start: number, end: number): number {
    return this.#texts.find(text, start, end);
  }

  /** Remembers a run that is not known yet, and gives its number. */
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

  /** Where the terms of a run begin: stems first, then those inside, up to `first(run + 1)`. */
  first(run: number): number {
    return this.#first.get(run);
  }

  /** Where the terms inside a run begin. */
  inside(run: number): number {
    return this.#first.get(run) + (this.#heads.get(run) >>> 2);
  }

  term(at: number): number {
    return this.#terms.get(at);
  }
}
