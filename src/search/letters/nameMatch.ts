import { distance } from './distance.ts';
import { type Onset, onsetsOf, patternFit } from './initials.ts';
import { letterCosts } from './letterCosts.ts';
import { soundCosts } from './soundCosts.ts';
import { countConsonants, type Spelling } from './spelling.ts';

/** How a typed text matches a name. */
export interface NameMatch {
  /** 0 to 1. */
  readonly score: number;
  readonly how: 'same' | 'beginning' | 'word' | 'part' | 'typo' | 'sound' | 'initials';
}

const NONE: NameMatch = { score: 0, how: 'part' };
const FAR = 1e6;
const SILENCE: readonly number[] = [];

/** Compares a typed text with a name by letters: equal, contained, or with typos. */
function matchLetters(typed: Spelling, name: Spelling): NameMatch {
  const n = typed.letters.length;
  const m = name.letters.length;
  if (n === 0 || m === 0) return NONE;
  if (typed.keys === name.keys) return { score: 1, how: 'same' };
  if (n < m) {
    const at = name.keys.indexOf(typed.keys);
    if (at === 0) return { score: 0.8 + (0.18 * n) / m, how: 'beginning' };
    if (at > 0 && startsWord(typed, name)) return { score: 0.68 + (0.2 * n) / m, how: 'word' };
    if (at > 0 && n >= 4) return { score: 0.58 + (0.2 * n) / m, how: 'part' };
  }
  if (n < 3) return NONE;
  const limit = Math.max(0.75, 0.3 * Math.min(n, m));
  let score = 0;
  if (Math.abs(n - m) < limit * 2) {
    const cost = distance(typed.letters, name.letters, letterCosts, limit);
    if (cost <= limit) score = 1 - (1.1 * cost) / Math.min(n, m);
  }
  if (n >= 4 && m > n) {
    const most = 0.8 + (0.17 * n) / m;
    const room = Math.min(limit, ((most - Math.max(score, 0.5)) * n) / 1.5);
    const cost = room < 0 ? FAR : distance(typed.letters, name.letters, letterCosts, room, true);
    if (cost <= room) score = Math.max(score, most - (1.5 * cost) / n);
  }
  return score > 0.5 ? { score, how: 'typo' } : NONE;
}

function startsWord(typed: Spelling, name: Spelling): boolean {
  return name.starts.some((start) => start > 0 && name.keys.startsWith(typed.keys, start));
}

/**
 * Compares by sound: `쿠브플로우` with `Kubeflow`, `엣지` with `에지`.
 * @param least matches that score lower are not computed.
 */
export function matchSounds(typed: Spelling, name: Spelling, least = 0.5): NameMatch {
  let best = least;
  // Between two Latin names, spelling is a better signal than sound.
  if (!typed.hangul && !name.hangul) return NONE;
  for (let i = 0; i < typed.sounds.length; i += 1) {
    const heard = typed.sounds[i] ?? SILENCE;
    const mass = typed.masses[i] ?? 0;
    const short = countConsonants(heard) < 2 && heard.length < 4;
    for (let j = 0; j < name.sounds.length; j += 1) {
      const said = name.sounds[j] ?? SILENCE;
      if (best < 0.97 && heard.length > 2 && isSame(heard, said)) best = 0.97;
      // Such a short word sounds like too many others.
      if (short || said.length === 0) continue;
      const own = name.masses[j] ?? 0;
      const less = Math.min(mass, own);
      // A cost above this limit cannot improve the best score.
      const room = Math.min(mass * 0.4, ((0.97 - best) * less) / 1.05);
      if (room >= 0 && Math.abs(own - mass) <= mass * 0.4) {
        const cost = distance(heard, said, soundCosts, room);
        if (cost <= room) best = Math.max(best, 0.97 - (1.05 * cost) / less);
      }
      const most = 0.78 + (0.17 * mass) / own;
      const open = Math.min(mass * 0.4, ((most - best) * mass) / 1.3);
      if (open >= 0 && own > mass && heard.length >= 3) {
        const cost = distance(heard, said, soundCosts, open, true);
        if (cost <= open) best = Math.max(best, most - (1.3 * cost) / mass);
      }
    }
  }
  return best > least ? { score: best, how: 'sound' } : NONE;
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((code, i) => code === b[i]);
}

/** Compares initials with those of a name: `ㅋㅂㅍㄹㅇ` with `Kubeflow`. */
export function matchInitials(pattern: readonly number[], name: Spelling): NameMatch {
  const onsets = onsetsCached(name);
  if (onsets.length === 0) return NONE;
  const { whole, prefix } = patternFit(pattern, onsets, 0);
  let score = 0;
  if (whole < 1.3) score = 0.97 - whole * 0.48;
  const share = Math.min(1, pattern.length / onsets.length);
  if (prefix < 1.3) score = Math.max(score, 0.74 + 0.18 * share - prefix * 0.4);
  if (score < 0.6) {
    for (const start of wordOnsets(name)) {
      const inside = patternFit(pattern, onsets, start);
      const best = Math.min(inside.whole, inside.prefix + 0.05);
      if (best < 1.3) score = Math.max(score, 0.64 + 0.18 * share - best * 0.4);
    }
  }
  return score > 0.3 ? { score, how: 'initials' } : NONE;
}

const onsets = new WeakMap<Spelling, Onset[]>();

function onsetsCached(name: Spelling): Onset[] {
  const known = onsets.get(name);
  if (known !== undefined) return known;
  const made = onsetsOf(name.tokens);
  onsets.set(name, made);
  return made;
}

/** Start of the second and later words of a name, among its onsets. */
export function wordOnsets(name: Spelling): number[] {
  const out: number[] = [];
  let at = 0;
  for (const [i, token] of name.tokens.entries()) {
    if (at > 0) out.push(at);
    if (i < name.tokens.length - 1) at += onsetsOf([token]).length;
  }
  return out;
}

/** The better of the letter match and the sound match. */
export function matchName(typed: Spelling, name: Spelling): NameMatch {
  const letters = matchLetters(typed, name);
  if (letters.how !== 'typo' && letters.score > 0) return letters;
  const sounds = matchSounds(typed, name, Math.max(0.5, letters.score));
  return sounds.score > letters.score ? sounds : letters;
}

/** What a word must be to be known in spite of a slip, or of how it is spelled: alone, and beside others that are the same. */
interface Tolerance {
  /** Fewest keys. */
  readonly keys: number;
  /** What slips may cost in one or two syllables, and in a short word. */
  readonly syllables: number;
  readonly slip: number;
  /** What may be heard otherwise: the part of a phonetic weight from which on anything may. */
  readonly misheard: number;
  readonly heavy: number;
  /** Fewest syllables, and the least phonetic weight, of what is known by its sound alone. */
  readonly audible: { readonly syllables: number; readonly weight: number };
}
const ALONE: Tolerance = {
  keys: 5,
  syllables: 0.45,
  slip: 0.9,
  misheard: 0.1,
  heavy: 2.4,
  audible: { syllables: 3, weight: 1.8 },
};
const BESIDE: Tolerance = {
  keys: 3,
  syllables: 1.05,
  slip: 1.05,
  misheard: 0.2,
  heavy: 0,
  audible: { syllables: 1, weight: 0 },
};
/** What slips may cost in a long word, by its keys. */
const SLIPS = { least: 0.4, each: 0.1, most: 2.2 } as const;
const MOST_MISHEARD = 1.2;
/** Keys from which on a word is long: then its first letter may be another one, too. */
const LONG = 8;
const FEW_SYLLABLES = 2;

/**
 * How alike two names are as wholes: 1 where they are the same, 0 where one is hardly a slip or another spelling of the
 * other, however it begins.
 * @param beside true for a word of a name whose other words are the same: then less of it suffices
 */
export function likeness(typed: Spelling, name: Spelling, beside = false): number {
  if (typed.keys === name.keys) return 1;
  const tolerance = beside ? BESIDE : ALONE;
  return Math.max(likenessOfLetters(typed, name, tolerance), likenessOfSounds(typed, name, tolerance));
}

function likenessOfLetters(typed: Spelling, name: Spelling, tolerance: Tolerance): number {
  const { letters, hangul, text } = typed;
  const keys = Math.min(letters.length, name.letters.length);
  if (keys < tolerance.keys) return 0;
  if (keys < LONG && tolerance === ALONE && !hangul && letters[0] !== name.letters[0]) return 0;
  const limit =
    hangul && text.length <= FEW_SYLLABLES
      ? tolerance.syllables
      : keys < LONG
        ? tolerance.slip
        : Math.min(SLIPS.most, SLIPS.least + SLIPS.each * keys);
  const cost = distance(letters, name.letters, letterCosts, limit);
  return cost <= limit ? 1 - cost / keys : 0;
}

/** Only Hangul and Katakana write what is heard: `chip` is no `씨피유`. */
function likenessOfSounds(typed: Spelling, name: Spelling, { audible, misheard, heavy }: Tolerance): number {
  if (!typed.hangul || typed.text.length < audible.syllables) return 0;
  let best = 0;
  typed.sounds.forEach((heard, i) => {
    name.sounds.forEach((said, j) => {
      const weight = Math.min(typed.masses[i] ?? 0, name.masses[j] ?? 0);
      if (weight < audible.weight) return;
      const limit = weight < heavy ? 0 : Math.min(MOST_MISHEARD, misheard * weight);
      const cost = distance(heard, said, soundCosts, limit);
      if (cost <= limit) best = Math.max(best, 1 - cost / weight);
    });
  });
  return best;
}
