import { tokensOf } from '../../../letters/tokens.ts';
import { lexemeOf } from '../../../words/lexeme.ts';
import { synonymsAt } from '../../../words/thesaurus.ts';

/** Other words for a noun, each a single one, as the thesaurus has them: stems of Latin ones. */
export function saidFor(noun: string): readonly string[] {
  const [token] = tokensOf(noun, 1);
  const forms = token === undefined ? [] : lexemeOf(token).forms;
  return synonymsAt([forms], 0).flatMap(({ by, phrases }) =>
    by !== 'name' ? [] : phrases.flatMap(({ length, 0: word = '' }) => (length === 1 ? [word] : [])),
  );
}
