import { memoizeRecurring } from '#library/compute/memoizeRecurring.ts';
import type { Steps } from '#library/compute/slicedWork.ts';
import { bigramHash, bigramHashesOf, lastBigramHash } from '../../letters/bigrams.ts';
import { isOnsetPattern } from '../../letters/hangul.ts';
import { onsetBigrams, onsetsOf, patternBigrams, patternOf } from '../../letters/initials.ts';
import { matchInitials, matchName, type NameMatch, wordOnsets } from '../../letters/nameMatch.ts';
import { lastSoundBigrams, type Spelling, soundBigrams, spellingOf } from '../../letters/spelling.ts';
import { GramBuilder, type GramQuery, type Grams, gramTable } from './grams.ts';
import { GrowableUint32Array } from './growableArray.ts';
import { StringTable, StringTableBuilder, type StringTableData } from './stringTable.ts';

/** A typed text, to be compared with names: spelled once it is, since what is near to many is known. */
export class Probe {
  readonly text: string;
  /** The initials (choseong), where nothing else was typed. */
  readonly pattern: readonly number[] | undefined;
  #spelling: Spelling | undefined;

  constructor(typed: string) {
    this.text = typed;
    this.pattern = isOnsetPattern(typed) ? patternOf(typed) : undefined;
  }

  get spelling(): Spelling {
    this.#spelling ??= spellingOf(this.text, true);
    return this.#spelling;
  }
}

export const probeOf = (typed: string): Probe => new Probe(typed);

/** A target that a name stands for, with a weight. */
export interface NameTarget {
  readonly target: number;
  readonly weight: number;
}

/** A name that matches the typed text. */
export interface NameHit extends NameMatch {
  readonly text: string;
  /** The targets with this name: a few, or thousands. */
  readonly targets: Iterable<NameTarget>;
}

export interface NameTable {
  /** The names nearest to the typed text, best first. */
  near(probe: Probe, limit: number): readonly NameHit[];
  /** How the typed text matches one name. */
  match(probe: Probe, name: string): NameMatch;
}

/** Names and their targets, as plain data. */
export interface NamesData {
  readonly texts: StringTableData;
  /** Where the targets of each name begin; one more at the end. */
  readonly starts: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float64Array;
  readonly letters: Grams;
  readonly sounds: Grams;
  readonly initials: Grams;
}

/** Fixed-point scale of weights while names are collected. */
const STEPS = 1_000_000;

export class NamesBuilder {
  readonly #texts = new StringTableBuilder();
  /** The last target added to each name, by number of the name. */
  readonly #last = new GrowableUint32Array();
  /** For each target: name, target and weight. */
  readonly #names = new GrowableUint32Array();
  readonly #targets = new GrowableUint32Array();
  readonly #weights = new GrowableUint32Array();
  readonly #letters = new GramBuilder();
  readonly #sounds = new GramBuilder();
  readonly #initials = new GramBuilder();

  add(text: string, target: number, weight: number): void {
    if (text === '') return;
    const known = this.#texts.size;
    const name = this.#texts.add(text);
    const steps = Math.round(weight * STEPS);
    if (name === known) {
      this.#last.push(0);
      this.#spell(text);
    } else {
      const last = this.#last.get(name);
      if (this.#targets.get(last) === target) {
        if (this.#weights.get(last) < steps) this.#weights.set(last, steps);
        return;
      }
    }
    this.#last.set(name, this.#names.length);
    this.#names.push(name);
    this.#targets.push(target);
    this.#weights.push(steps);
  }

  #spell(text: string): void {
    const spelling = spellingOf(text);
    const grams = bigramHashesOf(spelling.letters);
    for (const start of spelling.starts) {
      const gram = bigramHash(0, spelling.letters[start] ?? 0);
      if (start > 0 && !grams.includes(gram)) grams.push(gram);
    }
    this.#letters.add(grams);
    const heard: number[] = [];
    for (const sounds of spelling.sounds) soundBigrams(sounds, true, heard);
    this.#sounds.add(heard);
    this.#initials.add(initialsOf(spelling));
  }

  *finish(): Steps<NamesData> {
    const names = this.#texts.size;
    const uses = this.#names.length;
    const starts = new Uint32Array(names + 1);
    for (let use = 0; use < uses; use += 1) {
      const at = this.#names.get(use) + 1;
      starts[at] = (starts[at] ?? 0) + 1;
    }
    for (let name = 0; name < names; name += 1)
      starts[name + 1] = (starts[name + 1] ?? 0) + (starts[name] ?? 0);
    yield;
    const cursor = starts.slice(0, names);
    const targets = new Uint32Array(uses);
    const weights = new Float64Array(uses);
    for (let use = 0; use < uses; use += 1) {
      const name = this.#names.get(use);
      const at = cursor[name] ?? 0;
      cursor[name] = at + 1;
      targets[at] = this.#targets.get(use);
      weights[at] = this.#weights.get(use) / STEPS;
    }
    for (const list of [this.#last, this.#names, this.#targets, this.#weights]) list.free();
    return {
      texts: yield* this.#texts.finish(),
      starts,
      targets,
      weights,
      letters: yield* this.#letters.finish(),
      sounds: yield* this.#sounds.finish(),
      initials: yield* this.#initials.finish(),
    };
  }
}

/** Bigrams of initials; English th is written ㅌ as often as ㅅ. */
function initialsOf(spelling: Spelling): number[] {
  const pairs = onsetBigrams(onsetsOf(spelling.tokens), [0, ...wordOnsets(spelling)]);
  if (!spelling.tokens.some(({ text }) => text.includes('th'))) return pairs;
  const tokens = spelling.tokens.map((token) => ({ ...token, raw: token.raw.replace(/th/gi, 't') }));
  return [...new Set([...pairs, ...onsetBigrams(onsetsOf(tokens), [0])])];
}

/** Names that contain the typed text, and names that resemble it; by letters, and by sound. */
const BEGUN: GramQuery = { limit: 14, least: 0.45 };
const LIKE: GramQuery = { limit: 8, least: 0.35 };
const HEARD_IN: GramQuery = { limit: 6, least: 0.4 };
const HEARD: GramQuery = { limit: 6, least: 0.3 };

/** Spellings are computed on demand; the most recent ones are cached, because names repeat from query to query. */
const KEPT = 4_000;
/** What is near to names that come again is kept too; longer texts are no names. */
const NEAR_KEPT = 6_000;
const LONGEST = 40;
/** So many targets of a name are listed at once. */
const FEW = 8;

/** Prepares names for lookups. */
export function nameTable(data: NamesData): NameTable {
  const { starts, targets, weights } = data;
  const texts = new StringTable(data.texts);
  const letters = gramTable(data.letters);
  const sounds = gramTable(data.sounds);
  const initials = gramTable(data.initials);
  const known = memoizeRecurring<readonly NameHit[]>(NEAR_KEPT);
  const kept = new Map<number, Spelling>();
  const spell = (id: number): Spelling => {
    const known = kept.get(id);
    if (known !== undefined) return known;
    if (kept.size >= KEPT) kept.clear();
    const made = spellingOf(texts.text(id));
    kept.set(id, made);
    return made;
  };
  const matchSpelled = ({ pattern, spelling }: Probe, name: Spelling): NameMatch =>
    pattern === undefined ? matchName(spelling, name) : matchInitials(pattern, name);
  const use = (at: number): NameTarget => ({ target: targets[at] ?? 0, weight: weights[at] ?? 0 });
  const uses = function* (id: number): Generator<NameTarget> {
    const end = starts[id + 1] ?? 0;
    for (let at = starts[id] ?? 0; at < end; at += 1) yield use(at);
  };
  const targetsOf = (id: number): Iterable<NameTarget> => {
    const from = starts[id] ?? 0;
    const count = (starts[id + 1] ?? 0) - from;
    if (count > FEW) return { [Symbol.iterator]: () => uses(id) };
    return Array.from({ length: count }, (_, i) => use(from + i));
  };
  return {
    match(probe, name) {
      const id = texts.find(name);
      return matchSpelled(probe, id === undefined ? spellingOf(name) : spell(id));
    },
    near: (probe, limit) =>
      probe.text.length > LONGEST
        ? look(probe, limit)
        : known(`${limit} ${probe.text}`, () => look(probe, limit)),
  };
  function look(probe: Probe, limit: number): readonly NameHit[] {
    const ids = new Set<number>();
    const collect = (found: readonly number[]): void => {
      for (const id of found) ids.add(id);
    };
    if (probe.pattern !== undefined)
      collect(initials.holding(patternBigrams(probe.pattern), { limit: 24, least: 0 }));
    else {
      const { letters: typed, keys, sounds: heards } = probe.spelling;
      const long = typed.length >= 6;
      // The exact name or much of its beginning was typed: no guesses are needed.
      const isLiteral = (id: number): boolean => {
        const known = spell(id).keys;
        return known === keys || (long && known.startsWith(keys));
      };
      let literal = false;
      const enough = (begun: readonly number[]): boolean => {
        literal = begun.some(isLiteral);
        return literal;
      };
      collect(letters.both(bigramHashesOf(typed, false), [lastBigramHash(typed)], BEGUN, LIKE, enough));
      if (!literal)
        for (const heard of heards)
          if (heard.length > 1)
            collect(sounds.both(soundBigrams(heard, false), lastSoundBigrams(heard), HEARD_IN, HEARD));
    }
    const hits: { found: NameMatch; text: string; id: number }[] = [];
    for (const id of ids) {
      const name = spell(id);
      const found = matchSpelled(probe, name);
      if (found.score > 0) hits.push({ found, text: name.text, id });
    }
    hits.sort((a, b) => b.found.score - a.found.score || a.text.length - b.text.length);
    return hits.slice(0, limit).map(({ found, text, id }) => ({
      ...found,
      text,
      targets: targetsOf(id),
    }));
  }
}
