import type { Segment } from '../index/segment.ts';
import type { NameMatch } from '../letters/nameMatch.ts';
import { isContentWord, type Query } from './query.ts';

/** A name that matches the query, and whether the whole query is the name or its prefix. */
export type CandidateNameMatch = NameMatch & { readonly text: string; readonly literal: boolean };

const NAMES = 12;
/** A name match above this score is the typed name. */
export const CLEARLY = 0.9;

/** True where the whole query clearly is a name. */
export function isNamed(named: ReadonlyMap<number, CandidateNameMatch>): boolean {
  for (const { score } of named.values()) if (score > CLEARLY) return true;
  return false;
}

/** The names of sections that the query may be, by section: the best match of each. */
export function namesOf(segment: Segment, query: Query): Map<number, CandidateNameMatch> {
  const named = new Map<number, CandidateNameMatch>();
  const guess = query.words.length === 0 || query.words.some((word) => isContentWord(word) && !word.common);
  for (const { probe, trust } of query.probes) {
    // The words of a name that matched as a whole are not expanded.
    if (isNamed(named)) break;
    let room = 400;
    for (const { text, targets, score, how } of segment.sectionNames.near(probe, NAMES)) {
      // Everyday words, and what the thesaurus knows, are taken literally.
      if (!guess && (how === 'typo' || how === 'sound') && score < CLEARLY) continue;
      for (const { target, weight } of targets) {
        if (segment.deleted[segment.unitOf[target] ?? 0] === 1) continue;
        const value = score * weight * trust;
        const literal = trust === 1 && (how === 'same' || how === 'beginning');
        const known = named.get(target);
        if (known === undefined || known.score < value)
          named.set(target, {
            score: value,
            how,
            text,
            literal: literal || known?.literal === true,
          });
        else if (literal && !known.literal) named.set(target, { ...known, literal });
        room -= 1;
        if (room === 0) break;
      }
      if (named.size > 64 || room <= 0) break;
    }
  }
  return named;
}
