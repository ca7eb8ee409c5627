import { memoize } from '#library/compute/memoize.ts';
import { isKoreanStop, isParticle } from './korean.ts';
import { isFirstWord } from './thesaurus.ts';
import { isEmptyPast, isEmptyVerb, isLightVerb, verbsOf } from './verbs.ts';
import { isAsking, isListed } from './wordClass.ts';

/** True for a word that the posts hold. */
export type IsWritten = (word: string) => boolean;

/** Longer runs of syllables are no compounds. */
const LONGEST_COMPOUND = 16;
/** Nor are longer ones a sentence without spaces: the time taken grows with them. */
const LONGEST_RUN = 80;
const LONGEST_WORD = 9;
/** A shorter run of which no list knows a part is a name: words are found in it by chance. */
const LONGEST_NAME = 8;

/** Syllables that are words of their own. */
const ALONE: ReadonlySet<string> = new Set('왜뭐뭘뭔몇안못잘다더좀꼭그이저내제네각총첫두세한맨딱또큰새');
/** Nouns of one syllable, most of which need another word before them. */
const SHORT_NOUN = /^[수것거게때데법곳쪽속앱팀꺼점전후중뒤식값글창줄책폰돈말일뜻키날년월해집안밖위옆표]/u;

/** What it costs to read a piece as a word: few long ones are likelier than many short ones, and those of the posts than others. */
const COST = { written: 0.8, asking: 0.8, noun: 1.1, verb: 1.2, particle: 0.2, syllable: 1.6 } as const;
/** What no list knows, and each of its syllables. */
const UNKNOWN = { word: 1.6, syllable: 1 } as const;

/**
 * A compound as the words that it was typed together from, each with its particles: `에러메세지` → `에러`, `메세지`.
 * Undefined where it is one word, or where no list knows all of them.
 */
export function wordsIn(run: string, isWritten: IsWritten): readonly string[] | undefined {
  if (run.length < 3 || run.length > LONGEST_COMPOUND || isOneWord(run, isWritten)) return undefined;
  const words = split(run, (word) => costOf(word, isWritten));
  // Short forms of verbs alone are found in any name: `그라파나`.
  const isMeant = words.some((word) => word.length > 2 || isKoreanStop(word) || isNounWith(word, isNoun));
  return words.length > 1 && isMeant && words.every((word) => costOf(word, isWritten) !== undefined)
    ? words
    : undefined;
}

/**
 * Syllables that were typed without spaces, with those that belong there: `데이터레이크가뭐예요` → `데이터 레이크가 뭐예요`.
 * What no list knows stays together, and so do nouns alone: a name is made of them.
 * @param follows true where other letters stand right before them, whose particle may be the first: `API` before `를어떻게써요`.
 */
export function apart(run: string, isWritten: IsWritten, follows: boolean): string {
  if (run.length > LONGEST_RUN || (!follows && isOneWord(run, isWritten))) return run;
  const words = split(run, (word, at) =>
    follows && at === 0 && isTail(word) ? COST.particle : costOf(word, isWritten),
  );
  const isKnown = (word: string, at: number): boolean =>
    (follows && at === 0) || costOf(word, isWritten) !== undefined;
  if (run.length <= LONGEST_NAME && !words.every(isKnown)) return run;
  const isPhrase = words.some(
    (word, at) => isPredicate(word) || (at < words.length - 1 && hasParticle(word, isWritten)),
  );
  return isPhrase ? words.join(' ') : run;
}

/** True for what asks, and for a form of a verb. */
const isPredicate = (word: string): boolean =>
  isKoreanStop(word) || isEmptyPast(word) || isVerb(word) || isNounWith(word, isAsking);

const hasParticle = (word: string, isWritten: IsWritten): boolean =>
  !isNoun(word) && !isWritten(word) && isNounWith(word, (stem) => isNoun(stem) || isWritten(stem));

/** The cheapest way to read a run as words. */
function split(run: string, cost: (word: string, at: number) => number | undefined): readonly string[] {
  const best: { readonly cost: number; readonly words: readonly string[] }[] = [{ cost: 0, words: [] }];
  for (let to = 1; to <= run.length; to += 1)
    for (let from = Math.max(0, to - LONGEST_WORD); from < to; from += 1) {
      const before = best[from];
      if (before === undefined) continue;
      const word = run.slice(from, to);
      const whole = before.cost + (cost(word, from) ?? UNKNOWN.word + UNKNOWN.syllable * word.length);
      if (whole < (best[to]?.cost ?? Number.POSITIVE_INFINITY))
        best[to] = { cost: whole, words: [...before.words, word] };
    }
  return best[run.length]?.words ?? [run];
}

/** What a piece costs as a word with what follows it; undefined for none. */
function costOf(piece: string, isWritten: IsWritten): number | undefined {
  if (piece.length === 1) return ALONE.has(piece) || SHORT_NOUN.test(piece) ? COST.syllable : undefined;
  const costs: number[] = [];
  if (isNounWith(piece, isWritten)) costs.push(COST.written + (isWritten(piece) ? 0 : COST.particle));
  if (isKoreanStop(piece) || isEmptyPast(piece)) costs.push(COST.asking);
  if (isNounWith(piece, isNoun)) costs.push(COST.noun + (isNoun(piece) ? 0 : COST.particle));
  if (isVerb(piece)) costs.push(COST.verb);
  if (SHORT_NOUN.test(piece) && isTail(piece.slice(1))) costs.push(COST.syllable);
  return costs.length === 0 ? undefined : Math.min(...costs);
}

const isOneWord = (piece: string, isWritten: IsWritten): boolean =>
  piece.length <= LONGEST_COMPOUND &&
  (isKoreanStop(piece) ||
    isEmptyPast(piece) ||
    isVerb(piece) ||
    isNounWith(piece, (stem) => isNoun(stem) || isWritten(stem)));

function isNounWith(piece: string, isStem: (stem: string) => boolean): boolean {
  for (let end = piece.length; end >= 2; end -= 1)
    if (isTail(piece.slice(end)) && isStem(piece.slice(0, end))) return true;
  return false;
}

const isNoun = memoize((word: string): boolean => isListed(word) || isFirstWord(word), 4_000, LONGEST_WORD);

const isVerb = memoize(
  (piece: string): boolean => verbsOf(piece).length > 0 || isEmptyVerb(piece),
  4_000,
  LONGEST_WORD,
);

/** Particles that stand behind others: `쪽에서도`. */
const LAST: ReadonlySet<string> = new Set('은는도만의을를이가요');

/** True for what stands behind a noun: nothing, particles, or what makes a verb of it. */
const isTail = memoize(
  (rest: string): boolean =>
    rest === '' ||
    isParticle(rest) ||
    (LAST.has(rest.slice(-1)) && isParticle(rest.slice(0, -1))) ||
    isLightVerb(rest),
  4_000,
  LONGEST_WORD,
);
