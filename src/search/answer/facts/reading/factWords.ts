import { lazy } from '#library/compute/lazy.ts';
import { memoize, memoizeLast } from '#library/compute/memoize.ts';
import { usualSpelling } from '../../../words/colloquial.ts';
import {
  type DetailWord,
  detailOf,
  type EventQuestion,
  readEventQuestion,
  type SaidWord,
} from './detailWords.ts';
import { type Role, rolesOf } from './factRoles.ts';
import { type NumberWord, numberIn } from './numbers.ts';
import { asWords } from './phrases.ts';

interface ReadWord extends NumberWord {
  /** None for a word that tells what is asked about. */
  readonly roles: readonly Role[];
  readonly detail: DetailWord | undefined;
}

/** What a word is, whatever stands beside it. */
const readWord = memoize(
  (word): ReadWord => ({ ...numberIn(word), roles: rolesOf(word), detail: detailOf(word) }),
  4_000,
  30,
);

/** A question about the sessions themselves, as its words are read. */
export interface FactQuestion {
  readonly roles: ReadonlySet<Role>;
  /** The number of a session, or its place in the list; from -1 for its place from the end. */
  readonly number: number | undefined;
  /** What is left: what it may be about. */
  readonly rest: readonly string[];
  /** Four digits. */
  readonly year: string | undefined;
  /**
   * True where the talks are what is asked for, and not what something is said of: in Korean the last thing that is
   * named, or that one of which is asked for (`세션 중에`, `어떤 세션`).
   */
  readonly isHead: boolean;
  /** The same words as a question for what is told of the event as a whole. */
  readonly ofEvent: EventQuestion;
}

const KANA = /[\u3041-\u30fa\u4e00-\u9fff]/u;
const japanese = lazy(() => new Intl.Segmenter('ja', { granularity: 'word' }));

/** `세션에서`, `발표 중에`: one of them is asked for. */
const AMONG = /^(?:중|중에|중에서|가운데)$|(?:에서|중에?)[는도]?$/u;

/** Japanese with spaces between its words; other texts as they are. */
const spacedOut = (text: string): string =>
  KANA.test(text) ? Array.from(japanese().segment(text), ({ segment }) => segment).join(' ') : text;

const isTalk = (word: ReadWord | undefined): boolean =>
  word?.roles.includes('talk') === true || word?.roles.includes('track') === true;

const isTitle = (word: ReadWord | undefined): boolean => word?.roles[0] === 'summary';

/** What may stand around a word and is no part of it. */
const MARKED = /^[.\-/]|[.\-/]$/u;

/** `번째` and `番目` make an ordinal of the number before them. */
const ORDINAL_BEHIND = /^(?:번째|番目?|つ目|本目|回目)/u;
/** True for `둘째` of `둘째 날`. */
const isDay = (word: string, next: string): boolean => next.startsWith('날') && !/\d/u.test(word);

/** A word that is made of words of some class alone, as these: `이거언제열린거야`, `몇편짜리`. Any other as it is. */
const typedTogether = (word: string): readonly string[] =>
  TOGETHER.test(word) && (!isRead(word) || ASKS.test(word)) ? (partsOf(word) ?? [word]) : [word];

/** What asks, within a word that begins as another does: `발표누가했어`. */
const ASKS = /.누[가구]|.언제|.어디|.몇/u;
const TOGETHER = /^[가-힣]{3,16}$/u;
/** Syllables: shorter words are endings of others, but for those that stand before a noun. */
const SHORTEST_PART = 2;
const SHORT_PART = /^[뭔뭐몇첫맨총]/u;

/** True for a word that is of some class. */
function isRead(word: string): boolean {
  const { roles, detail } = readWord(word);
  return roles.length > 0 || detail !== undefined;
}

/** Two or more words that a word is made of; undefined where it is not. */
function partsOf(word: string): readonly string[] | undefined {
  for (let at = SHORT_PART.test(word) ? 1 : SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
    const [front, behind] = [word.slice(0, at), word.slice(at)];
    if (!isRead(front)) continue;
    const others = isRead(behind) ? [behind] : partsOf(behind);
    if (others !== undefined) return [front, ...others];
  }
  return undefined;
}

/** The roles of a question's words, its number and year, and the words that are left. */
export const readWords = memoizeLast((text): FactQuestion => {
  const said: SaidWord[] = [];
  let number: number | undefined;
  let year: string | undefined;
  let isHead = true;
  let isAmong = false;
  const words = spacedOut(asWords(usualSpelling(text.toLowerCase()).replaceAll('’', "'")))
    .replace(/'s\b/gu, ' s')
    .replace(/(?<=\p{L}{2})(?=(?:19|20)\d\d(?!\d))/gu, ' ')
    .replace(/#(?=\d)/gu, '')
    .split(/[^\p{L}\p{N}.+/-]+/u)
    .map((word) => (MARKED.test(word) ? word.replace(/^[.\-/]+|[.\-/]+$/gu, '') : word))
    .filter((word) => word !== '')
    .flatMap(typedTogether);
  const reads = words.map(readWord);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const next = words[at + 1] ?? '';
    const read = reads[at];
    if (read === undefined) break;
    const { year: ofYear, place, cardinal = 0, amount, roles: own, detail } = read;
    const before = at > 0 ? reads[at - 1] : undefined;
    if (ofYear !== undefined) year = ofYear;
    else if (place !== undefined && number === undefined && !isDay(word, next)) {
      number = place;
      if (TALK.test(word)) said.push({ word, roles: ['talk'], detail: undefined });
    } else if (cardinal > 1 && (ORDINAL_BEHIND.test(next) || isTalk(before))) number ??= cardinal;
    else if (
      (amount !== undefined && (isTalk(before) || isTalk(reads[at + 1]) || isTitle(reads[at + 1]))) ||
      (cardinal > 1 && isTalk(reads[at + (/^개/u.test(next) ? 2 : 1)]))
    )
      said.push({ word, roles: ['filler'], detail: undefined });
    else {
      if (own.length === 0 && /[가-힣]/u.test(word)) isHead = false;
      said.push({ word, roles: own, detail });
      const isOfTalks = said.some(({ roles }) => roles.includes('talk'));
      if (own.includes('talk') || (own.length > 0 && AMONG.test(word) && isOfTalks)) isHead = true;
      isAmong ||= own.includes('talk') && (before?.roles.includes('list') === true || AMONG.test(word));
    }
  }
  return {
    roles: new Set(said.flatMap(({ roles }) => roles)),
    rest: said.filter(({ roles }) => roles.length === 0).map(({ word }) => word),
    number,
    year,
    isHead: isHead || isAmong,
    ofEvent: readEventQuestion(said),
  };
});
const TALK = /세션|발표|강연|글|session|talk|post/u;
