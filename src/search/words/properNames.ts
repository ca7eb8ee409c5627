import type { Token } from '../letters/tokens.ts';
import { lexemeOf } from './lexeme.ts';
import { type Phrase, properNameAt } from './thesaurus.ts';

/** A product, company, brand or place that the world knows, in a text. */
export interface ProperName {
  /** UTF-16 offsets, with its particle. */
  readonly start: number;
  readonly end: number;
  /** By which names it goes, as their words. */
  readonly names: readonly Phrase[];
}

/** The proper names in a text, longest first where two begin alike. */
export function properNamesIn(tokens: readonly Token[]): readonly ProperName[] {
  const words = tokens.map((token) => lexemeOf(token).meant);
  const found: ProperName[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const name = properNameAt(words, at);
    const [first, last] = [tokens[at], tokens[at + (name?.length ?? 0) - 1]];
    if (name === undefined || first === undefined || last === undefined) continue;
    found.push({ start: first.start, end: last.end, names: name.names });
    at += name.length - 1;
  }
  return found;
}
