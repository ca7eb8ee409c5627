import type { Doc } from '../../index/documents.ts';
import type { Segment } from '../../index/segment.ts';
import { tokensOf } from '../../letters/tokens.ts';
import { formsOf, isStop } from '../../words/words.ts';
import { type Expansion, textOf } from '../expand.ts';

/** The words of recently compared headings, in all their forms. */
const headings = new Map<string, readonly (readonly string[])[]>();
const KEPT = 2_000;

function headingOf(name: string): readonly (readonly string[])[] {
  const known = headings.get(name);
  if (known !== undefined) return known;
  const made = tokensOf(name, 24)
    .filter((token) => !isStop(token))
    .map(formsOf);
  if (headings.size >= KEPT) headings.clear();
  headings.set(name, made);
  return made;
}

/** 1 where a word has a form among the terms, less where one is only a part of it. Without closures: it runs for every word. */
function sharedBy(forms: readonly string[], terms: readonly string[]): number {
  for (let i = 0; i < forms.length; i += 1) if (terms.includes(forms[i] ?? '')) return 1;
  for (let i = 0; i < forms.length; i += 1)
    for (let j = 0; j < terms.length; j += 1) {
      const term = terms[j] ?? '';
      if (term.length > 1 && forms[i]?.includes(term) === true) return 0.6;
    }
  return 0;
}

/** 0 to 1: share of a heading covered by matched words. @param found those that headings and other names hold. */
export function headingFit(segment: Segment, doc: Doc, found: readonly Expansion[]): number {
  if (found.length === 0) return 0;
  const terms: string[] = [];
  for (const expansion of found) for (const term of expansion.terms) terms.push(textOf(segment, term));
  let best = 0;
  for (const { section } of doc.variants) {
    const words = headingOf(section.name);
    let got = 0;
    for (const forms of words) got += sharedBy(forms, terms);
    if (words.length > 0) best = Math.max(best, got / words.length);
  }
  return best;
}
