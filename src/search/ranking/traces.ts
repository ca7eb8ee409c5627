import { englishStem } from '../words/english.ts';
import { koreanStems } from '../words/korean.ts';
import type { Query } from './query.ts';

/**
 * What the words of a query leave behind in a text that holds them: pairs of neighbouring syllables, Latin words without
 * their endings, numbers with their counters, and the seams between neighbouring words. Found in one pass over a text.
 */
export interface Traces {
  /** Open hash table: keys, and the trace of each slot. */
  readonly keys: Uint32Array;
  readonly slots: Uint8Array;
  /** Per trace: its weight, its word, and what it is. */
  readonly weights: Float32Array;
  readonly words: Uint8Array;
  readonly kinds: Uint8Array;
  /** Sum of the weights of each word, and of all. */
  readonly perWord: Float32Array;
  readonly total: number;
  readonly numbers: number;
  readonly seams: number;
}

export const KIND = { first: 1, pair: 2, latin: 3, number: 4, seam: 5 } as const;

/** Weights of a pair of syllables in a particle or ending, of a Latin word, and of a number; a pair in a stem has 1. */
const ENDING = 0.3;
const LATIN = 2.5;
const NUMBER = 2;
/** Most traces of one query: they are counted in bytes. */
const MOST = 250;

const SEAM = 0x5bd1e995;
const SEED = 0x811c9dc5;

/** Hashes letters and digits one by one. */
export const grow = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193) >>> 0;
export const begin = SEED;
export const pairKey = (a: number, b: number): number => ((a << 16) | b) >>> 0;
export const seamKey = (a: number, b: number): number => (pairKey(a, b) ^ SEAM) >>> 0;

/** The trace with a key, or -1. */
export function traceOf({ keys, slots }: Traces, key: number): number {
  const mask = keys.length - 1;
  for (let at = Math.imul(key, 0x9e3779b1) >>> 16; ; at += 1) {
    const known = keys[at & mask];
    if (known === key) return slots[at & mask] ?? 0;
    if (known === 0) return -1;
  }
}

interface Trace {
  readonly key: number;
  readonly weight: number;
  readonly word: number;
  readonly kind: number;
}

/** @param rarities 0 to 1, for each word of the query. */
export function tracesOf({ text, words }: Query, rarities: readonly number[]): Traces {
  const lower = text.toLowerCase();
  const made = new Map<number, Trace>();
  const add = (key: number, weight: number, word: number, kind: number): void => {
    if (key === 0 || made.size >= MOST || (made.get(key)?.weight ?? 0) >= weight) return;
    made.set(key, { key, weight, word, kind });
  };
  let numbers = 0;
  let seams = 0;
  words.forEach(({ token, hint }, at) => {
    if (hint) return;
    const rarity = rarities[at] ?? 1;
    const { text: word, script } = token;
    if (script === 'latin') add(hashOf(englishStem(word)), LATIN * rarity, at, KIND.latin);
    else if (script === 'number') {
      // Digits behind a comma or a point belong to the number before.
      if (/[0-9][.,]$/.test(lower.slice(Math.max(0, token.start - 2), token.start))) return;
      add(hashOf(numberAt(lower, token.start)), NUMBER * rarity, at, KIND.number);
      numbers += 1;
    } else {
      const stem = koreanStems(word).findLast(({ length }) => length > 1)?.length ?? word.length;
      for (let i = 0; i + 1 < word.length; i += 1)
        add(
          pairKey(word.charCodeAt(i), word.charCodeAt(i + 1)),
          rarity * (i + 2 <= stem ? 1 : ENDING),
          at,
          i === 0 ? KIND.first : KIND.pair,
        );
    }
    const next = words[at + 1];
    if (next === undefined || next.hint || next.token.start - token.end > 1) return;
    const before = made.size;
    add(seamKey(word.charCodeAt(word.length - 1), next.token.text.charCodeAt(0)), 1e-6, at, KIND.seam);
    seams += made.size - before;
  });
  return tableOf([...made.values()], words.length, numbers, seams);
}

function hashOf(text: string): number {
  let hash = begin;
  for (let i = 0; i < text.length; i += 1) hash = grow(hash, text.charCodeAt(i));
  return hash;
}

/** A number without the commas in it, and the counter that follows it: `4월`. */
function numberAt(text: string, start: number): string {
  const [, digits = '', counter = ''] =
    /^([0-9][0-9,.]*[0-9]|[0-9])([가-힣]?)/u.exec(text.slice(start)) ?? [];
  return digits.replaceAll(',', '') + counter;
}

function tableOf(traces: readonly Trace[], words: number, numbers: number, seams: number): Traces {
  const size = 1 << (35 - Math.clz32(traces.length + 1));
  const keys = new Uint32Array(size);
  const slots = new Uint8Array(size);
  const perWord = new Float32Array(words);
  let total = 0;
  traces.forEach(({ key, weight, word, kind }, trace) => {
    let at = Math.imul(key, 0x9e3779b1) >>> 16;
    while (keys[at & (size - 1)] !== 0) at += 1;
    keys[at & (size - 1)] = key;
    slots[at & (size - 1)] = trace;
    if (kind === KIND.seam) return;
    perWord[word] = (perWord[word] ?? 0) + weight;
    total += weight;
  });
  return {
    keys,
    slots,
    weights: Float32Array.from(traces, ({ weight }) => weight),
    words: Uint8Array.from(traces, ({ word }) => word),
    kinds: Uint8Array.from(traces, ({ kind }) => kind),
    perWord,
    total,
    numbers,
    seams,
  };
}
