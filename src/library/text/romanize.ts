import { romanize as romanizeWord } from 'es-hangul';
import { memoize } from '../compute/memoize.ts';

const word = memoize(romanizeWord);

/** Writes Hangul in Latin letters by the official rules, word by word; everything else stays as it is. */
export function romanize(text: string): string {
  return text.normalize('NFC').replace(/[\uac00-\ud7a3]+/gu, word);
}
