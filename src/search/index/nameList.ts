import type { Steps } from '#library/compute/slicedWork.ts';
import { otherLayout } from '../letters/layout.ts';
import type { NameMatch } from '../letters/nameMatch.ts';
import { NamesBuilder, nameTable, type Probe, probeOf } from './tables/names.ts';

/** A name of an entry, and how surely it means that entry, from 0 to 1. */
export interface EntryName {
  readonly text: string;
  readonly weight: number;
}

/** An entry that a typed text may mean. */
export interface NameChoice {
  /** Index of the entry. */
  readonly at: number;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Finds entries by their names: by beginnings, with typos, by sound in another script, by initials. */
export interface NameList {
  /** Best first, each entry once. */
  near(typed: string, limit: number): readonly NameChoice[];
}

/** The other keyboard layout is a guess: only a good match there outweighs a poor one here. */
export const OTHER_LAYOUT = 0.93;

/** Confidence of a name match, for a text that may still be unfinished. */
export function sureness({ score, how }: NameMatch, probe: Probe): number {
  if (how === 'same') return 1;
  const letters = probe.pattern?.length ?? probe.spelling.letters.length;
  // One or two keys match too many names to be confident of any.
  const enough = probe.pattern === undefined ? Math.min(1, letters / 5) : Math.min(1, letters / 3);
  return Math.min(0.99, score * (0.55 + 0.45 * enough) - (1 - enough) * 0.2);
}

/** Makes a list of entries, each given by its names. */
export function* nameList(entries: Iterable<readonly EntryName[]>): Steps<NameList> {
  const builder = new NamesBuilder();
  let at = 0;
  for (const names of entries) {
    for (const { text, weight } of names) builder.add(text, at, weight);
    at += 1;
    yield;
  }
  const table = nameTable(yield* builder.finish());
  return {
    near(typed, limit) {
      const text = typed.toWellFormed().normalize('NFC').trim();
      const best = new Map<number, number>();
      if (text === '') return [];
      [text, otherLayout(text)].forEach((reading, i) => {
        if (reading === undefined) return;
        const probe = probeOf(reading);
        for (const hit of table.near(probe, limit * 2)) {
          const sure = sureness(hit, probe) * (i === 0 ? 1 : OTHER_LAYOUT);
          let room = limit;
          for (const { target, weight } of hit.targets) {
            best.set(target, Math.max(best.get(target) ?? 0, sure * weight));
            room -= 1;
            if (room <= 0) break;
          }
        }
      });
      return [...best]
        .map(([entry, confidence]): NameChoice => ({ at: entry, confidence }))
        .sort((one, other) => other.confidence - one.confidence || one.at - other.at)
        .slice(0, limit);
    },
  };
}
