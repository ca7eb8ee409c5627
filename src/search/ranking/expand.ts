import { memoizeRecurring } from '#library/compute/memoizeRecurring.ts';
import type { Segment } from '../index/segment.ts';
import { frequency } from '../index/tables/postings.ts';
import type { StringTable } from '../index/tables/stringTable.ts';
import { isJamo, isSyllable } from '../letters/hangul.ts';
import { hangulOfName } from '../letters/loanWords.ts';
import { type Token, tokenOf } from '../letters/tokens.ts';
import { englishStem } from '../words/english.ts';
import { koreanStems } from '../words/korean.ts';
import type { Phrase } from '../words/thesaurus.ts';
import { withoutParticles } from '../words/words.ts';
import type { QueryWord } from './query.ts';

/** A term of the posts, or several that must occur together, that a query word may stand for. */
export interface Expansion {
  readonly terms: readonly number[];
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
  /** True for what another language says for it. */
  readonly translated?: true;
}

const MOST_EXPANSIONS = 24;
const SAME_SOUND = 0.84;
/** What is done, in a form of 하다 or 되다: `푸시했으면`. It may be a loan word that no list knows. */
const DONE = /^([가-힣]{2,6}?)[하해했할한함되된될됐돼][가-힣]*$/u;
const DONE_SOUND = 0.7;

/** Texts of terms that were matched: the same ones match in section after section. */
const texts = new WeakMap<Segment, Map<number, string>>();

/** The text of a term of a segment. */
export function textOf(segment: Segment, term: number): string {
  const known = texts.get(segment) ?? new Map<number, string>();
  const before = known.get(term);
  if (before !== undefined) return before;
  const text = segment.terms.text(term);
  if (known.size === 0) texts.set(segment, known);
  if (known.size >= KEPT) known.clear();
  known.set(term, text);
  return text;
}

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
  const joined = joinedIn(segment, word);
  const isJoined = joined.length > 0;
  // What a word means may depend on its neighbours.
  const beside = word.inPhrase ? `${word.joined.join(' ')} ${word.synonyms.length}` : '';
  const key = `${word.token.raw} ${isKnown} ${isJoined} ${word.hint} ${word.finished} ${beside}`;
  const own = known(key, () => expandAnew(segment, word, isKnown, isJoined));
  return isJoined ? withJoined(segment, own, joined) : own;
}

const JOINED = 0.95;

/** The terms that a word is with its neighbour, or with the one that it was typed apart from. */
function joinedIn({ terms }: Segment, { joined }: QueryWord): readonly number[] {
  let found: number[] | undefined;
  for (const text of joined) {
    const term = terms.find(text);
    if (term === undefined || found?.includes(term) === true) continue;
    if (found === undefined) found = [term];
    else found.push(term);
  }
  return found ?? NO_TERMS;
}
const NO_TERMS: readonly number[] = [];

/** The expansions of a word with those by its neighbours: each takes the place of one that is the same and weighs less. */
function withJoined(
  { postings }: Segment,
  own: readonly Expansion[],
  joined: readonly number[],
): readonly Expansion[] {
  const added = joined.filter(
    (term) =>
      frequency(postings, term) > 0 &&
      !own.some(({ terms, weight }) => weight > JOINED && isOnly(terms, term)),
  );
  const others = own.filter(({ terms }) => !added.some((term) => isOnly(terms, term)));
  const heavier = others.filter(({ weight }) => weight > JOINED);
  return [
    ...heavier,
    ...added.map((term): Expansion => ({ terms: [term], weight: JOINED, how: 'joined' })),
    ...others.slice(heavier.length),
  ].slice(0, MOST_EXPANSIONS);
}

const isOnly = (terms: readonly number[], term: number): boolean => terms.length === 1 && terms[0] === term;

function expandAnew(
  segment: Segment,
  word: QueryWord,
  known: boolean,
  isJoined: boolean,
): readonly Expansion[] {
  const { terms, vocabulary } = segment;
  const found: Expansion[] = [];
  const add = (terms: readonly number[], weight: number, how: Expansion['how'], translated = false): void => {
    const place = placeOf(found, terms);
    const made: Expansion = translated ? { terms, weight, how, translated } : { terms, weight, how };
    if (place < 0) found.push(made);
    else if ((found[place]?.weight ?? 0) < weight) found[place] = made;
  };
  const stemmed = englishStem(word.token.text);
  word.forms.forEach((form, i) => {
    const id = terms.find(form);
    if (id === undefined || (i > 0 && form.length < 2)) return;
    // The parts of a compound name such as BigQuery say less than the name itself.
    const inside = !word.hint && word.token.script === 'latin' && i > 0 && form !== stemmed;
    add([id], i === 0 ? 1 : inside ? 0.55 : 0.97, i === 0 ? 'word' : inside ? 'part' : 'stem');
  });
  if (word.hint) return sorted(segment, found);
  const direct = known || found.length > 0;
  const { text, script } = word.token;
  for (const { phrases, weight, whole, described } of word.synonyms)
    for (const phrase of phrases) {
      const translated = !described && isTranslation(script, phrase);
      for (const { ids, single } of written(segment, phrase))
        add(ids, single ? weight : whole, described ? 'described' : 'meaning', translated);
    }
  if (script === 'number' || text.length > 40) return sorted(segment, found);
  // A word that the posts contain, an everyday word or one of the thesaurus was meant as typed: at most in another spelling.
  const guess = !direct && !word.common && (word.wordClass === 'content' || word.wordClass === 'name');
  const unfinished = isJamo(text.charCodeAt(text.length - 1)) && isSyllable(text.charCodeAt(0));
  const stem = stemToken(word);
  // Verbs and question words match by stem; only an unfinished word may be a prefix.
  // What is known in another language is no compound of its parts: `데이터독` is `Datadog`.
  const isTranslated = word.common && found.some(({ translated }) => translated === true);
  const spoken = word.finished && (word.wordClass === 'plain' || word.wordClass === 'asking');
  // What looks like a particle may be the end of a name: `그라파나`.
  for (const token of spoken ? [] : guess && stem !== word.token ? [stem, word.token] : [stem]) {
    for (const near of vocabulary.byLetters(token, direct || (word.finished && !unfinished))) {
      if (near.how === 'typo' && !guess) continue;
      if (near.how === 'part' && isTranslated && textOf(segment, near.term).length < token.text.length)
        continue;
      add([near.term], near.weight * (direct ? 0.85 : 1), near.how);
    }
    if (word.wordClass !== 'everyday' && (script === 'hangul' || script === 'latin'))
      // For a word that the posts contain as typed, only the other spelling is wanted.
      for (const near of vocabulary.bySound(token))
        if (guess || near.weight > SAME_SOUND) add([near.term], near.weight * (direct ? 0.8 : 0.95), 'sound');
  }
  const done = spoken && !direct && found.length === 0 ? DONE.exec(text)?.[1] : undefined;
  if (done !== undefined)
    for (const near of vocabulary.bySound({ ...word.token, text: done, raw: done }))
      if (near.weight > DONE_SOUND) add([near.term], near.weight * 0.95, 'sound');
  if (script === 'latin' && guess && found.length === 0) readName(segment, text, add);
  split(segment, word, add);
  if (!known && !isJoined && !found.some(({ weight }) => weight > 0.6)) splitByEar(segment, stem, add);
  return sorted(segment, found);
}

const ROMANIZED = 0.9;
/** The least that a given name is of a whole one: `민재` of `김민재`. */
const GIVEN = 0.7;

/** A Korean name in Latin letters, whole or without the family's: `Daejeon` as `대전`, `Minjae` in `김민재`. */
function readName(
  { terms, vocabulary }: Segment,
  text: string,
  add: (ids: readonly number[], weight: number, how: Expansion['how']) => void,
): void {
  for (const name of hangulOfName(text)) {
    const term = terms.find(name);
    if (term !== undefined) add([term], ROMANIZED, 'sound');
    else
      for (const near of vocabulary.byLetters(tokenOf(name), true))
        if (near.how === 'part' && near.weight >= GIVEN) add([near.term], ROMANIZED * near.weight, 'sound');
  }
}

/** True for a phrase in another script than the word: what another language says for it. */
const isTranslation = (script: Token['script'], [word = '']: Phrase): boolean =>
  script === 'hangul' ? /^[a-z]/.test(word) : script === 'latin' && isSyllable(word.charCodeAt(0));

/** A phrase in the posts' words. */
interface IndexedPhrase {
  readonly ids: readonly number[];
  /** True where the phrase is one word. */
  readonly single: boolean;
}

/** Of each phrase of the thesaurus that was looked up last, what a segment holds of it: most hold nothing of most. */
const indexed = new WeakMap<Segment, Map<Phrase, readonly IndexedPhrase[]>>();
const PHRASES_KEPT = 16_000;

const NONE: readonly IndexedPhrase[] = [];

/** A phrase as the posts contain it: as it is, as one word, or a long Korean word as two. */
function written(segment: Segment, phrase: Phrase): readonly IndexedPhrase[] {
  const known = indexed.get(segment) ?? new Map<Phrase, readonly IndexedPhrase[]>();
  indexed.set(segment, known);
  const before = known.get(phrase);
  if (before !== undefined) return before;
  if (known.size >= PHRASES_KEPT) known.clear();
  const made = spelled(segment, phrase);
  known.set(phrase, made);
  return made;
}

function spelled({ terms }: Segment, phrase: Phrase): readonly IndexedPhrase[] {
  const [word = ''] = phrase;
  const single = phrase.length === 1;
  const ids = idsOf(terms, phrase);
  const joined = single ? undefined : termOf(terms, phrase.join(''));
  const halves = single && word.length >= 4 && isSyllable(word.charCodeAt(0)) ? halvesOf(terms, word) : NONE;
  if (ids === undefined) return joined === undefined ? halves : [{ ids: [joined], single }];
  const whole = { ids, single };
  if (joined !== undefined) return [whole, { ids: [joined], single }];
  return halves.length === 0 ? [whole] : [whole, ...halves];
}

/** The terms of all words of a phrase; undefined where the posts do not hold one of them. */
function idsOf(terms: StringTable, [word = '', ...more]: Phrase): readonly number[] | undefined {
  const first = termOf(terms, word);
  if (first === undefined) return undefined;
  const ids = [first];
  for (const part of more) {
    const id = termOf(terms, part);
    if (id === undefined) return undefined;
    ids.push(id);
  }
  return ids;
}

/** A long Korean word as two that the posts hold, in each way. */
function halvesOf(terms: StringTable, word: string): readonly IndexedPhrase[] {
  let found = NONE;
  for (let at = 2; at <= word.length - 2; at += 1) {
    const left = terms.find(word, 0, at);
    const right = left === undefined ? undefined : termOf(terms, word.slice(at));
    if (left !== undefined && right !== undefined) found = [...found, { ids: [left, right], single: true }];
  }
  return found;
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

/** Fewest and most syllables of a word that may be several. */
const SHORTEST_COMPOUND = 3;
const LONGEST_COMPOUND = 12;
const MOST_PARTS = 3;
/** How surely a part of one syllable must be heard: it sounds like too many others. */
const SYLLABLE_HEARD = 0.88;

/** Words written as one, by sound or with typos: `컨택센타` for `Contact Center`, `커브컷` for `curb cut`. */
function splitByEar(
  segment: Segment,
  token: Token,
  add: (ids: readonly number[], weight: number, how: Expansion['how']) => void,
): void {
  const { text } = token;
  if (token.script !== 'hangul' || text.length < SHORTEST_COMPOUND || text.length > LONGEST_COMPOUND) return;
  const heard = (part: string): readonly { readonly term: number; readonly weight: number }[] => {
    const same = part.length > 1 ? segment.terms.find(part) : undefined;
    if (same !== undefined) return [{ term: same, weight: 1 }];
    const near = segment.vocabulary.bySound({ ...token, text: part, raw: part });
    const sure = part.length > 1 ? near : near.filter(({ weight }) => weight >= SYLLABLE_HEARD);
    return sure.toSorted((a, b) => b.weight - a.weight).slice(0, 3);
  };
  const read = (from: number, terms: readonly number[], least: number): void => {
    const isLast = terms.length === MOST_PARTS - 1;
    for (let end = isLast ? text.length : from + 1; end <= text.length; end += 1) {
      if (end - from === text.length) break;
      for (const { term, weight } of heard(text.slice(from, end)))
        if (end < text.length) read(end, [...terms, term], Math.min(least, weight));
        else add([...terms, term], 0.95 * Math.min(least, weight), 'sound');
    }
  };
  read(0, [], 1);
}

function placeOf(found: readonly Expansion[], ids: readonly number[]): number {
  for (let at = 0; at < found.length; at += 1) if (isSame(found[at]?.terms ?? [], ids)) return at;
  return -1;
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

const sorted = ({ postings }: Segment, found: readonly Expansion[]): readonly Expansion[] =>
  found
    .filter(({ terms }) => terms.every((term) => frequency(postings, term) > 0))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_EXPANSIONS);
