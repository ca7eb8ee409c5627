import { lazy } from '#library/compute/lazy.ts';
import { memoize } from '#library/compute/memoize.ts';
import { isSyllable } from '../letters/hangul.ts';
import { tokensOf } from '../letters/tokens.ts';
import { conceptLines } from './conceptLines.ts';
import { englishStem, irregularForms } from './english.ts';
import { readWordList } from './lists/wordList.ts';

/** A synonym as its words in order: `['machine', 'learn']`. */
export type Phrase = readonly string[];

/** What words are to a concept: its name, what people say for it, or what describes it. */
export type Way = 'name' | 'said' | 'description';

/** Synonyms of one or more query words. */
export interface SynonymMatch {
  /** Number of query words that it replaces. */
  readonly length: number;
  /** The same array for the same words of the same concept. */
  readonly phrases: readonly Phrase[];
  readonly by: Way;
  /** Number of concepts that the query words may be said for, or describe: the more, the less likely is each. */
  readonly shared: number;
}

/** What a word of one language is in another: words of a line that are of one language are not the same. */
const DICTIONARY = 'dictionary.txt';

/** Products, companies, brands and places that the world knows. */
const PROPER_NAMES = 'names.txt';

/**
 * A line a concept: synonymous names separated by ` / `; after ` < ` what people say where texts have one of the names,
 * which is read and never looked for; after ` ~ ` descriptions by people who do not know the name. Of words in brackets
 * any may stand there; an underscore is a space in one of them.
 */
export const CONCEPTS = [
  'cloud.txt',
  'data.txt',
  'learning.txt',
  'software.txt',
  'world.txt',
  'actions.txt',
  'core.txt',
  'english.txt',
  'layTerms.txt',
  'bothLanguages.txt',
  'spoken.txt',
  'spokenEnglish.txt',
  'everydayWords.txt',
  'doneTo.txt',
  PROPER_NAMES,
  DICTIONARY,
];

interface Concept {
  readonly names: readonly Phrase[];
  readonly said: readonly Phrase[];
  readonly descriptions: readonly Phrase[];
}

/** The lookup form of a thesaurus word: Latin words by their stem. */
export function thesaurusForm(text: string): string {
  return /^[a-z]/.test(text) ? englishStem(text) : text;
}

/** The same array for the same words, as long as it is kept: what a library holds of a phrase is looked up once. */
const phraseOf: (text: string) => Phrase = memoize(
  (text) => tokensOf(text).map((token) => thesaurusForm(token.text)),
  20_000,
);

/** A part of a line with words in brackets, any of which may stand there, as each of what it comes to. */
const combined = (part: string): readonly string[] =>
  part
    .split(/[()]/u)
    .reduce<readonly string[]>(
      (heads, piece, at) =>
        (at % 2 === 1 ? piece.split(' ') : [piece]).flatMap((word) => heads.map((head) => head + word)),
      [''],
    );

/** A line without words in brackets. */
const spelledOut = (line: string): string =>
  line.includes('(')
    ? line
        .split(/( [/<~] )/u)
        .map((part, at) => (at % 2 === 1 ? part : combined(part).join(' / ')))
        .join('')
        .replaceAll('_', ' ')
    : line;

/** Read with the first question: a bot that has just started is online before. */
const thesaurus = lazy(() => {
  const lists: string[] = [];
  const starts = new Map<string, number>();
  let length = 0;
  for (const file of CONCEPTS) {
    const lines = readWordList(`concepts/${file}`).map((line) => `${spelledOut(line)}\n`);
    const list = lines.join('');
    starts.set(file, length);
    lists.push(list);
    length += list.length;
  }
  return {
    ...conceptLines(lists.join(''), { keyOf: firstForm, formsOf: irregularForms }),
    properNames: starts.get(PROPER_NAMES) ?? 0,
    dictionary: starts.get(DICTIONARY) ?? 0,
  };
});

/** What a phrase is looked up by. Fast path for Hangul and lower-case Latin, which nearly all first words are. */
function firstForm(word: string): string {
  if (isSyllable(word.charCodeAt(0)) && isSyllable(word.charCodeAt(word.length - 1))) return word;
  return /^[a-z]+$/.test(word) ? englishStem(word) : (phraseOf(word)[0] ?? '');
}

/** True for a Korean word that a phrase of the thesaurus begins with. */
export const isFirstWord = (word: string): boolean => thesaurus().withFirst(word).length > 0;

/** A phrase of a concept, under its first word. */
interface Entry {
  readonly line: number;
  readonly phrase: Phrase;
  /** Names of the concept other than the phrase; the same array for the same entry. */
  readonly others: readonly Phrase[];
  readonly by: Way;
}

/** The phrases that begin with a word, longest first. */
interface Entries {
  /** Those of several words, and where those with a second word are among them. */
  readonly several: readonly Entry[];
  readonly bySecond: ReadonlyMap<string, readonly number[]>;
  readonly single: readonly Entry[];
}

const concepts = new Map<number, Concept>();
const entries = new Map<string, Entries>();
const NONE: Entries = { several: [], bySecond: new Map(), single: [] };

function conceptOf(line: number): Concept {
  const known = concepts.get(line);
  if (known !== undefined) return known;
  const [told = '', descriptions = ''] = thesaurus().lineAt(line).split(' ~ ');
  const [names = '', said = ''] = told.split(' < ');
  const phrases = (text: string): Phrase[] =>
    text
      .split(' / ')
      .map(phraseOf)
      .filter((phrase) => phrase.length > 0);
  const made = { names: phrases(names), said: phrases(said), descriptions: phrases(descriptions) };
  concepts.set(line, made);
  return made;
}

function entriesOf(word: string): Entries {
  const known = entries.get(word);
  if (known !== undefined) return known;
  const lines = thesaurus().withFirst(word);
  if (lines.length === 0) return NONE;
  const all: Entry[] = [];
  for (const line of lines) {
    const { names, said, descriptions } = conceptOf(line);
    const usable = names.filter(isUsable);
    const translates = line >= thesaurus().dictionary;
    for (const phrase of names)
      if (phrase[0] === word) {
        const latin = isLatin(phrase);
        const isOther = (other: Phrase): boolean =>
          other !== phrase && (!translates || isLatin(other) !== latin);
        all.push({ line, phrase, others: usable.filter(isOther), by: 'name' });
      }
    for (const phrase of said) if (phrase[0] === word) all.push({ line, phrase, others: usable, by: 'said' });
    for (const phrase of descriptions)
      if (phrase[0] === word) all.push({ line, phrase, others: usable, by: 'description' });
  }
  all.sort((a, b) => b.phrase.length - a.phrase.length);
  const several = all.filter(({ phrase }) => phrase.length > 1);
  const bySecond = new Map<string, number[]>();
  for (const [at, { phrase }] of several.entries()) {
    const known = bySecond.get(phrase[1] ?? '');
    if (known === undefined) bySecond.set(phrase[1] ?? '', [at]);
    else known.push(at);
  }
  const made = { several, bySecond, single: all.slice(several.length) };
  entries.set(word, made);
  return made;
}

/** The phrases that begin with a word and one of the next ones, or are that word alone; longest first. */
function phrasesFrom(word: string, next: readonly string[] | undefined): readonly Entry[] {
  const { several, bySecond, single } = entriesOf(word);
  if (next === undefined || several.length === 0) return single;
  const places = next.flatMap((form) => bySecond.get(form) ?? []);
  if (places.length === 0) return single;
  const found = [...new Set(places)].sort((a, b) => a - b).flatMap((place) => several[place] ?? []);
  return [...found, ...single];
}

const isAlone = (forms: readonly string[], way: Way): boolean =>
  forms.some((form) => form.length > 1 && entriesOf(thesaurusForm(form)).single.some(({ by }) => by === way));

/** True where one of the forms of a word is a name in the thesaurus by itself. */
export const isName = (forms: readonly string[]): boolean => isAlone(forms, 'name');

const isOfProperNames = ({ line }: Entry): boolean =>
  line >= thesaurus().properNames && line < thesaurus().dictionary;

/** True for a proper name of one word: `나고야` is no form of `나`. */
export const isProperName = (word: string): boolean => entriesOf(word).single.some(isOfProperNames);

/** A proper name that words begin with: how many of them it takes, and by which names it goes. */
export interface NameAt {
  readonly length: number;
  readonly names: readonly Phrase[];
}

/**
 * The longest proper name that begins at `at`; undefined where the word is one of everybody's as well: `surface`.
 * @param words the forms of each word.
 */
export function properNameAt(words: readonly (readonly string[])[], at: number): NameAt | undefined {
  const forms = (words[at] ?? []).filter((form) => form.length > 1);
  const found = forms.flatMap((form) =>
    phrasesFrom(form, words[at + 1]).filter(
      (entry) => entry.by === 'name' && standsAt(entry.phrase, words, at),
    ),
  );
  const length = Math.max(0, ...found.map(({ phrase }) => phrase.length));
  const longest = found.filter(({ phrase }) => phrase.length === length);
  if (length === 0 || !longest.every(isOfProperNames)) return undefined;
  return { length, names: longest.flatMap(({ phrase, others }) => [phrase, ...others]) };
}

/** True where the words of a phrase behind the second stand behind `at`. */
const standsAt = (phrase: Phrase, words: readonly (readonly string[])[], at: number): boolean =>
  phrase.every((word, i) => i < 2 || words[at + i]?.includes(word) === true);

/** True where one of the forms of a word is by itself what people say for a name in the thesaurus. */
export const isSaid = (forms: readonly string[]): boolean => isAlone(forms, 'said');

/** True where a phrase of several words begins with one of the forms of a word and one of those of the next. */
export const beginsPhrase = (forms: readonly string[], next: readonly string[] | undefined): boolean =>
  next !== undefined &&
  forms.some((form) => {
    const { bySecond } = entriesOf(form);
    return bySecond.size > 0 && next.some((second) => bySecond.has(second));
  });

/**
 * Synonyms of the words that begin at `at`.
 * @param words the forms of each query word.
 */
export function synonymsAt(words: readonly (readonly string[])[], at: number): SynonymMatch[] {
  const out: SynonymMatch[] = [];
  /** Of each concept, the best way in which the words mean it: names come before what is said for them. */
  const best = new Map<number, Entry>();
  for (const form of words[at] ?? [])
    for (const entry of phrasesFrom(form, words[at + 1])) {
      const known = best.get(entry.line);
      if (known !== undefined && WAYS.indexOf(known.by) <= WAYS.indexOf(entry.by)) continue;
      if (standsAt(entry.phrase, words, at)) best.set(entry.line, entry);
    }
  const found = [...best.values()];
  for (const by of WAYS) {
    const some = found.filter((entry) => entry.by === by);
    const shared = by === 'name' ? 1 : some.length;
    for (const { phrase, others } of some) out.push({ length: phrase.length, phrases: others, by, shared });
  }
  return out;
}

const WAYS: readonly Way[] = ['name', 'said', 'description'];

const isLatin = ([word = '']: Phrase): boolean => /^[a-z]/.test(word);

/** A single syllable has too many other meanings: `은` for silver, `배` for a ship. */
function isUsable([word = '', ...rest]: Phrase): boolean {
  return rest.length > 0 || word.length > 1;
}
