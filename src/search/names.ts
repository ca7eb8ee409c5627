import { endPair, GramBuilder, type GramTable, pair, pairsOf, type Wanted } from './grams.ts';
import { isOnsetPattern } from './hangul.ts';
import { matchInitials, matchName, type NameMatch, wordOnsets } from './nameMatch.ts';
import { onsetPairs, onsetsOf, patternOf, patternPairs } from './onsets.ts';
import { Shards } from './shards.ts';
import type { Steps } from './slices.ts';
import { type Spelling, soundEnds, soundPairs, spellingOf } from './spelling.ts';

/** What was typed, ready to be compared with names. */
export interface Probe {
  readonly spelling: Spelling;
  /** The first consonants, where nothing else was typed. */
  readonly pattern: readonly number[] | undefined;
}

export function probeOf(typed: string): Probe {
  return { spelling: spellingOf(typed), pattern: isOnsetPattern(typed) ? patternOf(typed) : undefined };
}

/** A name and the things that are called so, each with how well the name stands for it. */
export interface Named {
  readonly text: string;
  readonly targets: { readonly target: number; readonly weight: number }[];
}

/** A name that meets what was typed. */
export interface NameHit extends NameMatch {
  readonly name: Named;
}

export interface NameTable {
  readonly names: readonly Named[];
  /** Names nearest to what was typed, best first. */
  near(probe: Probe, limit: number): NameHit[];
  /** How what was typed meets one name. */
  match(probe: Probe, name: Named): NameMatch;
}

export class NamesBuilder {
  readonly #names: Named[] = [];
  readonly #byText = new Shards<Named>();

  add(text: string, target: number, weight: number): void {
    if (text === '') return;
    const named = this.#byText.get(text) ?? { text, targets: [] };
    if (named.targets.length === 0) {
      this.#names.push(named);
      this.#byText.set(text, named);
    }
    const known = named.targets[named.targets.length - 1];
    if (known?.target === target) {
      if (known.weight < weight) named.targets[named.targets.length - 1] = { target, weight };
    } else named.targets.push({ target, weight });
  }

  *finish(): Steps<NameTable> {
    const names = this.#names;
    const letters = new GramBuilder();
    const sounds = new GramBuilder();
    const initials = new GramBuilder();
    for (let i = 0; i < names.length; i += 1) {
      const spelling = spellingOf(names[i]?.text ?? '');
      const grams = pairsOf(spelling.letters);
      for (const start of spelling.starts) if (start > 0) grams.push(pair(0, spelling.letters[start] ?? 0));
      letters.add([...new Set(grams)]);
      sounds.add([...new Set(spelling.sounds.flatMap((heard) => soundPairs(heard)))]);
      initials.add(onsetPairs(onsetsOf(spelling.tokens), [0, ...wordOnsets(spelling)]));
      if ((i & 0x1f) === 0x1f) yield;
    }
    return nameTable(names, yield* letters.finish(), yield* sounds.finish(), yield* initials.finish());
  }
}

/** Names that what was typed may be the beginning or a part of, and names that it may be; by letters, and by sound. */
const BEGUN: Wanted = { limit: 14, least: 0.45 };
const LIKE: Wanted = { limit: 8, least: 0.35 };
const HEARD_IN: Wanted = { limit: 6, least: 0.4 };
const HEARD: Wanted = { limit: 6, least: 0.3 };

const NAMELESS: Named = { text: '', targets: [] };

/** Spellings are made again when they are needed, and the newest are kept: names repeat from query to query. */
const KEPT = 4_000;

function nameTable(
  names: readonly Named[],
  letters: GramTable,
  sounds: GramTable,
  initials: GramTable,
): NameTable {
  const kept = new Map<Named, Spelling>();
  const spell = (name: Named): Spelling => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    if (kept.size >= KEPT) kept.clear();
    const made = spellingOf(name.text);
    kept.set(name, made);
    return made;
  };
  const match = (probe: Probe, name: Named): NameMatch =>
    probe.pattern === undefined
      ? matchName(probe.spelling, spell(name))
      : matchInitials(probe.pattern, spell(name));
  return {
    names,
    match,
    near(probe, limit) {
      const ids = new Set<number>();
      const collect = (found: readonly number[]): void => {
        for (const id of found) ids.add(id);
      };
      if (probe.pattern !== undefined)
        collect(initials.holding(patternPairs(probe.pattern), { limit: 48, least: 0 }));
      else {
        const { letters: typed, keys, sounds: heards } = probe.spelling;
        const long = typed.length >= 6;
        // The very name was typed, or much of its beginning: nothing is guessed.
        const isLiteral = (id: number): boolean => {
          const known = spell(names[id] ?? NAMELESS).keys;
          return known === keys || (long && known.startsWith(keys));
        };
        let literal = false;
        const enough = (begun: readonly number[]): boolean => {
          literal = begun.some(isLiteral);
          return literal;
        };
        collect(letters.both(pairsOf(typed, false), [endPair(typed)], BEGUN, LIKE, enough));
        if (!literal)
          for (const heard of heards)
            if (heard.length > 1)
              collect(sounds.both(soundPairs(heard, false), soundEnds(heard), HEARD_IN, HEARD));
      }
      const hits: NameHit[] = [];
      for (const id of ids) {
        const name = names[id];
        if (name === undefined) continue;
        const found = match(probe, name);
        if (found.score > 0) hits.push({ ...found, name });
      }
      hits.sort((a, b) => b.score - a.score || a.name.text.length - b.name.text.length);
      return hits.slice(0, limit);
    },
  };
}
