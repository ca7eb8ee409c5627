import type { Steps } from '#library/compute/slicedWork.ts';
import { free, resized } from './growableArray.ts';

/**
 * Interned strings as plain data: no objects for the garbage collector, and cheap to transfer between threads.
 */
export interface StringTableData {
  /** All strings, concatenated. */
  readonly pool: string;
  /** End of each string in the pool. */
  readonly ends: Uint32Array;
  /** Open-addressing hash table: a string's number plus 1, or 0. Its size is a power of two, at most half full. */
  readonly slots: Uint32Array;
}

/** Maps numbers to strings and strings to numbers. */
export class StringTable {
  readonly #data: StringTableData;

  constructor(data: StringTableData) {
    this.#data = data;
  }

  get size(): number {
    return this.#data.ends.length;
  }

  text(id: number): string {
    const { pool, ends } = this.#data;
    return pool.slice(id === 0 ? 0 : ends[id - 1], ends[id] ?? 0);
  }

  /** The number of a string, or of a part of it. */
  find(text: string, start = 0, end = text.length): number | undefined {
    const { pool, ends, slots } = this.#data;
    const mask = slots.length - 1;
    const length = end - start;
    for (let slot = hashOf(text, start, end) & mask; ; slot = (slot + 1) & mask) {
      const id = (slots[slot] ?? 0) - 1;
      if (id < 0) return undefined;
      const from = id === 0 ? 0 : (ends[id - 1] ?? 0);
      if ((ends[id] ?? 0) - from !== length) continue;
      let same = 0;
      while (same < length && pool.charCodeAt(from + same) === text.charCodeAt(start + same)) same += 1;
      if (same === length) return id;
    }
  }
}

/** Characters converted to a string at a time. */
const PIECE = 4_096;

/** Assigns numbers 0, 1, 2 … to distinct strings. */
export class StringTableBuilder {
  #letters = new Uint16Array(128);
  /** Total number of characters. */
  #length = 0;
  #ends = new Uint32Array(16);
  #hashes = new Uint32Array(16);
  #slots = new Uint32Array(32);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of the substring from `start` to `end`, or -1. */
  find(text: string, start: number, end: number): number {
    return this.#find(text, start, end, hashOf(text, start, end));
  }

  #find(text: string, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = (this.#slots[slot] ?? 0) - 1;
      if (id < 0 || (this.#hashes[id] === hash && this.#is(id, text, start, end))) return id;
    }
  }

  /** The number of a string; assigns the next one to a new string. */
  add(text: string): number {
    const hash = hashOf(text, 0, text.length);
    const known = this.#find(text, 0, text.length, hash);
    if (known >= 0) return known;
    const id = this.#size;
    if (id === this.#ends.length) {
      this.#ends = resized(this.#ends, id * 2);
      this.#hashes = resized(this.#hashes, id * 2);
    }
    const end = this.#length + text.length;
    if (end > this.#letters.length) {
      const size = Math.max(end, this.#letters.length * 2);
      this.#letters = new Uint16Array(this.#letters.buffer.transfer(size * 2));
    }
    const letters = this.#letters;
    for (let i = 0, at = this.#length; at < end; i += 1, at += 1) letters[at] = text.charCodeAt(i);
    this.#length = end;
    this.#ends[id] = end;
    this.#hashes[id] = hash;
    this.#size = id + 1;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    else put(this.#slots, hash, id);
    return id;
  }

  /** Completes the data; nothing may be added or looked for afterwards. */
  *finish(): Steps<StringTableData> {
    const parts: string[] = [];
    for (let from = 0; from < this.#length; from += PIECE) {
      const end = Math.min(this.#length, from + PIECE);
      parts.push(Reflect.apply(String.fromCharCode, undefined, this.#letters.subarray(from, end)));
      yield;
    }
    free(this.#letters, this.#hashes);
    return { pool: parts.join(''), ends: resized(this.#ends, this.#size), slots: this.#slots };
  }

  /** Forgets the strings. */
  free(): void {
    free(this.#letters, this.#ends, this.#hashes, this.#slots);
  }

  #is(id: number, text: string, start: number, end: number): boolean {
    const from = id === 0 ? 0 : (this.#ends[id - 1] ?? 0);
    if ((this.#ends[id] ?? 0) - from !== end - start) return false;
    const offset = from - start;
    const letters = this.#letters;
    for (let i = start; i < end; i += 1) if (letters[offset + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  #rehash(): void {
    const size = this.#slots.length * 2;
    free(this.#slots);
    this.#slots = new Uint32Array(size);
    for (let id = 0; id < this.#size; id += 1) put(this.#slots, this.#hashes[id] ?? 0, id);
  }
}

function put(slots: Uint32Array, hash: number, id: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = id + 1;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
