import { tokensOf } from '../letters/tokens.ts';
import { synonymsAt, thesaurusForm } from './thesaurus.ts';
import { formsOf } from './words.ts';

/** True where a text as a whole is a name in the thesaurus: it is written as it was meant. */
export function isConcept(text: string): boolean {
  const forms = tokensOf(text).map((token) =>
    token.script === 'latin' ? [thesaurusForm(token.text)] : formsOf(token),
  );
  return synonymsAt(forms, 0).some(({ length, describes }) => length === forms.length && !describes);
}
