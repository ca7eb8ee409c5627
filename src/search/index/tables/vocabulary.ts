import { memoizeRecurring } from '#library/compute/memoizeRecurring.ts';
import type { Steps } from '#library/compute/slicedWork.ts';
import { bigramHashesOf, lastBigramHash } from '../../letters/bigrams.ts';
import { distance } from '../../letters/distance.ts';
import { isSyllable, lettersOf } from '../../letters/hangul.ts';
import { letterCosts } from '../../letters/letterCosts.ts';
import { isKatakana, looksBorrowed } from '../../letters/loanWords.ts';
import { soundCosts } from '../../letters/soundCosts.ts';
import { countConsonants, soundBigrams, soundsOfToken, soundWeight } from '../../letters/spelling.ts';
import { type Token, tokenOf } from '../../letters/tokens.ts';
import { GramBuilder, type GramQuery, type Grams, gramTable } from './grams.ts';
import { GrowableUint32Array } from './growableArray.ts';
import { StringTable, StringTableBuilder, type StringTableData } from './stringTable.ts';

/** A term of the posts that resembles a word of the query. */
export interface SimilarTerm {
  readonly term: number;
  /** 0 to 1: how well it replaces the typed word. */
  readonly weight: number;
  readonly how: 'beginning' | 'part' | 'typo' | 'sound';
}

/** The terms of the posts, found by spelling or by sound. */
export interface Vocabulary {
  /** @param finished false for a word that may be incomplete: a prefix match suffices. */
  byLetters(token: Token, finished: boolean): readonly SimilarTerm[];
  bySound(token: Token): readonly SimilarTerm[];
}

/** A vocabulary as plain data. */
export interface VocabularyData {
  /** The term of each entry of `letters`. */
  readonly ids: Uint32Array;
  readonly letters: Grams;
  /** The term of each entry of `sounds`, and its index in `said`. */
  readonly soundIds: Uint32Array;
  readonly soundTexts: Uint32Array;
  readonly sounds: Grams;
  /** Original spelling of terms for pronunciation: capitals tell acronyms. */
  readonly said: StringTableData;
}

export class VocabularyBuilder {
  readonly #ids = new GrowableUint32Array();
  readonly #letters = new GramBuilder();
  readonly #soundIds = new GrowableUint32Array();
  readonly #sounds = new GramBuilder();
  readonly #soundTexts = new GrowableUint32Array();
  readonly #said = new StringTableBuilder();

  /** @param named true for words of headings and names: Korean words of texts are found by their letters alone, loan words by their sounds too. */
  add(term: number, token: Token, named: boolean): void {
    this.#ids.push(term);
    this.#letters.add(bigramHashesOf(lettersOf(token.text, 48)));
    const { script, text } = token;
    if (
      script === 'hangul'
        ? !named && !looksBorrowed(text)
        : script === 'other'
          ? !isKatakana(text)
          : script !== 'latin'
    )
      return;
    for (const sounds of soundsOfToken(token)) {
      if (sounds.length < 2) continue;
      this.#soundIds.push(term);
      this.#soundTexts.push(this.#said.add(token.raw));
      this.#sounds.add(soundBigrams(sounds));
    }
  }

  *finish(): Steps<VocabularyData> {
    return {
      ids: this.#ids.finish(),
      letters: yield* this.#letters.finish(),
      soundIds: this.#soundIds.finish(),
      soundTexts: this.#soundTexts.finish(),
      sounds: yield* this.#sounds.finish(),
      said: yield* this.#said.finish(),
    };
  }
}

/** Limits for terms that contain the word, terms that resemble it, and terms that sound like it. */
const BEGUN: GramQuery = { limit: 20, least: 0.5 };
const LIKE: GramQuery = { limit: 12, least: 0.3 };
const SOUNDING: GramQuery = { limit: 16, least: 0.36 };

/** Terms whose sounds are less similar than this are different words. */
const LEAST_ALIKE = 0.64;

/** Prepares a vocabulary over terms for lookups. */
export function vocabulary(terms: StringTable, data: VocabularyData): Vocabulary {
  const { ids, soundIds, soundTexts } = data;
  const letters = gramTable(data.letters);
  const sounds = gramTable(data.sounds);
  const said = new StringTable(data.said);
  const pronounced = new Map<number, Pronounced>();
  /** How an entry of `said` is pronounced: near words are compared with the same ones again. */
  const pronounce = (text: number): Pronounced => {
    const known = pronounced.get(text);
    if (known !== undefined) return known;
    const token = tokenOf(said.text(text));
    const sounds = soundsOfToken(token);
    const made = {
      text: token.text,
      latin: token.script === 'latin',
      sounds,
      masses: sounds.map(soundWeight),
    };
    if (pronounced.size >= KEPT) pronounced.clear();
    pronounced.set(text, made);
    return made;
  };
  const table: Vocabulary = {
    byLetters(token, finished) {
      const typed = lettersOf(token.text, 48);
      if (typed.length < 2) return [];
      const found = new Map<number, SimilarTerm>();
      const entries = letters.both(bigramHashesOf(typed, false), [lastBigramHash(typed)], BEGUN, LIKE);
      for (const entry of new Set(entries)) {
        const term = ids[entry] ?? 0;
        const near = compare(token, typed, terms.text(term), term, finished);
        if (near !== undefined) found.set(term, near);
      }
      return [...found.values()];
    },
    bySound(token) {
      const out = new Map<number, SimilarTerm>();
      const latin = token.script === 'latin';
      for (const heard of soundsOfToken(token)) {
        if (heard.length < 3) continue;
        const short = countConsonants(heard) < 2 && heard.length < 4;
        const mass = soundWeight(heard);
        // Such a short word sounds like too many others: it must sound the same.
        const limit = short ? 0 : mass * 0.33;
        for (const entry of sounds.like(soundBigrams(heard), SOUNDING)) {
          const term = soundIds[entry] ?? 0;
          const other = pronounce(soundTexts[entry] ?? 0);
          // Between two Latin words, spelling is a better signal than sound.
          if (other.text === token.text || (other.latin && latin)) continue;
          for (const [i, sound] of other.sounds.entries()) {
            const own = other.masses[i] ?? 0;
            if (Math.abs(own - mass) > limit) continue;
            const least = Math.max(LEAST_ALIKE, out.get(term)?.weight ?? 0);
            const less = Math.min(mass, own);
            const room = Math.min(limit, ((0.95 - least) * less) / 1.1);
            const cost = distance(heard, sound, soundCosts, room);
            const weight = 0.95 - (1.1 * cost) / less;
            if (cost <= room && weight > least) out.set(term, { term, weight, how: 'sound' });
          }
        }
      }
      return [...out.values()];
    },
  };
  const letterwise = kept((token, finished) => table.byLetters(token, finished));
  const soundwise = kept((token) => table.bySound(token));
  return { byLetters: letterwise, bySound: (token) => soundwise(token, token.glued) };
}

/** How a word is pronounced, in one way or several. */
interface Pronounced {
  readonly text: string;
  readonly latin: boolean;
  readonly sounds: readonly (readonly number[])[];
  readonly masses: readonly number[];
}

/** Most words whose pronunciation, and whose near ones, are kept: people ask for the same words again. */
const KEPT = 4_000;

function kept(
  find: (token: Token, way: boolean) => readonly SimilarTerm[],
): (token: Token, way: boolean) => readonly SimilarTerm[] {
  const both = [
    memoizeRecurring<readonly SimilarTerm[]>(KEPT),
    memoizeRecurring<readonly SimilarTerm[]>(KEPT),
  ] as const;
  return (token, way) => both[way ? 1 : 0](token.raw, () => find(token, way));
}

function compare(
  token: Token,
  typed: readonly number[],
  text: string,
  term: number,
  finished: boolean,
): SimilarTerm | undefined {
  if (text === token.text) return undefined;
  const hangul = isSyllable(text.charCodeAt(0));
  const n = typed.length;
  if (text.includes(token.text) && token.text.length >= 2) {
    const share = token.text.length / text.length;
    if (hangul)
      return { term, weight: 0.55 + 0.35 * share, how: text.startsWith(token.text) ? 'beginning' : 'part' };
    if (text.startsWith(token.text) && n >= 3)
      return { term, weight: (finished ? 0.35 : 0.55) + 0.4 * share, how: 'beginning' };
  }
  if (token.text.includes(text) && text.length >= 2 && hangul)
    return { term, weight: 0.2 + 0.55 * (text.length / token.text.length), how: 'part' };
  const other = lettersOf(text, 48);
  const m = other.length;
  if (n < m && typed.every((letter, i) => other[i] === letter)) {
    // An incomplete syllable: `머신ㄹ`. Finished words end at a syllable boundary.
    const share = n / m;
    return finished && share < 0.6 ? undefined : { term, weight: 0.5 + 0.4 * share, how: 'beginning' };
  }
  if (n < 4 || m < 3) return undefined;
  const limit = Math.max(0.7, 0.26 * Math.min(n, m));
  if (Math.abs(n - m) * 0.4 > limit) return undefined;
  const cost = distance(typed, other, letterCosts, limit);
  const weight = 0.98 - (1.25 * cost) / Math.min(n, m);
  // Two typos turn a short word into another one.
  return cost <= limit && weight > (n > 7 ? 0.55 : 0.68) ? { term, weight, how: 'typo' } : undefined;
}
