import { decompose, FINALS, INITIALS, MEDIALS } from './jamo.ts';

/** The vowels that have a key (or shift and a key) of their own, by code from 20. */
const VOWELS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ';

/** The highest letter code plus one. */
export const LETTER_CODES = 128;
/** Code of the consonant that stands silent before a vowel. */
export const SILENT = INITIALS.indexOf('ㅇ') + 1;
/** Code of the consonant for r and l. */
export const LIQUID = INITIALS.indexOf('ㄹ') + 1;

const SYLLABLES = 0xac00;
const SYLLABLES_END = 0xd7a3;

/** True for a whole syllable such as `빅`. */
export function isSyllable(code: number): boolean {
  return code >= SYLLABLES && code <= SYLLABLES_END;
}

/** True for a single jamo such as `ㅋ` or `ㅏ`, as in an incomplete syllable. */
export function isJamo(code: number): boolean {
  return code >= 0x3131 && code <= 0x3163;
}

function jamoCodes(jamo: string): readonly number[] {
  return [...decompose(jamo)].flatMap((letter) => {
    const consonant = INITIALS.indexOf(letter);
    if (consonant >= 0) return [consonant + 1];
    const vowel = VOWELS.indexOf(letter);
    return vowel >= 0 ? [vowel + 20] : [];
  });
}

const MEDIAL_CODES = [...MEDIALS].map(jamoCodes);
const FINAL_CODES = [...FINALS].map(jamoCodes);
const JAMO_CODES = Array.from({ length: 0x3164 - 0x3131 }, (_, i) =>
  jamoCodes(String.fromCharCode(0x3131 + i)),
);

/**
 * Appends the letter codes of one UTF-16 unit: the keys that type it. Hangul is decomposed into the keys of the
 * two-set keyboard (1–33), Latin letters are 34–59, digits 60–69, other letters hash to 70–127; spaces, symbols and
 * lone surrogates have no code.
 */
function pushLetters(unit: number, out: number[]): void {
  if (isSyllable(unit)) {
    const index = unit - SYLLABLES;
    out.push(Math.floor(index / 588) + 1);
    for (const code of MEDIAL_CODES[Math.floor(index / 28) % 21] ?? []) out.push(code);
    for (const code of FINAL_CODES[index % 28] ?? []) out.push(code);
  } else if (isJamo(unit)) {
    for (const code of JAMO_CODES[unit - 0x3131] ?? []) out.push(code);
  } else if (unit >= 97 && unit <= 122) out.push(unit - 97 + 34);
  else if (unit >= 65 && unit <= 90) out.push(unit - 65 + 34);
  else if (unit >= 48 && unit <= 57) out.push(unit - 48 + 60);
  else if (unit >= 0xc0 && unit < 0xd800 && unit !== 0xd7 && !(unit >= 0x2000 && unit < 0x3041))
    out.push(70 + (unit % 58));
}

/**
 * The keys that type a text, without spaces and signs.
 * @param limit most letters that are read.
 */
export function lettersOf(text: string, limit = 96): number[] {
  const out: number[] = [];
  for (let i = 0; i < text.length && out.length < limit; i += 1) pushLetters(text.charCodeAt(i), out);
  if (out.length > limit) out.length = limit;
  return out;
}

/** The code of a syllable's first consonant (1–19), of a lone consonant, or 0 for anything else. */
export function onsetOf(unit: number): number {
  if (isSyllable(unit)) return Math.floor((unit - SYLLABLES) / 588) + 1;
  if (isJamo(unit)) {
    const code = JAMO_CODES[unit - 0x3131]?.[0] ?? 0;
    return code < 20 ? code : 0;
  }
  return 0;
}

/** A syllable as initial, medial and final index, as Unicode orders them. */
export function syllableParts(unit: number): readonly [initial: number, medial: number, final: number] {
  const index = unit - SYLLABLES;
  return [Math.floor(index / 588), Math.floor(index / 28) % 21, index % 28];
}

/** True where a text consists of lone consonants alone, such as `ㅋㅂㅍㄹㅇ` or `ㅁㅅ ㄹㄴ`. */
export function isOnsetPattern(text: string): boolean {
  return /^[ㄱ-ㅎ]{2,}$/.test(text.replaceAll(' ', ''));
}

/**
 * Removes laughter and tears: one repeated jamo (`ㅋㅋㅋ`, or `ㅠㅠ` behind words) is no name. Among other lone
 * jamo it may be part of one: `ㅍㅇㅇㅇㄷㅇㅌ`.
 */
export function withoutLaughter(text: string): string {
  if (!/[ㄱ-ㅣ]/.test(text)) return text;
  return text.replace(
    /(?<![ㄱ-ㅣ])([ㄱ-ㅣ])\1{2,}(?![ㄱ-ㅣ])|(?<=[^ㄱ-ㅣ]\s*)(?<![ㄱ-ㅣ])([ㄱ-ㅣ])\2+\s*$|(?<=[^ㄱ-ㅣ]\s*)[ㅠㅜ]+\s*$|(?<=[가-힣]\s)[ㅋㅎ]\s*$/gu,
    '',
  );
}

/** Which key types a letter code: the QWERTY letter, digit keys as digits, or undefined. */
export function keyOf(code: number): string | undefined {
  const jamo = code >= 20 && code < 34 ? VOWELS[code - 20] : INITIALS[code - 1];
  if (jamo !== undefined && code < 34) return KEYS[jamo];
  if (code >= 34 && code < 60) return String.fromCharCode(code - 34 + 97);
  if (code >= 60 && code < 70) return String.fromCharCode(code - 60 + 48);
  return undefined;
}

const KEYS: Readonly<Record<string, string>> = {
  ㅂ: 'q',
  ㅃ: 'q',
  ㅈ: 'w',
  ㅉ: 'w',
  ㄷ: 'e',
  ㄸ: 'e',
  ㄱ: 'r',
  ㄲ: 'r',
  ㅅ: 't',
  ㅆ: 't',
  ㅛ: 'y',
  ㅕ: 'u',
  ㅑ: 'i',
  ㅐ: 'o',
  ㅒ: 'o',
  ㅔ: 'p',
  ㅖ: 'p',
  ㅁ: 'a',
  ㄴ: 's',
  ㅇ: 'd',
  ㄹ: 'f',
  ㅎ: 'g',
  ㅗ: 'h',
  ㅓ: 'j',
  ㅏ: 'k',
  ㅣ: 'l',
  ㅋ: 'z',
  ㅌ: 'x',
  ㅊ: 'c',
  ㅍ: 'v',
  ㅠ: 'b',
  ㅜ: 'n',
  ㅡ: 'm',
};
