import { lazy } from '#library/compute/lazy.ts';
import { memoize, memoizeLast } from '#library/compute/memoize.ts';
import { type Role, rolesOf } from './factRoles.ts';

const NUMBERED =
  /^(?:세션|발표|강연|글|session|talk|post|no\.?)?(\d{1,4})(?:번째|번|회차|강|편|세션|장)?(?![백천만억개명건원초])[가-힣]{0,4}$/u;
const ORDINALS = '첫 두 세 네 다섯 여섯 일곱 여덟 아홉 열'.split(' ');
const CARDINALS = 'one two three four five six seven eight nine ten'.split(' ');
const ENGLISH_ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

interface ReadWord {
  readonly year: string | undefined;
  readonly counted: number | undefined;
  readonly suffixed: number | undefined;
  /** From 2: what is the first is said in many ways. */
  readonly ordinal: number | undefined;
  /** From 1: the number of the session that it stands behind, or how many are said. */
  readonly cardinal: number | undefined;
  /** True for an ordinal that needs what it counts: `두` of `두 번째`. */
  readonly alone: boolean;
  /** None for a word that tells what is asked about. */
  readonly roles: readonly Role[];
}

/** What a word is, whatever stands beside it. */
const readWord = memoize(
  (word): ReadWord => {
    const digits = /\d/u.test(word);
    const counted = digits ? NUMBERED.exec(word)?.[1] : undefined;
    const suffixed = digits ? /^(\d+)(?:st|nd|rd|th)$/u.exec(word)?.[1] : undefined;
    const korean = ORDINALS.findIndex((one) => word === one || word === `${one}번째`);
    const english = ENGLISH_ORDINALS.indexOf(suffixed ?? word);
    const ordinal = korean > 0 ? korean : english > 0 ? english : undefined;
    return {
      year: digits && /^(?:19|20)\d\d(?:년\S{0,3})?$/u.test(word) ? word.slice(0, 4) : undefined,
      counted: counted === undefined ? undefined : Number(counted),
      suffixed: suffixed === undefined ? undefined : Number(suffixed),
      ordinal: ordinal === undefined ? undefined : ordinal + 1,
      cardinal: CARDINALS.includes(word) ? CARDINALS.indexOf(word) + 1 : undefined,
      alone: korean > 0 && word === ORDINALS[korean],
      roles: rolesOf(word),
    };
  },
  4_000,
  30,
);

/** A question about the sessions themselves, as its words are read. */
export interface FactQuestion {
  readonly roles: ReadonlySet<Role>;
  /** The number of a session, or its place in the list. */
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
}

const KANA = /[\u3041-\u30fa]/u;
const japanese = lazy(() => new Intl.Segmenter('ja', { granularity: 'word' }));

/** `세션에서`, `발표 중에`: one of them is asked for. */
const AMONG = /^(?:중|중에|중에서|가운데)$|(?:에서|중에?)[는도]?$/u;

/** Japanese with spaces between its words; other texts as they are. */
const spacedOut = (text: string): string =>
  KANA.test(text) ? Array.from(japanese().segment(text), ({ segment }) => segment).join(' ') : text;

const isTalk = (word: ReadWord | undefined): boolean => word?.roles.includes('talk') === true;

/** What may stand around a word and is no part of it. */
const MARKED = /^[.\-/]|[.\-/]$/u;

/** The roles of a question's words, its number and year, and the words that are left. */
export const readWords = memoizeLast((text): FactQuestion => {
  const roles = new Set<Role>();
  const rest: string[] = [];
  let number: number | undefined;
  let year: string | undefined;
  let isHead = true;
  let isAmong = false;
  const words = spacedOut(text)
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s\b/gu, ' s')
    .replace(/#(?=\d)/gu, '')
    .split(/[^\p{L}\p{N}.+/-]+/u)
    .map((word) => (MARKED.test(word) ? word.replace(/^[.\-/]+|[.\-/]+$/gu, '') : word))
    .filter((word) => word !== '');
  const reads = words.map(readWord);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const read = reads[at];
    if (read === undefined) break;
    const { year: ofYear, counted, suffixed, ordinal, cardinal, alone, roles: own } = read;
    const before = at > 0 ? reads[at - 1] : undefined;
    const place = alone && words[at + 1]?.startsWith('번째') !== true ? undefined : ordinal;
    if (ofYear !== undefined) year = ofYear;
    else if (counted !== undefined && number === undefined) {
      number = counted;
      if (/세션|발표|강연|글|session|talk|post/u.test(word)) roles.add('talk');
    } else if (suffixed !== undefined) number = suffixed;
    else if (place !== undefined) number = place;
    else if (cardinal !== undefined && isTalk(before)) number = cardinal;
    else if (cardinal !== undefined && isTalk(reads[at + 1])) roles.add('filler');
    else if (own.length === 0) {
      rest.push(word);
      if (/[가-힣]/u.test(word)) isHead = false;
    } else {
      for (const role of own) roles.add(role);
      if (own.includes('talk') || (AMONG.test(word) && roles.has('talk'))) isHead = true;
      isAmong ||= own.includes('talk') && (before?.roles.includes('list') === true || AMONG.test(word));
    }
  }
  return { roles, number, rest, year, isHead: isHead || isAmong };
});
