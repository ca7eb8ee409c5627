import { tokensOf } from '../letters/tokens.ts';
import { lexemeOf } from '../words/lexeme.ts';
import { type Phrase, synonymsAt, thesaurusForm } from '../words/thesaurus.ts';
import { fitsAtWordStart } from '../words/wordStart.ts';
import type { Candidate } from './candidate.ts';

/** Most words of a name that the thesaurus knows. */
const MOST_WORDS = 8;
/** One word says as much as several: `데이터웨어하우스`. */
const COMPOUND = /^[가-힣]{4,}(?<!다)$/u;
/** From here on a heading holds the name. */
const HEADED = 0.75;

/** A name of several words that the thesaurus knows, with its other names; undefined for other texts. */
export function wholeName(text: string): readonly Phrase[] | undefined {
  const tokens = tokensOf(text, MOST_WORDS);
  if (tokens.length < 2) return undefined;
  const known = synonymsAt(
    tokens.map((token) => lexemeOf(token).forms),
    0,
  ).filter(({ length, describes }) => !describes && length === tokens.length);
  if (known.length === 0) return undefined;
  const others = known.flatMap(({ phrases }) =>
    phrases.filter(({ length, 0: word = '' }) => length > 1 || COMPOUND.test(word)),
  );
  return [tokens.map(({ text }) => thesaurusForm(text)), ...others];
}

/** True where a section holds one of the names as a whole: in its heading, or word by word side by side. */
export function holdsWhole({ doc, fit, name }: Candidate, names: readonly Phrase[]): boolean {
  if (fit >= HEADED || name?.literal === true) return true;
  return doc.variants.some(({ section }) => says(`${section.name}\n${section.text}`.toLowerCase(), names));
}

/** True where the words of a name stand side by side, whatever they end in. */
function says(lower: string, names: readonly Phrase[]): boolean {
  const near = names.filter((words) => words.every((word) => lower.includes(word)));
  if (near.length === 0) return false;
  const written = near.map((words) => words.map((word) => RegExp.escape(word)).join('[a-z]*[\\s-]*'));
  return fitsAtWordStart(new RegExp(written.join('|'), 'gu'), lower);
}
