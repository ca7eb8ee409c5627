import { isJamo, isSyllable } from './hangul.ts';
import { compose, decompose } from './jamo.ts';

/** Longest text that is converted to the other keyboard layout. */
const LIMIT = 100;

const LATIN = 'qwertyuiopasdfghjklzxcvbnmQWERTOP';
const HANGUL = 'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ';

/**
 * A text as it would have come out in the other keyboard layout: `qlrznjfl` as `빅쿼리`, `ㅡㅣ` as `ml`. Undefined
 * where that is implausible: both scripts, neither, or Latin keys that leave loose jamo.
 */
export function otherLayout(text: string): string | undefined {
  const typed = text.slice(0, LIMIT).trim();
  let latin = 0;
  let hangul = 0;
  let loose = 0;
  for (let i = 0; i < typed.length; i += 1) {
    const unit = typed.charCodeAt(i);
    if (isSyllable(unit) || isJamo(unit)) hangul += 1;
    if (isJamo(unit)) loose += 1;
    else if ((unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)) latin += 1;
  }
  if (latin > 1 && hangul === 0) return toHangul(typed);
  // English text leaves loose jamo between Korean syllables, except in very short words.
  if (hangul > 0 && latin <= hangul && (loose > 0 || hangul <= 3)) return toLatin(typed);
  return undefined;
}

function toLatin(typed: string): string {
  let out = '';
  for (const letter of decompose(typed)) {
    const at = HANGUL.indexOf(letter);
    out += at < 0 ? letter : (LATIN[at] ?? letter).toLowerCase();
  }
  return out;
}

function toHangul(typed: string): string | undefined {
  let letters = '';
  for (const [at, key] of [...typed].entries()) {
    // Only seven keys differ with shift; a capital at the start of a word is a habit of the other layout.
    const shifted = 'QWERTOP'.includes(key) && /[a-z]/.test(typed[at - 1] ?? '');
    const place = LATIN.indexOf(shifted ? key : key.toLowerCase());
    letters += place < 0 ? key : (HANGUL[place] ?? key);
  }
  const read = compose(letters);
  let syllables = 0;
  let loose = 0;
  for (let i = 0; i < read.length; i += 1) {
    const unit = read.charCodeAt(i);
    if (isSyllable(unit)) syllables += 1;
    else if (isJamo(unit)) loose += 1;
  }
  // The last jamo may be the start of an incomplete syllable; lone consonants may be initials.
  const last = isJamo(read.charCodeAt(read.length - 1)) ? 1 : 0;
  if (syllables >= 1 && loose - last <= syllables / 4) return read;
  return syllables === 0 && /^[ㄱ-ㅎ\s]+$/.test(read) ? read : undefined;
}
