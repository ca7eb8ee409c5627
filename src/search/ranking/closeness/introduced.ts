import type { ScoredCandidate } from '../candidate.ts';
import { isContentWord } from '../query.ts';
import type { WordMatch } from '../wordMatch.ts';

/** From here on a section surely holds a name. */
const SURE = 0.85;

/**
 * Notes of each section which names that it lacks were named before it in its post, or in a section that it stands below:
 * who tells of a company names it once, and goes on to tell what it does.
 */
export function noteIntroduced(found: readonly ScoredCandidate[]): void {
  const bySession = new Map<string, ScoredCandidate[]>();
  for (const candidate of found) {
    const known = bySession.get(candidate.doc.session);
    if (known === undefined) bySession.set(candidate.doc.session, [candidate]);
    else known.push(candidate);
  }
  for (const some of bySession.values()) {
    if (some.length < 2) continue;
    const inOrder = some.sort((a, b) => a.doc.order - b.doc.order);
    let named = 0;
    for (const candidate of inOrder) {
      const here = namedIn(candidate.matches);
      candidate.introduce(named & ~here.any);
      named |= here.sure;
    }
  }
}

/** A bit for each name of the query that a section holds, in whatever way, and surely. */
function namedIn(matches: readonly WordMatch[]): { readonly any: number; readonly sure: number } {
  let any = 0;
  let sure = 0;
  matches.forEach(({ word, weight, value }, i) => {
    if (word.hint) return;
    if (value > 0 || !isContentWord(word)) any |= 1 << i;
    if (value > 0 && weight >= SURE && isContentWord(word)) sure |= 1 << i;
  });
  return { any, sure };
}
