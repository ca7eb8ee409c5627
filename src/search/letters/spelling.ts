import { bigramHashesOf, lastBigramHash } from './bigrams.ts';
import { isSyllable, lettersOf } from './hangul.ts';
import { soundsOfDigits, soundsOfLatin, soundsOfLetters } from './latinSounds.ts';
import { hangulOfKatakana, isKatakana } from './loanWords.ts';
import { FIRST_VOWEL, skeletonOf, soundsOfHangul } from './phonemes.ts';
import { soundCosts } from './soundCosts.ts';
import { isAcronym, type Token, tokensOf } from './tokens.ts';

/** A name or typed text in every representation that is compared. */
export interface Spelling {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Its keys, without spaces. */
  readonly letters: readonly number[];
  /** The keys as a string, one UTF-16 unit each, for fast prefix and substring search. */
  readonly keys: string;
  /** Start of each word in `letters`. */
  readonly starts: readonly number[];
  /** Its pronunciations; the first spells acronyms letter by letter. */
  readonly sounds: readonly (readonly number[])[];
  /** The phonetic weight of each. */
  readonly masses: readonly number[];
  /** True where it holds Latin letters. */
  readonly latin: boolean;
  /** The same of Hangul, or of Katakana, which writes what it hears as well. */
  readonly hangul: boolean;
}

const NO_SOUNDS: readonly number[] = [];

interface WordSounds {
  readonly said: readonly number[];
  readonly spelled: readonly number[];
}

const heard = new Map<string, WordSounds>();
const KEPT = 4_000;

/** The same for a word that is typed: words repeat. */
function soundsKept(token: Token): WordSounds {
  if (token.script === 'number') return wordSounds(token);
  const known = heard.get(token.raw);
  if (known !== undefined) return known;
  const made = wordSounds(token);
  if (heard.size >= KEPT) heard.clear();
  heard.set(token.raw, made);
  return made;
}

/** The sounds of a word, and of its letters where it may be spelled out. */
function wordSounds(token: Token): WordSounds {
  if (token.script === 'hangul') {
    const said = soundsOfHangul(token.text);
    return { said, spelled: said };
  }
  if (token.script === 'number') {
    const said = token.glued && token.text.length < 3 ? soundsOfDigits(token.text) : NO_SOUNDS;
    return { said, spelled: said };
  }
  if (token.script === 'other' && isKatakana(token.text)) {
    const said = soundsOfHangul(hangulOfKatakana(token.text));
    return { said, spelled: said };
  }
  if (token.script !== 'latin') return { said: NO_SOUNDS, spelled: NO_SOUNDS };
  const { raw } = token;
  const said = raw.length === 1 ? soundsOfLetters(token.text) : latinSounds(raw);
  const letters = isAcronym(raw) || (raw.length <= 4 && /[A-Z].*[A-Z]/.test(raw));
  return { said, spelled: letters ? soundsOfLetters(token.text) : said };
}

function latinSounds(raw: string): readonly number[] {
  // One word, with a capital at most.
  if (/^.[a-z]*$/.test(raw)) return soundsOfLatin(raw);
  const parts = raw.match(/[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[A-Z]/g) ?? [raw];
  if (parts.length < 2) return soundsOfLatin(raw);
  return parts.flatMap((part) => (/^[A-Z]{1,4}$/.test(part) ? soundsOfLetters(part) : soundsOfLatin(part)));
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a === b || (a.length === b.length && a.every((sound, i) => sound === b[i]));
}

/** Bigrams of a word's sounds, for finding words that sound alike: with vowels, and without. */
export function soundBigrams(sounds: readonly number[], closed = true, out: number[] = []): number[] {
  return bigramHashesOf(skeletonOf(sounds), closed, bigramHashesOf(sounds, closed, out));
}

/** The bigrams of the end of a word in `soundBigrams`. */
export function lastSoundBigrams(sounds: readonly number[]): number[] {
  return [lastBigramHash(sounds), lastBigramHash(skeletonOf(sounds))];
}

/** The phonetic weight of a name: consonants count more than vowels. */
export function soundWeight(sounds: readonly number[]): number {
  let mass = 0;
  for (const sound of sounds) mass += soundCosts.gap[sound] ?? 0;
  return mass;
}

/** Number of consonants. */
export function countConsonants(sounds: readonly number[]): number {
  let count = 0;
  for (const sound of sounds) if (sound < FIRST_VOWEL) count += 1;
  return count;
}

/** The pronunciations of one word. */
export function soundsOfToken(token: Token): readonly (readonly number[])[] {
  const { said, spelled } = wordSounds(token);
  const all = isSame(spelled, said) ? [said] : [spelled, said];
  // Before e and i a g is soft or hard: `Gertrude` beside `gem`.
  return token.script === 'latin' && /g[ei][a-z]/i.test(token.raw)
    ? [...all, soundsOfLatin(token.raw.replace(/g(?=[ei])/gi, 'k'))]
    : all;
}

/** Longer names are compared by so many keys, or sounds, from their front. */
const LONGEST = 96;
const MOST_WORDS = 24;

const front = (codes: number[]): number[] => (codes.length > LONGEST ? codes.slice(0, LONGEST) : codes);

/** The keys that type some words, and where each begins. */
function keysOfWords(tokens: readonly Token[]): Pick<Spelling, 'letters' | 'keys' | 'starts'> {
  const all: number[] = [];
  const starts: number[] = [];
  for (const token of tokens) {
    if (all.length >= LONGEST) break;
    starts.push(all.length);
    for (const letter of lettersOf(token.text)) all.push(letter);
  }
  const letters = front(all);
  return { letters, keys: String.fromCharCode(...letters), starts };
}

/** The `keys` of a spelling alone. */
export const keysOf = (text: string): string => keysOfWords(tokensOf(text, MOST_WORDS)).keys;

/** @param typed true for what people type. */
export function spellingOf(text: string, typed = false): Spelling {
  const tokens = tokensOf(text, MOST_WORDS);
  // Beside characters, whose sounds are not known, those of Katakana are only a part.
  const isPart = tokens.some(({ script, text }) => script === 'other' && !isKatakana(text));
  const heard = isPart ? tokens.filter(({ text }) => !isKatakana(text)) : tokens;
  const words = heard.map(typed ? soundsKept : wordSounds);
  const said = front(words.flatMap((word) => word.said));
  const spelled = words.every((word) => word.said === word.spelled)
    ? said
    : front(words.flatMap((word) => word.spelled));
  const sounds = isSame(spelled, said) ? [said] : [spelled, said];
  return {
    text,
    tokens,
    ...keysOfWords(tokens),
    sounds,
    masses: sounds.map(soundWeight),
    latin: tokens.some((token) => token.script === 'latin'),
    hangul: tokens.some(({ script, text }) =>
      script === 'hangul' ? isSyllable(text.charCodeAt(0)) : script === 'other' && !isPart,
    ),
  };
}
