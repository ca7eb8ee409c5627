import type { Doc, Variant } from '../../index/documents.ts';
import type { WordMatch } from '../wordMatch.ts';
import { keyIn, type PositionalIndex, positionalIndexOf } from './positionalIndex.ts';
import { KIND, type QueryKeys } from './queryKeys.ts';

/** How closely a section's text holds a query: each 0 to 1, but for `length`. */
export interface Closeness {
  /** Share of the query in the section. */
  readonly held: number;
  /** Share of it in one sentence, and in two that follow each other. */
  readonly sentence: number;
  readonly pair: number;
  /** Share of its neighbouring words that are neighbours in the text. */
  readonly seams: number;
  /** Share of its numbers, with their counters. */
  readonly numbers: number;
  /** How much of the order of its words the best sentence keeps. */
  readonly order: number;
  /** Logarithm of the text's length beside that of a usual section: long texts hold many words by chance. */
  readonly length: number;
}

export const NO_CLOSENESS: Closeness = {
  held: 0,
  sentence: 0,
  pair: 0,
  seams: 0,
  numbers: 0,
  order: 0,
  length: 0,
};

/** UTF-16 units at which the length saturates. */
const LONG = 8_000;
const USUAL = 500;
/** Its lower bound: that a text is shorter says nothing. */
const SHORT = 350;
/** How much a word counts that stands in the text in other letters alone. */
const REWORDED = 0.6;

/** What is known of the words of the query without reading the text. */
export interface KnownWords {
  /** For each: how surely a word of the section stands for it, 0 to 1, where its value is not 0. */
  readonly matches: readonly Pick<WordMatch, 'value' | 'weight'>[];
  /** A bit for each: set where a heading or another name of the section holds it: then all of the text is about it. */
  readonly headed: number;
}

/** 0 to 1: how surely a word of the section stands for one of the query. */
function surenessOf({ matches }: KnownWords, word: number): number {
  const match = matches[word];
  return match === undefined || match.value <= 0 ? 0 : match.weight;
}

const isHeaded = ({ headed }: KnownWords, word: number): boolean => ((headed >>> word) & 1) === 1;

export function closenessOf({ variants }: Doc, query: QueryKeys, known: KnownWords): Closeness {
  let best = NO_CLOSENESS;
  let most = Number.NEGATIVE_INFINITY;
  for (const variant of variants) {
    const found = read(variant, query, known);
    const value = found.held + found.sentence;
    if (value <= most) continue;
    most = value;
    best = found;
  }
  return best;
}

/** Of fewer words, their order says less. */
const FEW = 3;

/** What each sentence holds of the query, and what of it the one before does not. Grow with the longest text. */
let held = new Float64Array(64);
let fresh = new Float64Array(64);
/** 1 for the words of the query that were found. */
const words = new Uint8Array(256);
/** For each key of the query: where its hits begin in the text, and where its places end; both 0 for none. */
const firsts = new Uint32Array(256);
const ends = new Uint32Array(256);

function read(variant: Variant, query: QueryKeys, known: KnownWords): Closeness {
  const text = positionalIndexOf(variant);
  const { keys, weights, kinds, perWord, total } = query;
  const { starts, sentences, count } = text;
  if (count > held.length) {
    held = new Float64Array(count * 2);
    fresh = new Float64Array(count * 2);
  }
  held.fill(0, 0, count);
  fresh.fill(0, 0, count);
  words.fill(0);
  /** Of the query: all that was found, and what headings hold: all of the text is about that. */
  let all = 0;
  let base = 0;
  let seams = 0;
  let numbers = 0;
  for (let i = 0; i < keys.length; i += 1) {
    const word = query.words[i] ?? 0;
    const kind = kinds[i] ?? 0;
    let weight = weights[i] ?? 0;
    // What headings hold in other letters too is found before the text is read.
    let headed = isHeaded(known, word) && (kind !== KIND.seam || isHeaded(known, word + 1));
    const paired = kind === KIND.first || kind === KIND.pair;
    const id = headed || (paired && !text.syllables) ? -1 : keyIn(text, keys[i] ?? 0);
    let at = 0;
    let end = 0;
    firsts[i] = 0;
    ends[i] = 0;
    if (headed) weight *= surenessOf(known, word);
    else {
      if (id < 0) continue;
      at = starts[id] ?? 0;
      end = starts[id + 1] ?? 0;
      while (at < end && !isHit(text, query, i, at)) at += 1;
      if (at === end) continue;
      firsts[i] = at;
      ends[i] = end;
      headed = sentences[at] === 0;
    }
    if (kind === KIND.seam) {
      seams += 1;
      continue;
    }
    all += weight;
    words[word] = 1;
    if (kind === KIND.number) numbers += 1;
    if (headed) {
      base += weight;
      continue;
    }
    let before = 0;
    for (; at < end; at += 1) {
      const sentence = sentences[at] ?? 0;
      if (sentence === before || !isHit(text, query, i, at)) continue;
      held[sentence] = (held[sentence] ?? 0) + weight;
      if (sentence !== before + 1) fresh[sentence] = (fresh[sentence] ?? 0) + weight;
      before = sentence;
    }
  }
  let best = 0;
  let most = 0;
  let pair = 0;
  for (let sentence = 1; sentence < count; sentence += 1) {
    const here = held[sentence] ?? 0;
    if (here > most) {
      most = here;
      best = sentence;
    }
    if (sentence > 1) pair = Math.max(pair, (held[sentence - 1] ?? 0) + (fresh[sentence] ?? 0));
  }
  let other = 0;
  for (let word = 0; word < perWord.length; word += 1)
    if (words[word] === 0) other += REWORDED * surenessOf(known, word) * (perWord[word] ?? 0);
  const whole = total || 1;
  return {
    held: (all + other) / whole,
    sentence: (base + other + most) / whole,
    pair: (base + other + pair) / whole,
    seams: seams / Math.max(FEW, query.seams),
    numbers: query.numbers === 0 ? 0 : numbers / query.numbers,
    order: orderIn(text, query, known, best),
    length: Math.log(Math.min(LONG, Math.max(SHORT, variant.section.text.length)) / USUAL),
  };
}

/** True where a place is one of a key: a pair of syllables stands together. */
function isHit(text: PositionalIndex, { kinds }: QueryKeys, i: number, at: number): boolean {
  const kind = kinds[i] ?? 0;
  return (kind !== KIND.first && kind !== KIND.pair) || ((text.places[at] ?? 0) & 1) === 0;
}

/** Where the beginning of each word of the query stands in a sentence, from 1; 0 for words that it does not hold. */
const places = new Uint16Array(256);

/** Share of the query's neighbouring words that stand in a sentence in its order; those of headings stand everywhere. */
function orderIn(text: PositionalIndex, query: QueryKeys, known: KnownWords, sentence: number): number {
  const { keys, kinds } = query;
  const count = query.perWord.length;
  places.fill(0, 0, count);
  for (let i = 0; sentence > 0 && i < keys.length; i += 1) {
    const kind = kinds[i] ?? 0;
    const first = firsts[i] ?? 0;
    const end = ends[i] ?? 0;
    // What a heading says was found there.
    if (kind === KIND.pair || kind === KIND.seam || first === end || text.sentences[first] === 0) continue;
    for (let at = first; at < end; at += 1) {
      if (text.sentences[at] !== sentence || !isHit(text, query, i, at)) continue;
      const word = query.words[i] ?? 0;
      const place = (text.places[at] ?? 0) + 1;
      if (places[word] === 0 || place < (places[word] ?? 0)) places[word] = place;
      break;
    }
  }
  let kept = 0;
  let last = 0;
  for (let word = 0; word < count; word += 1) {
    const place = places[word] ?? 0;
    if (isHeaded(known, word)) kept += word > 0 ? 1 : 0;
    else if (place > 0) {
      if (word > 0 && place > last) kept += last > 0 || isHeaded(known, word - 1) ? 1 : 0;
      last = place;
    }
  }
  return kept / Math.max(FEW, count - 1);
}
