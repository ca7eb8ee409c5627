import type { Token } from '../letters/tokens.ts';
import { englishStem } from './english.ts';
import { intentOf } from './intents.ts';
import { koreanStems } from './korean.ts';
import { VENDORS } from './shortNames.ts';
import { isName, isSaid, type Phrase, type SynonymMatch, synonymsAt, thesaurusForm } from './thesaurus.ts';
import { type WordClass, wordClassOf } from './wordClass.ts';
import { formsOf, isStop } from './words.ts';

/** Synonyms of a word: phrases that must occur as a whole. */
export interface Synonyms {
  readonly phrases: readonly Phrase[];
  /** 0 to 1: weight of a one-word synonym, and of a phrase. */
  readonly weight: number;
  readonly whole: number;
  /** True for names of something that the word only describes. */
  readonly described: boolean;
}

/** What a word is, whatever it stands in: words repeat. */
export interface Lexeme {
  readonly forms: readonly string[];
  /** Its forms for the thesaurus: the parts of a name such as OpenSearch are not what it means. */
  readonly meant: readonly string[];
  /** Its synonyms as a word alone. */
  readonly synonyms: readonly Synonyms[];
  readonly stop: boolean;
  readonly gluedStop: boolean;
  /** Words that an answer is likely to contain, where it asks. */
  readonly intent: readonly string[] | undefined;
  /** The same for words that are one and the same. */
  readonly key: string;
  readonly wordClass: WordClass;
  readonly common: boolean;
  readonly vendor: boolean;
}

const lexemes = new Map<string, Lexeme>();
const KEPT = 4_000;

export function lexemeOf(token: Token): Lexeme {
  const known = lexemes.get(token.raw);
  if (known !== undefined) return known;
  const made = readLexeme(token);
  if (lexemes.size >= KEPT) lexemes.clear();
  lexemes.set(token.raw, made);
  return made;
}

function readLexeme(token: Token): Lexeme {
  const { text, script } = token;
  const forms = formsOf(token);
  // The parts of a compound name do not tell how common the name is, nor what Korean says for a Japanese word.
  const said = script === 'latin' ? [text, englishStem(text)] : script === 'other' ? [text] : forms;
  const meaning = thesaurusForm(text);
  const meant = script === 'latin' ? [meaning] : isName([text]) ? forms.filter(isLong) : forms;
  return {
    forms,
    meant,
    synonyms: synonymsAt([meant], 0).map(weighed),
    stop: isStop({ ...token, glued: false }),
    gluedStop: isStop({ ...token, glued: true }),
    intent: intentOf(text),
    key: script === 'hangul' ? longStem(text) : meaning,
    wordClass: script === 'number' ? 'plain' : wordClassOf(said),
    common: isName(forms) || isSaid(forms),
    vendor: said.some((form) => VENDORS.has(form)),
  };
}

/** `바나나` is a word of its own, and no `바` with particles. */
const isLong = (form: string): boolean => form.length > 1;

/** Weight of a synonym, of a phrase that is one, and of a described name; less where words are said for many names. */
const MEANT = 0.7;
const MEANT_WHOLE = 0.76;
const DESCRIBED = 0.45;
const TELLING = 2;

/** What is said for a word, weighed. */
export function weighed({ phrases, by, shared }: SynonymMatch): Synonyms {
  const likely = Math.min(1, (TELLING / shared) ** 0.3);
  const described = by === 'description';
  const weight = (described ? DESCRIBED : MEANT) * likely;
  return { phrases, weight, whole: described ? weight : MEANT_WHOLE * likely, described };
}

/** The shortest stem of a Korean word that is a word itself. */
function longStem(text: string): string {
  return koreanStems(text).findLast((stem) => stem.length > 1) ?? text;
}
