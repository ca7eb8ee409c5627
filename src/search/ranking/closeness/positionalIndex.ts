import type { Section } from '#library/model.ts';
import type { Variant } from '../../index/documents.ts';
import { inUsualWidth } from '../../letters/segments.ts';
import { extendHash, HASH_SEED, pairKey } from './queryKeys.ts';

/**
 * Where neighbouring letters, Latin words and numbers stand in a section and in what stands above it: made once, so
 * that a query looks up its own few instead of reading the text.
 */
export interface PositionalIndex {
  readonly keys: Uint32Array;
  /** Open hash table of the places in `keys`, from 1; 0 for none. */
  readonly slots: Uint16Array;
  /** Where the places of each key begin; one more at the end. */
  readonly starts: Uint16Array;
  /** Places, ascending for each key: the letter twice, and one more where a space stands before it. */
  readonly places: Uint16Array;
  /** The sentence of each place, from 1; 0 for headings. */
  readonly sentences: Uint16Array;
  /** Number of sentences, and of headings. */
  readonly count: number;
  /** False where no two syllables stand together, as in English. */
  readonly syllables: boolean;
}

/** Letters of a text, and of a heading, that are read: together few enough for 16 bits. */
const READ = 8_000;
const READ_OF_HEADING = 1_500;
/** Letters that an English ending has at most: those that a Latin word may have beyond its stem. */
const LONGEST_ENDING = 4;
/** Letters of the texts that are kept, those looked at last; once more for those before. */
const KEPT = 500_000;

/** Place of a key in a text, or -1. */
export function keyIn({ keys, slots }: PositionalIndex, key: number): number {
  const mask = slots.length - 1;
  for (let slot = slotOf(key) & mask; ; slot = (slot + 1) & mask) {
    const at = (slots[slot] ?? 0) - 1;
    if (at < 0 || keys[at] === key) return at;
  }
}

const slotOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> 15;

interface CachedIndex {
  readonly post: Variant['post'];
  readonly index: PositionalIndex;
}
let young = new WeakMap<Section, CachedIndex>();
let old = new WeakMap<Section, CachedIndex>();
let letters = 0;

/** The index of a section as one post tells it. */
export function positionalIndexOf(variant: Variant): PositionalIndex {
  const { section, post } = variant;
  const known = young.get(section);
  if (known?.post === post) return known.index;
  const before = old.get(section);
  const index = before?.post === post ? before.index : readPositions(variant);
  letters += Math.min(READ, section.text.length);
  if (letters > KEPT) {
    old = young;
    young = new WeakMap();
    letters = section.text.length;
  }
  young.set(section, { post, index });
  return index;
}

/** What was read last, in the order of the text: three numbers a place. Grows with the longest text. */
let read = new Uint32Array(3 * 4_096);
let size = 0;
let sentence = 0;
let syllables = false;
/** Letters of the headings before. */
let offset = 0;

function readPositions({ post, section, ancestors }: Variant): PositionalIndex {
  size = 0;
  sentence = 0;
  syllables = false;
  offset = 0;
  for (const { name } of [section, ...ancestors]) scan(name, READ_OF_HEADING);
  scan(post.title, READ_OF_HEADING);
  sentence = 1;
  scan(section.text, READ);
  return tableOf();
}

function add(key: number, at: number, apart: boolean): void {
  if (size + 3 > read.length) {
    const more = new Uint32Array(read.length * 2);
    more.set(read);
    read = more;
  }
  read[size] = key;
  read[size + 1] = 2 * (offset + at) + (apart ? 1 : 0);
  read[size + 2] = sentence;
  size += 3;
}

function tableOf(): PositionalIndex {
  const all = size / 3;
  const slots = new Uint16Array(1 << (33 - Math.clz32(all + 1)));
  const mask = slots.length - 1;
  const ids = new Uint16Array(all);
  const keys = new Uint32Array(all);
  const starts = new Uint16Array(all + 1);
  let known = 0;
  for (let i = 0; i < all; i += 1) {
    const key = read[3 * i] ?? 0;
    let slot = slotOf(key) & mask;
    let id = (slots[slot] ?? 0) - 1;
    while (id >= 0 && keys[id] !== key) {
      slot = (slot + 1) & mask;
      id = (slots[slot] ?? 0) - 1;
    }
    if (id < 0) {
      id = known;
      keys[id] = key;
      known += 1;
      slots[slot] = known;
    }
    ids[i] = id;
    starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  }
  for (let id = 0; id < known; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const cursor = starts.slice(0, known);
  const places = new Uint16Array(all);
  const sentences = new Uint16Array(all);
  for (let i = 0; i < all; i += 1) {
    const id = ids[i] ?? 0;
    const at = cursor[id] ?? 0;
    cursor[id] = at + 1;
    places[at] = read[3 * i + 1] ?? 0;
    sentences[at] = read[3 * i + 2] ?? 0;
  }
  return {
    keys: keys.slice(0, known),
    slots,
    starts: starts.slice(0, known + 1),
    places,
    sentences,
    count: sentence + 1,
    syllables,
  };
}

function scan(written: string, most: number): void {
  const text = inUsualWidth(written);
  const end = Math.min(most, text.length);
  /** The letter before, where it is part of a word; and whether a single space is between. */
  let before = 0;
  let apart = false;
  for (let at = 0; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x1100) {
      if (unit >= 0x3000 && unit <= 0x3002) {
        if (unit === 0x3002) endSentence();
        before = 0;
        continue;
      }
      if (before !== 0) {
        add(pairKey(before, unit), at, apart);
        syllables = true;
      }
      before = unit;
      apart = false;
    } else if (unit === 32) {
      if (apart) before = 0;
      apart = true;
    } else if (isDigit(unit)) {
      at = scanNumber(text, at, end);
      before = text.charCodeAt(at);
      apart = false;
    } else if (isLatin(unit)) {
      if (before !== 0) add(pairKey(before, unit | 32), at, apart);
      at = scanLatin(text, at, end);
      before = text.charCodeAt(at) | 32;
      apart = false;
    } else {
      before = 0;
      apart = false;
      if (ends(text, unit, at)) endSentence();
    }
  }
  offset += end;
}

function endSentence(): void {
  if (sentence > 0) sentence += 1;
}

/** Reads a Latin word and what it may be an ending of, and gives its last letter. */
function scanLatin(text: string, from: number, end: number): number {
  let to = from + 1;
  while (to < end && isLatin(text.charCodeAt(to))) to += 1;
  const least = Math.max((to - from) / 2, to - from - LONGEST_ENDING);
  let hash = HASH_SEED;
  for (let at = from; at < to; at += 1) {
    hash = extendHash(hash, text.charCodeAt(at) | 32);
    if (at + 1 - from >= least) add(hash, from, false);
  }
  return to - 1;
}

/** Reads a number, alone and with its counter, and gives its last digit. */
function scanNumber(text: string, from: number, end: number): number {
  let hash = HASH_SEED;
  let at = from;
  for (; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) hash = extendHash(hash, unit);
    else if ((unit !== 44 && unit !== 46) || !isDigit(text.charCodeAt(at + 1))) break;
    else if (unit === 46) hash = extendHash(hash, unit);
  }
  add(hash, from, false);
  const counter = text.charCodeAt(at);
  if (counter >= 0xac00 && counter <= 0xd7a3) add(extendHash(hash, counter), from, false);
  return at - 1;
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const isLatin = (unit: number): boolean =>
  ((unit | 32) >= 97 && (unit | 32) <= 122) || (unit >= 0xc0 && unit <= 0x24f);

/** True for a mark that ends a sentence: the end of a line, or a stop before a space. */
function ends(text: string, unit: number, at: number): boolean {
  if (unit === 10) return true;
  if (unit !== 46 && unit !== 33 && unit !== 63) return false;
  const next = text.charCodeAt(at + 1);
  return next === 32 || next === 10 || next === 34 || next === 39 || Number.isNaN(next);
}
