import { variantFor } from '../../passages.ts';
import type { Candidate } from '../../ranking/candidate.ts';
import { DEFINES, type DefiningSentence, definitionOfSection } from './findDefinition.ts';

/** Sections that are read for it, the likeliest first. */
const MOST = 12;

/**
 * The sentence that says what a name stands for, from the likeliest sections; undefined where none does, or the section
 * that is to be quoted does so itself.
 */
export function definedIn(
  ranked: readonly Candidate[],
  name: string,
  quoted: Candidate,
  { language }: { readonly language?: string | undefined },
): DefiningSentence | undefined {
  const names = [name.toLowerCase()];
  let best: DefiningSentence | undefined;
  for (const candidate of [quoted, ...ranked.slice(0, MOST)]) {
    const { section, post } = variantFor(candidate, language);
    const found = definitionOfSection(section, names, false);
    if (found === undefined || found.strength < DEFINES || found.strength <= (best?.strength ?? 0)) continue;
    if (candidate === quoted) return undefined;
    const { session, section: id } = candidate.doc;
    best = { ...found, ref: { session, section: id }, language: post.language };
  }
  return best;
}
