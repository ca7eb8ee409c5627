import { tokensOf } from '../letters/tokens.ts';
import { type Phrase, type SynonymMatch, synonymsAt, thesaurusForm } from './thesaurus.ts';
import { formsOf } from './words.ts';

/** True where a text as a whole is a name in the thesaurus: it is written as it was meant. */
export function isConcept(text: string): boolean {
  const forms = tokensOf(text).map((token) =>
    token.script === 'latin' ? [thesaurusForm(token.text)] : formsOf(token),
  );
  return conceptsOf(forms).length > 0;
}

/** By which other names the thesaurus knows what a text as a whole, as it stands, names; English words by their stems. */
export const otherNames = (text: string): readonly Phrase[] =>
  conceptsOf(tokensOf(text).map((token) => [thesaurusForm(token.text)])).flatMap(({ phrases }) => phrases);

const conceptsOf = (forms: readonly (readonly string[])[]): readonly SynonymMatch[] =>
  synonymsAt(forms, 0).filter(({ length, by }) => length === forms.length && by === 'name');
