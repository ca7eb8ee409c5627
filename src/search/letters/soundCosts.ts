import type { Costs } from './distance.ts';
import { FIRST_VOWEL, PHONEMES } from './phonemes.ts';

const ALPHABET = ' KTPSJLMNGHWYAEIOUX';

/** Sounds that Hangul interchanges when it transcribes English, and their costs. */
const NEAR: Readonly<Record<string, number>> = {
  SJ: 0.3,
  TJ: 0.5,
  ST: 0.4,
  KJ: 0.5,
  KS: 0.5,
  NG: 0.25,
  KG: 0.5,
  LN: 0.7,
  AX: 0.15,
  OX: 0.15,
  UX: 0.2,
  EX: 0.2,
  IX: 0.3,
  AE: 0.2,
  AO: 0.25,
  EI: 0.2,
  OU: 0.2,
  UW: 0.1,
  IY: 0.1,
  AI: 0.35,
  AU: 0.3,
};

/** Costs of sound differences: vowels little, consonants much. */
export const soundCosts: Costs = (() => {
  const size = PHONEMES;
  const swap = new Float32Array(size * size).fill(1);
  const gap = new Float32Array(size).fill(0.9);
  for (let a = FIRST_VOWEL; a < size; a += 1) {
    gap[a] = 0.3;
    for (let b = FIRST_VOWEL; b < size; b += 1) swap[a * size + b] = 0.35;
  }
  const light: Readonly<Record<string, number>> = {
    X: 0.2,
    W: 0.2,
    Y: 0.15,
    H: 0.35,
    L: 0.4,
    U: 0.2,
    G: 0.5,
    T: 0.55,
  };
  for (const [letter, cost] of Object.entries(light)) gap[ALPHABET.indexOf(letter)] = cost;
  for (const [letters, cost] of Object.entries(NEAR)) {
    const a = ALPHABET.indexOf(letters.slice(0, 1));
    const b = ALPHABET.indexOf(letters.slice(1));
    swap[a * size + b] = cost;
    swap[b * size + a] = cost;
  }
  for (let a = 0; a < size; a += 1) swap[a * size + a] = 0;
  return { size, swap, gap, turn: 0.9, again: 0.2, least: 0.25 };
})();
