import { isSyllable, syllableParts } from './hangul.ts';
import { INITIALS as INITIAL_LETTERS } from './jamo.ts';

/** The phonetic alphabet: sounds that Korean distinguishes in both Korean and English words. Code 0 is an edge. */
const ALPHABET = ' KTPSJLMNGHWYAEIOUX';
const code = (letter: string): number => ALPHABET.indexOf(letter);
/** Letters of the phonetic alphabet as codes. */
export const codes = (letters: string): readonly number[] => [...letters].map(code);

export const PHONEMES = ALPHABET.length;
export const FIRST_VOWEL = code('A');
export const GLIDES: ReadonlySet<number> = new Set(codes('WY'));
/** Sounds that may end a Korean syllable. */
export const CODAS: ReadonlySet<number> = new Set(codes('MNGL'));
/** The sound of h, which a Korean transcription may or may not write as a syllable of its own. */
export const H = code('H');

const INITIALS = [
  'K',
  'K',
  'N',
  'T',
  'T',
  'L',
  'M',
  'P',
  'P',
  'S',
  'S',
  '',
  'J',
  'J',
  'J',
  'K',
  'T',
  'P',
  'H',
].map(codes);
const MEDIALS = [
  'A',
  'E',
  'YA',
  'YE',
  'X',
  'E',
  'YX',
  'YE',
  'O',
  'WA',
  'WE',
  'WE',
  'YO',
  'U',
  'WX',
  'WE',
  'WI',
  'YU',
  '',
  'XI',
  'I',
].map(codes);
const FINALS = [
  '',
  'K',
  'K',
  'K',
  'N',
  'N',
  'N',
  'T',
  'L',
  'K',
  'M',
  'L',
  'L',
  'L',
  'P',
  'L',
  'M',
  'P',
  'P',
  'T',
  'T',
  'G',
  'T',
  'T',
  'K',
  'T',
  'P',
  'H',
].map(codes);

/** The sounds of a word in Hangul. The vowel ㅡ, which only holds consonants apart, is left out. */
export function soundsOfHangul(word: string): number[] {
  const out: number[] = [];
  const put = (sound: number): void => {
    const last = out[out.length - 1];
    // 플로우 is written with two ㄹ and pronounced with one.
    if (sound === last && sound === code('L')) return;
    // A glide after ㅅ and ㅈ is silent: 션, 쥬.
    if (GLIDES.has(sound) && sound === code('Y') && (last === code('S') || last === code('J'))) return;
    out.push(sound);
  };
  let closed = false;
  for (let i = 0; i < word.length && out.length < 60; i += 1) {
    const unit = word.charCodeAt(i);
    if (!isSyllable(unit)) {
      for (const sound of LONE[word[i] ?? ''] ?? []) put(sound);
      continue;
    }
    const [initial, medial, final] = syllableParts(unit);
    for (const sound of INITIALS[initial] ?? []) {
      // A final before a sibilant is silent: 엣지, 캣치.
      if (closed && (sound === code('J') || sound === code('S') || sound === code('T'))) out.pop();
      put(sound);
    }
    for (const sound of MEDIALS[medial] ?? []) put(sound);
    for (const sound of FINALS[final] ?? []) put(sound);
    closed = FINALS[final]?.[0] === code('T');
  }
  return out;
}

/** Lone consonants, as in a word that is still being typed. */
const LONE: Readonly<Record<string, readonly number[]>> = Object.fromEntries(
  [...INITIAL_LETTERS].map((jamo, i) => [jamo, INITIALS[i] ?? []]),
);

/** The consonant skeleton of sounds: equal where only vowels differ. */
export function skeletonOf(sounds: readonly number[]): number[] {
  return sounds.filter((sound) => sound < FIRST_VOWEL && !GLIDES.has(sound));
}
