import { englishStem } from '../../words/english.ts';
import { koreanStems } from '../../words/korean.ts';
import type { Query } from '../query.ts';

/**
 * What a query looks up in the positional index of a text: pairs of neighbouring syllables, Latin words without their
 * endings, numbers with their counters, and the seams between neighbouring words. One array a property, in one order.
 */
export interface QueryKeys {
  /** Of each key: its hash, its weight, its word, and its `KIND`. */
  readonly keys: Uint32Array;
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
/** Most keys of one query: they are counted in bytes. */
const MOST = 250;

const SEAM = 0x5bd1e995;

/** A hash of letters and digits, extended one by one (FNV-1a). */
export const extendHash = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193) >>> 0;
/** The hash of nothing yet. */
export const HASH_SEED = 0x811c9dc5;
export const pairKey = (a: number, b: number): number => ((a << 16) | b) >>> 0;
const seamKey = (a: number, b: number): number => (pairKey(a, b) ^ SEAM) >>> 0;

interface QueryKey {
  readonly key: number;
  readonly weight: number;
  readonly word: number;
  readonly kind: number;
}

const NO_KEY: QueryKey = { key: 0, weight: 0, word: 0, kind: 0 };

/** The keys of a query. @param rarities 0 to 1, for each word of the query. */
export function queryKeysOf({ text, words }: Query, rarities: readonly number[]): QueryKeys {
  const lower = text.toLowerCase();
  const made = new Map<number, QueryKey>();
  const add = (key: number, weight: number, word: number, kind: number): void => {
    if (key === 0 || made.size >= MOST || (made.get(key)?.weight ?? 0) >= weight) return;
    made.set(key, { key, weight, word, kind });
  };
  const latin: string[] = [];
  let numbers = 0;
  let seams = 0;
  words.forEach(({ token, hint }, at) => {
    if (hint) return;
    const rarity = rarities[at] ?? 1;
    const { text: word, script } = token;
    if (script === 'latin') {
      const stem = englishStem(word);
      latin.push(stem);
      add(hashOf(stem), LATIN * rarity, at, KIND.latin);
    } else if (script === 'number') {
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
  const all = [...made.values()];
  const keys = new Uint32Array(all.length);
  const weights = new Float32Array(all.length);
  const owners = new Uint8Array(all.length);
  const kinds = new Uint8Array(all.length);
  const perWord = new Float32Array(words.length);
  let total = 0;
  for (let i = 0; i < all.length; i += 1) {
    const { key, weight, word, kind } = all[i] ?? NO_KEY;
    keys[i] = kind === KIND.seam ? key ^ SEAM : key;
    weights[i] = weight;
    owners[i] = word;
    kinds[i] = kind;
    if (kind === KIND.seam) continue;
    perWord[word] = (perWord[word] ?? 0) + weight;
    total += weight;
  }
  return {
    keys,
    weights,
    words: owners,
    kinds,
    perWord,
    total,
    numbers,
    seams,
  };
}

function hashOf(text: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < text.length; i += 1) hash = extendHash(hash, text.charCodeAt(i));
  return hash;
}

/** A number without the commas in it, and the counter that follows it: `4월`. */
function numberAt(text: string, start: number): string {
  const [, digits = '', counter = ''] =
    /^([0-9][0-9,.]*[0-9]|[0-9])([가-힣]?)/u.exec(text.slice(start)) ?? [];
  return digits.replaceAll(',', '') + counter;
}
