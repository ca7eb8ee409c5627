import { TITLES } from '../index/tables/postings.ts';
import { tokensOf } from '../letters/tokens.ts';
import { lexemeOf } from '../words/lexeme.ts';
import { beginsWord, placesOf } from '../words/places.ts';
import { beginsPhrase, type Phrase, synonymsAt, thesaurusForm } from '../words/thesaurus.ts';
import type { Candidate } from './candidate.ts';
import { readText } from './passage.ts';
import type { WordMatch } from './wordMatch.ts';

/** Most words of a name that the thesaurus knows. */
const MOST_WORDS = 8;
/** One word says as much as several: `데이터웨어하우스`. */
const COMPOUND = /^[가-힣]{4,}(?<!다)$/u;
/** From here on a heading holds the name. */
export const HEADED = 0.75;

/** A name of several words that the thesaurus knows, with its other names; undefined for other texts. */
export function wholeName(text: string): readonly Phrase[] | undefined {
  const tokens = tokensOf(text, MOST_WORDS);
  const forms = tokens.map((token) => lexemeOf(token).forms);
  if (!beginsPhrase(forms[0] ?? [], forms[1])) return undefined;
  const known = synonymsAt(forms, 0).filter(({ length, by }) => by === 'name' && length === tokens.length);
  if (known.length === 0) return undefined;
  const others = known.flatMap(({ phrases }) =>
    phrases.filter(({ length, 0: word = '' }) => length > 1 || COMPOUND.test(word)),
  );
  // As it is written, too: the text holds `Server-Sent Events`, and no `send`.
  return [tokens.map(({ text }) => text), tokens.map(({ text }) => thesaurusForm(text)), ...others];
}

/** True where a section holds one of the names as a whole: in its heading, or word by word side by side. */
export function holdsWhole({ doc, fit, name, matches }: Candidate, names: readonly Phrase[]): boolean {
  // `양자화` is all of its heading, and nothing of `양자 컴퓨팅`.
  const isTitled = ({ word, fields }: WordMatch): boolean =>
    (fields & TITLES) !== 0 || !word.forms.some((form) => names.some((phrase) => phrase.includes(form)));
  if ((fit >= HEADED && matches.every(isTitled)) || name?.literal === true) return true;
  return doc.variants.some(
    ({ section }) => says(section.name.toLowerCase(), names) || says(readText(section.text).plain, names),
  );
}

/** True where the words of a name stand side by side, whatever they end in. */
const says = (lower: string, names: readonly Phrase[]): boolean =>
  names.some((words) => placesOf(lower, words, true).some(([start]) => beginsWord(lower, start)));
