import { Numbers } from './grow.ts';
import { isJamo, isSyllable } from './hangul.ts';

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
export function eachRun(text: string, each: (start: number, end: number, glued: boolean) => void): void {
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
export interface Indexed {
  /** Numbers of its stems, or of itself where it has none. */
  readonly stems: readonly number[];
  /** Numbers of the words that a name such as BigQuery is made of. */
  readonly inside: readonly number[];
  readonly stop: boolean;
  /** True where it says nothing after a Latin word. */
  readonly particle: boolean;
}

const TABLES = 64;
const STOP = 1;
const PARTICLE = 2;

/**
 * What runs of letters are indexed as, for as long as an index is built: texts say the same words again and again. All
 * of it is arrays of numbers, so that a million runs are nothing for the collector of garbage to walk; and it is in
 * many small tables, so that none takes long to grow.
 */
export class Runs {
  /** By hash: the number of a run plus 1, or 0. */
  readonly #tables: Uint32Array[] = Array.from({ length: TABLES }, () => new Uint32Array(16));
  readonly #counts = new Uint32Array(TABLES);
  readonly #hashes = new Numbers();
  readonly #letters = new Numbers();
  /** Where the letters of each run begin; one more at the end. */
  readonly #from = new Numbers();
  readonly #terms = new Numbers();
  /** Where the terms of each run begin; one more at the end. */
  readonly #first = new Numbers();
  /** How many of the terms are stems, and two flags. */
  readonly #heads = new Numbers();

  constructor() {
    this.#from.push(0);
    this.#first.push(0);
  }

  get size(): number {
    return this.#heads.length;
  }

  /** The number of the run from `start` to `end` of a text, or -1. */
  find(text: string, start: number, end: number): number {
    const hash = hashOf(text, start, end);
    const table = this.#tables[hash % TABLES] ?? this.#counts;
    const mask = table.length - 1;
    for (let slot = (hash >>> 6) & mask; ; slot = (slot + 1) & mask) {
      const run = (table[slot] ?? 0) - 1;
      if (run < 0 || (this.#hashes.get(run) === hash && this.#is(run, text, start, end))) return run;
    }
  }

  #is(run: number, text: string, start: number, end: number): boolean {
    const from = this.#from.get(run);
    if (this.#from.get(run + 1) - from !== end - start) return false;
    for (let i = start; i < end; i += 1)
      if (this.#letters.get(from + i - start) !== text.charCodeAt(i)) return false;
    return true;
  }

  /** Remembers a run that is not known yet, and gives its number. */
  add(run: string, { stems, inside, stop, particle }: Indexed): number {
    const at = this.size;
    const hash = hashOf(run, 0, run.length);
    this.#hashes.push(hash);
    for (let i = 0; i < run.length; i += 1) this.#letters.push(run.charCodeAt(i));
    this.#from.push(this.#letters.length);
    for (const term of stems) this.#terms.push(term);
    for (const term of inside) this.#terms.push(term);
    this.#first.push(this.#terms.length);
    this.#heads.push((stems.length << 2) | (stop ? STOP : 0) | (particle ? PARTICLE : 0));
    const which = hash % TABLES;
    const count = (this.#counts[which] ?? 0) + 1;
    this.#counts[which] = count;
    const table = this.#tables[which] ?? this.#counts;
    if (count * 2 > table.length) this.#tables[which] = this.#larger(table);
    put(this.#tables[which] ?? table, hash, at);
    return at;
  }

  #larger(table: Uint32Array): Uint32Array {
    const made = new Uint32Array(table.length * 2);
    for (const entry of table) if (entry > 0) put(made, this.#hashes.get(entry - 1), entry - 1);
    return made;
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

function put(table: Uint32Array, hash: number, run: number): void {
  const mask = table.length - 1;
  let slot = (hash >>> 6) & mask;
  while (table[slot] !== 0) slot = (slot + 1) & mask;
  table[slot] = run + 1;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
