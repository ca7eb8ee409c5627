import { bigramHash } from './bigrams.ts';
import { LIQUID, onsetOf, SILENT } from './hangul.ts';
import { INITIALS } from './jamo.ts';
import { soundsOfDigits, soundsOfLatin, soundsOfLetters } from './latinSounds.ts';
import { CODAS, FIRST_VOWEL, GLIDES, H, soundsOfHangul } from './phonemes.ts';
import { isAcronym, type Token } from './tokens.ts';

/** The initial consonant of one syllable of a name, as it would be written in Hangul. */
export interface Onset {
  /** Letter code of the consonant, 0 where it is not written. */
  readonly letter: number;
  /** Sound of the consonant; `SILENT_SOUND` for a syllable that begins with its vowel. */
  readonly sound: number;
  /** False where Hangul may or may not give it a syllable: `ㄱ` of `빅`, or `그` of `비그`. */
  readonly needed: boolean;
}

const SILENT_SOUND = 30;
const SOUND_OF = Array.from({ length: 20 }, (_, letter) =>
  letter === 0 || letter === SILENT
    ? SILENT_SOUND
    : (soundsOfHangul(INITIALS[letter - 1] ?? '')[0] ?? SILENT_SOUND),
);

function ofSounds(sounds: readonly number[], out: Onset[]): void {
  let open = false;
  sounds.forEach((sound, i) => {
    const next = sounds[i + 1];
    const vowelNext = next !== undefined && (next >= FIRST_VOWEL || GLIDES.has(next));
    if (sound >= FIRST_VOWEL || GLIDES.has(sound)) {
      if (!open) out.push({ letter: 0, sound: SILENT_SOUND, needed: i === 0 });
      // One English vowel is often two in Hangul: the a of data is 에이.
      else if (sound >= FIRST_VOWEL && next !== undefined && next < FIRST_VOWEL)
        out.push({ letter: 0, sound: SILENT_SOUND, needed: false });
      open = GLIDES.has(sound);
      return;
    }
    const optional = !vowelNext && (CODAS.has(sound) || (sound <= 3 && i > 0) || sound === H);
    out.push({ letter: 0, sound, needed: !optional });
    open = vowelNext;
  });
}

/** True for capitals that are pronounced as a word: `CLIP`, but not `SQL` or `MQTT`. */
function isSaid(capitals: string): boolean {
  return /^[A-Z]{4,}$/.test(capitals) && /[B-DF-HJ-NP-TV-Z][AEIOU]/.test(capitals);
}

/** The first consonants of a name's syllables. */
export function onsetsOf(tokens: readonly Token[]): Onset[] {
  const out: Onset[] = [];
  for (const token of tokens) {
    if (out.length > 60) break;
    if (token.script === 'hangul') {
      for (let i = 0; i < token.text.length; i += 1) {
        const letter = onsetOf(token.text.charCodeAt(i));
        if (letter > 0) out.push({ letter, sound: SOUND_OF[letter] ?? 0, needed: true });
      }
    } else if (token.script === 'number') {
      if (token.glued && token.text.length < 3) ofSounds(soundsOfDigits(token.text), out);
    } else if (token.script === 'latin') {
      const { raw } = token;
      const spelled = !isSaid(raw) && (isAcronym(raw) || (raw.length <= 4 && /[A-Z].*[A-Z]/.test(raw)));
      if (spelled || raw.length === 1)
        for (const letter of token.text) ofSounds(soundsOfLetters(letter), out);
      else
        for (const part of token.raw.match(/[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[A-Z]/g) ?? [token.raw])
          if (/^[A-Z]+$/.test(part) && !isSaid(part))
            for (const letter of part) ofSounds(soundsOfLetters(letter), out);
          else ofSounds(soundsOfLatin(part), out);
    }
  }
  return out;
}

/** Bigrams of neighbouring onsets, also across optional ones, and those of each start. */
export function onsetBigrams(onsets: readonly Onset[], starts: readonly number[]): number[] {
  const out: number[] = [];
  const from = (at: number, before: number): void => {
    for (let j = at; j < onsets.length; j += 1) {
      const onset = onsets[j];
      if (onset === undefined) return;
      const gram = bigramHash(before, onset.sound);
      // A linear search beats a set for so few.
      if (!out.includes(gram)) out.push(gram);
      if (onset.needed) return;
    }
  };
  for (const start of starts) from(start, 0);
  onsets.forEach(({ sound }, at) => {
    from(at + 1, sound);
  });
  return out;
}

/** A typed pattern such as `ㅋㅂㅍㄹㅇ` as letter codes. */
export function patternOf(text: string): number[] {
  const out: number[] = [];
  for (let i = 0; i < text.length && out.length < 40; i += 1) {
    const letter = onsetOf(text.charCodeAt(i));
    if (letter > 0) out.push(letter);
  }
  return out;
}

export function patternBigrams(pattern: readonly number[]): number[] {
  const sounds = pattern.map((letter) => SOUND_OF[letter] ?? 0);
  const out = new Set(sounds.map((sound, i) => bigramHash(i === 0 ? 0 : (sounds[i - 1] ?? 0), sound)));
  // A vowel in between may be one that the name does not spell.
  sounds.forEach((sound, i) => {
    if (i > 1 && sounds[i - 1] === SILENT_SOUND) out.add(bigramHash(sounds[i - 2] ?? 0, sound));
  });
  return [...out];
}

/** The cost of matching a pattern with the onsets from `start` on. */
export interface PatternFit {
  /** Cost where the pattern is the whole name. */
  readonly whole: number;
  /** Cost where the pattern is a prefix. */
  readonly prefix: number;
}

const NEVER = 99;
/** Cost of syllables that only Hangul has: the second of two vowels (`파이썬`), or an r (`아르고`). */
const MORE: ReadonlyMap<number, number> = new Map([
  [SILENT, 0.3],
  [LIQUID, 0.45],
]);

export function patternFit(pattern: readonly number[], onsets: readonly Onset[], start: number): PatternFit {
  const m = Math.min(onsets.length - start, pattern.length * 2 + 4);
  let row = new Array<number>(m + 1).fill(0);
  for (let j = 1; j <= m; j += 1) row[j] = (row[j - 1] ?? 0) + skip(onsets[start + j - 1]);
  for (const letter of pattern) {
    const next = new Array<number>(m + 1).fill(NEVER);
    const more = MORE.get(letter) ?? NEVER;
    for (let j = 1; j <= m; j += 1) {
      const onset = onsets[start + j - 1];
      const direct = (row[j - 1] ?? NEVER) + (onset === undefined ? NEVER : fit(letter, onset));
      next[j] = Math.min(direct, (next[j - 1] ?? NEVER) + skip(onset), (row[j] ?? NEVER) + more);
    }
    row = next;
  }
  const rest = m === onsets.length - start ? (row[m] ?? NEVER) : NEVER;
  return { whole: rest, prefix: Math.min(...row) };
}

/** Consonants that Hangul interchanges for one English sound: ㅅ and ㅌ for th, ㅈ and ㄱ for g. */
const NEAR: ReadonlySet<string> = new Set(
  ['ST', 'SJ', 'TJ', 'KJ', 'KS'].flatMap((both) => [both, [...both].reverse().join('')]),
);
const LETTERS = ' KTPSJLMNGH';

/** The cost of writing an onset as a letter. */
function fit(letter: number, onset: Onset): number {
  if (onset.letter > 0) return onset.letter === letter ? 0 : NEVER;
  const sound = SOUND_OF[letter] ?? 0;
  const extra = onset.needed ? 0 : 0.05;
  if (onset.sound === sound) return extra;
  return NEAR.has(`${LETTERS[onset.sound] ?? ''}${LETTERS[sound] ?? ''}`) ? 0.2 + extra : NEVER;
}

function skip(onset: Onset | undefined): number {
  return onset === undefined || onset.needed ? 0.6 : 0.05;
}
