import { memoize } from '#library/compute/memoize.ts';
import { isKoreanStop, isParticle } from './korean.ts';
import { isFirstWord } from './thesaurus.ts';
import { isEmptyPast, verbsOf } from './verbs.ts';
import { isListed } from './wordClass.ts';

/** Longer runs of syllables are no words that somebody typed without spaces. */
const LONGEST = 16;
const LONGEST_PIECE = 8;

/** Syllables that are words of their own before others, and behind others. */
const BEFORE: ReadonlySet<string> = new Set('왜뭐뭘뭔몇안못잘다더좀꼭');
const BEHIND = /^(?:수|것|거|게|때|데|법|곳|쪽|속|앱|팀|꺼|점|전|후|중|뒤|식|값|글|창|줄|책|폰)/u;

/** What it costs to read a piece as a word: few long ones are likelier than many short ones. */
const WORD = 1;
const SYLLABLE = 1.3;

/**
 * A run of syllables as the words that it was typed together from, each with its particles: `에러메세지` → `에러`, `메세지`.
 * Undefined where it is one word, or where no list knows all of them.
 * @param isWritten true for a word that the posts hold.
 */
export function wordsIn(run: string, isWritten: (word: string) => boolean): readonly string[] | undefined {
  if (run.length < 3 || run.length > LONGEST || isWord(run, isWritten)) return undefined;
  /** The cheapest reading up to each place. */
  const best: ({ readonly cost: number; readonly from: number } | undefined)[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= run.length; to += 1)
    for (let from = Math.max(0, to - LONGEST_PIECE); from < to; from += 1) {
      const before = best[from];
      const own = before === undefined ? undefined : costOf(run.slice(from, to), from === 0, isWritten);
      if (before === undefined || own === undefined) continue;
      const cost = before.cost + own;
      if (cost < (best[to]?.cost ?? Number.POSITIVE_INFINITY)) best[to] = { cost, from };
    }
  const words: string[] = [];
  for (let to = run.length; to > 0; ) {
    const from = best[to]?.from;
    if (from === undefined) return undefined;
    words.unshift(run.slice(from, to));
    to = from;
  }
  // Short forms of verbs alone are found in any name: `그라파나`.
  const isMeant = words.some((word) => word.length > 2 || isKoreanStop(word) || isNounWith(word, isNoun));
  return words.length > 1 && isMeant ? words : undefined;
}

function costOf(piece: string, isFirst: boolean, isWritten: (word: string) => boolean): number | undefined {
  if (piece.length === 1)
    return (isFirst ? BEFORE.has(piece) : BEHIND.test(piece) || BEFORE.has(piece)) ? SYLLABLE : undefined;
  if (isWord(piece, isWritten)) return WORD;
  return !isFirst && BEHIND.test(piece) && isTail(piece.slice(1)) ? SYLLABLE : undefined;
}

/** True for one word, with what follows it. */
const isWord = (piece: string, isWritten: (word: string) => boolean): boolean =>
  isKnown(piece) || isNounWith(piece, (stem) => isNoun(stem) || isWritten(stem));

function isNounWith(piece: string, isStem: (stem: string) => boolean): boolean {
  for (let end = piece.length; end >= 2; end -= 1)
    if (isTail(piece.slice(end)) && isStem(piece.slice(0, end))) return true;
  return false;
}

const isNoun = memoize((word: string): boolean => isListed(word) || isFirstWord(word), 4_000, LONGEST_PIECE);

/** True for what only asks, and for a form of a verb: also of 하다 and 되다. */
const isKnown = memoize(
  (piece: string): boolean =>
    isKoreanStop(piece) ||
    isEmptyPast(piece) ||
    verbsOf(piece).length > 0 ||
    (isParticle(piece) && /^[하한할해했되된될돼됐]/u.test(piece)),
  4_000,
  LONGEST_PIECE,
);

/** Particles that stand behind others: `쪽에서도`. */
const LAST: ReadonlySet<string> = new Set('은는도만의을를이가요');

const isTail = (rest: string): boolean =>
  rest === '' || isParticle(rest) || (LAST.has(rest.slice(-1)) && isParticle(rest.slice(0, -1)));
