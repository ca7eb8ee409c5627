import type { Costs } from './distance.ts';
import { keyOf, LETTER_CODES, lettersOf } from './hangul.ts';

const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Letters that are confused by sound. */
const ALIKE = [
  'ㄱㅋ',
  'ㄱㄲ',
  'ㅋㄲ',
  'ㄷㅌ',
  'ㄷㄸ',
  'ㅌㄸ',
  'ㅂㅍ',
  'ㅂㅃ',
  'ㅍㅃ',
  'ㅅㅆ',
  'ㅈㅊ',
  'ㅈㅉ',
  'ㅐㅔ',
  'ㅒㅖ',
  'ㅔㅖ',
  'ㅓㅏ',
  'ㅗㅜ',
  'ㅗㅓ',
  'ㅡㅜ',
  'ㅡㅓ',
  'ㅕㅓ',
  'ㅛㅗ',
  'ㅠㅜ',
  'ㅑㅏ',
  'ㅅㄷ',
  'ㄴㅇ',
  'ck',
  'sz',
  'sc',
  'ie',
  'ea',
  'ao',
  'iy',
  'pb',
  'td',
  'gj',
  'vb',
  'fp',
  'lr',
  'mn',
  'ou',
  'qk',
  'xs',
  'uw',
];

function place(key: string): readonly [number, number] | undefined {
  const y = ROWS.findIndex((keys) => keys.includes(key));
  return y < 0 ? undefined : [(ROWS[y]?.indexOf(key) ?? 0) + y * 0.4, y];
}

/** Costs of typos: neighbouring keys and letters that sound alike cost less than others. */
export const letterCosts: Costs = (() => {
  const size = LETTER_CODES;
  const swap = new Float32Array(size * size).fill(1);
  const set = (a: number, b: number, cost: number): void => {
    swap[a * size + b] = Math.min(swap[a * size + b] ?? 1, cost);
    swap[b * size + a] = Math.min(swap[b * size + a] ?? 1, cost);
  };
  for (let a = 1; a < 70; a += 1) {
    const keyA = keyOf(a);
    const placeA = keyA === undefined ? undefined : place(keyA);
    for (let b = 1; b < 70; b += 1) {
      const keyB = keyOf(b);
      const placeB = keyB === undefined ? undefined : place(keyB);
      if (placeA === undefined || placeB === undefined || a < 34 !== b < 34) continue;
      const far = Math.hypot(placeA[0] - placeB[0], placeA[1] - placeB[1]);
      if (far < 1.3) set(a, b, far === 0 ? 0.4 : 0.7);
    }
  }
  for (const pair of ALIKE) {
    const [a, b] = lettersOf(pair);
    if (a !== undefined && b !== undefined) set(a, b, 0.45);
  }
  for (let a = 0; a < size; a += 1) swap[a * size + a] = 0;
  return { size, swap, gap: new Float32Array(size).fill(0.85), turn: 0.7, again: 0.4, least: 0.6 };
})();
