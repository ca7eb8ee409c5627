import { memoizeRecurring } from '#library/compute/memoizeRecurring.ts';
import type { Segment } from '../index/segment.ts';
import { frequency } from '../index/tables/postings.ts';
import type { StringTable } from '../index/tables/stringTable.ts';
import { isJamo, isSyllable } from '../letters/hangul.ts';
import type { Token } from '../letters/tokens.ts';
import { koreanStems } from '../words/korean.ts';
import type { Phrase } from '../words/thesaurus.ts';
import { withoutParticles } from '../words/words.ts';
import type { QueryWord } from './query.ts';

/** A term of the posts, or several that must occur together, that a query word may stand for. */
export interface Expansion {
  readonly terms: readonly number[];
  readonly texts: readonly string[];
  /** 0 to 1: how well it replaces the query word. */
  readonly weight: number;
  readonly how:
    | 'word'
    | 'stem'
    | 'joined'
    | 'meaning'
    | 'described'
    | 'beginning'
    | 'part'
    | 'typo'
    | 'sound';
}

/** An expansion whose texts are not read yet. */
type Found = Omit<Expansion, 'texts'>;

/** No segment has as many terms: two of them make one number. */
const APART = 2 ** 26;
const MOST_EXPANSIONS = 24;
const SAME_SOUND = 0.84;

/** Most words whose expansions are cached per segment: people type the same words again. */
const KEPT = 4_000;
const kept = new WeakMap<Segment, ReturnType<typeof memoizeRecurring<readonly Expansion[]>>>();

/** True where a query word, or its stem, is a term of the segment. */
export function isIndexedWord(segment: Segment, word: QueryWord): boolean {
  return word.forms.some((form, i) => (i === 0 || form.length > 1) && segment.terms.find(form) !== undefined);
}

/**
 * Expansions of a query word in a segment, best first.
 * @param isKnown true where it is a term of any segment: then typos and sound splits are not tried.
 */
export function expand(segment: Segment, word: QueryWord, isKnown: boolean): readonly Expansion[] {
  const known = kept.get(segment) ?? memoizeRecurring<readonly Expansion[]>(KEPT);
  kept.set(segment, known);
  const key = `${word.token.raw} ${isKnown} ${word.hint} ${word.finished} ${word.joined.join(' ')} ${word.synonyms.length}`;
  return known(key, () => expandAnew(segment, word, isKnown));
}

function expandAnew(segment: Segment, word: QueryWord, known: boolean): readonly Expansion[] {
  const { terms, vocabulary } = segment;
  const found = new Map<number | string, Found>();
  const add = (ids: readonly number[], weight: number, how: Expansion['how']): void => {
    const [first = 0, second = 0] = ids;
    const key = ids.length === 1 ? first : ids.length === 2 ? -first * APART - second - 1 : ids.join(' ');
    const before = found.get(key);
    if (before === undefined || before.weight < weight) found.set(key, { terms: ids, weight, how });
  };
  word.forms.forEach((form, i) => {
    const id = terms.find(form);
    if (id === undefined || (i > 0 && form.length < 2)) return;
    // The parts of a compound name such as BigQuery say less than the name itself.
    const inside = !word.hint && word.token.script === 'latin' && i > 0 && !word.token.text.startsWith(form);
    add([id], i === 0 ? 1 : inside ? 0.55 : 0.97, i === 0 ? 'word' : inside ? 'part' : 'stem');
  });
  if (word.hint) return sorted(segment, found);
  const direct = known || found.size > 0;
  for (const joined of word.joined) {
    const id = terms.find(joined);
    if (id !== undefined) add([id], 0.95, 'joined');
  }
  for (const { phrases, weight, whole, described } of word.synonyms)
    for (const { ids, single } of written(segment, phrases))
      add(ids, single ? weight : whole, described ? 'described' : 'meaning');
  const { text, script } = word.token;
  if (script === 'number' || text.length > 40) return sorted(segment, found);
  // A word that the posts contain, an everyday word or one of the thesaurus was meant as typed: at most in another spelling.
  const guess = !direct && !word.common && (word.wordClass === 'content' || word.wordClass === 'name');
  const unfinished = isJamo(text.charCodeAt(text.length - 1)) && isSyllable(text.charCodeAt(0));
  const stem = stemToken(word);
  // Verbs and question words match by stem; only an unfinished word may be a prefix.
  const spoken = word.finished && (word.wordClass === 'plain' || word.wordClass === 'asking');
  // What looks like a particle may be the end of a name: `그라파나`.
  for (const token of spoken ? [] : guess && stem !== word.token ? [stem, word.token] : [stem]) {
    for (const near of vocabulary.byLetters(token, direct || (word.finished && !unfinished))) {
      if (near.how === 'typo' && !guess) continue;
      add([near.term], near.weight * (direct ? 0.85 : 1), near.how);
    }
    if (word.wordClass !== 'everyday' && (script === 'hangul' || script === 'latin'))
      // For a word that the posts contain as typed, only the other spelling is wanted.
      for (const near of vocabulary.bySound(token))
        if (guess || near.weight > SAME_SOUND) add([near.term], near.weight * (direct ? 0.8 : 0.95), 'sound');
  }
  split(segment, word, add);
  if (!known && ![...found.values()].some(({ weight }) => weight > 0.6)) splitByEar(segment, stem, add);
  return sorted(segment, found);
}

/** A phrase in the posts' words. */
interface IndexedPhrase {
  readonly ids: readonly number[];
  /** True where the phrase is one word. */
  readonly single: boolean;
}

/** Phrase lists cached per segment: the thesaurus gives the same list for the same words. */
const lists = new WeakMap<Segment, Map<readonly Phrase[], readonly IndexedPhrase[]>>();

const NONE: readonly IndexedPhrase[] = [];

/** The phrases that the posts contain: as they are, as one word, or a long Korean word as two. */
function written(segment: Segment, phrases: readonly Phrase[]): readonly IndexedPhrase[] {
  const known = lists.get(segment) ?? new Map<readonly Phrase[], readonly IndexedPhrase[]>();
  lists.set(segment, known);
  const before = known.get(phrases);
  if (before !== undefined) return before;
  if (known.size >= KEPT) known.clear();
  const found: IndexedPhrase[] = [];
  for (const phrase of phrases) spelled(segment, phrase, found);
  const made = found.length === 0 ? NONE : found;
  known.set(phrases, made);
  return made;
}

function spelled({ terms }: Segment, phrase: Phrase, found: IndexedPhrase[]): void {
  const single = phrase.length === 1;
  const [word = ''] = phrase;
  const ids: number[] = [];
  for (const part of phrase) {
    const id = termOf(terms, part);
    if (id === undefined) break;
    ids.push(id);
  }
  if (ids.length === phrase.length) found.push({ ids, single });
  if (!single) {
    const joined = termOf(terms, phrase.join(''));
    if (joined !== undefined) found.push({ ids: [joined], single });
  } else if (word.length >= 4 && isSyllable(word.charCodeAt(0)))
    for (let at = 2; at <= word.length - 2; at += 1) {
      const left = terms.find(word, 0, at);
      const right = left === undefined ? undefined : termOf(terms, word.slice(at));
      if (left !== undefined && right !== undefined) found.push({ ids: [left, right], single });
    }
}

/** A word, or the term of a longer one that ends like a particle: `화상회` for `화상회의`. */
function termOf(terms: StringTable, word: string): number | undefined {
  const found = terms.find(word);
  if (found !== undefined || !isSyllable(word.charCodeAt(0))) return found;
  const stem = koreanStems(word)[0];
  return stem === undefined ? undefined : terms.find(stem);
}

/** A Korean word without its particles; any other word unchanged. */
function stemToken({ token }: QueryWord): Token {
  const stem = withoutParticles(token);
  return token.script !== 'hangul' || stem === token.text ? token : { ...token, text: stem, raw: stem };
}

/** A compound typed without a space that the posts write with one: `데이터분석`. */
function split(
  segment: Segment,
  word: QueryWord,
  add: (ids: readonly number[], weight: number, how: Expansion['how']) => void,
): void {
  for (const form of word.forms) {
    for (let at = 2; at <= form.length - 2; at += 1) {
      const left = segment.terms.find(form, 0, at);
      const right = left === undefined ? undefined : segment.terms.find(form, at);
      if (left !== undefined && right !== undefined) add([left, right], 0.9, 'joined');
    }
  }
}

/** Two words written as one, by sound or with typos: `컨택센타` for `Contact Center`. */
function splitByEar(
  segment: Segment,
  token: Token,
  add: (ids: readonly number[], weight: number, how: Expansion['how']) => void,
): void {
  if (token.script !== 'hangul' || token.text.length < 4 || token.text.length > 10) return;
  const heard = (text: string): readonly { readonly term: number; readonly weight: number }[] => {
    const same = segment.terms.find(text);
    if (same !== undefined) return [{ term: same, weight: 1 }];
    const near = segment.vocabulary.bySound({ ...token, text, raw: text });
    return near.toSorted((a, b) => b.weight - a.weight).slice(0, 3);
  };
  for (let at = 2; at <= token.text.length - 2; at += 1) {
    const lefts = heard(token.text.slice(0, at));
    const rights = lefts.length === 0 ? [] : heard(token.text.slice(at));
    for (const left of lefts)
      for (const right of rights)
        add([left.term, right.term], 0.95 * Math.min(left.weight, right.weight), 'sound');
  }
}

function sorted(segment: Segment, found: ReadonlyMap<number | string, Found>): Expansion[] {
  return [...found.values()]
    .filter(({ terms }) => terms.every((term) => frequency(segment.postings, term) > 0))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_EXPANSIONS)
    .map((one) => ({ ...one, texts: one.terms.map((term) => segment.terms.text(term)) }));
}
