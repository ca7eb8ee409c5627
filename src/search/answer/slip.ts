import type { Segment } from '../index/segment.ts';
import type { SimilarTerm } from '../index/tables/vocabulary.ts';
import { type Token, tokensOf } from '../letters/tokens.ts';
import { isConcept } from '../words/concepts.ts';
import { lexemeOf } from '../words/lexeme.ts';
import { isListed } from '../words/wordClass.ts';
import { formsOf, withoutParticles } from '../words/words.ts';

/** Longer texts are not read for slips, in UTF-16 units and in words. */
const LONGEST = { text: 100, words: 12 } as const;
/** Fewest letters of a word that is a slip of another, not another word. */
const SHORTEST = { latin: 4, hangul: 3 } as const;
/** From here on a word is a slip of another one: of Korean words more are words, too. */
const LEAST_LATIN = 0.76;
const LEAST_HANGUL = 0.9;
/** From here on a Korean word sounds as a name in Latin letters does. */
const LEAST_SOUND = 0.75;
/** By how much the nearest word must be nearer than any other that is not a form of it. */
const CLEARLY = 0.05;

/** A question with another word in the place of the one that was a slip. */
export interface Mended {
  /** The question, with the word as it is written in a text; undefined where the text does not hold it as a name. */
  writtenIn(text: string): string | undefined;
  /** The question, with the word as it is found by. */
  readonly text: string;
}

/**
 * A question with the one word that no post and no list of words holds as the word of the posts that it is a slip of, or
 * another spelling: `Postgers 백업` → `postgres 백업`. Undefined where no such word is clearly nearest, or several are
 * unknown.
 */
export function withoutSlip(segments: readonly Segment[], text: string): Mended | undefined {
  if (text.length > LONGEST.text) return undefined;
  const tokens = tokensOf(text, LONGEST.words + 1);
  if (tokens.length > LONGEST.words) return undefined;
  const [slip, ...more] = tokens.filter((token) => mayBeSlip(segments, token));
  if (slip === undefined || more.length > 0) return undefined;
  const typed = withoutParticles(slip);
  const meant = nearestTerm(segments, { ...slip, text: typed.toLowerCase(), raw: typed });
  if (meant === undefined) return undefined;
  const mend = (word: string): string =>
    `${text.slice(0, slip.start)}${word}${text.slice(slip.start + typed.length)}`;
  return {
    text: mend(meant.text),
    writtenIn(read) {
      const written = new RegExp(
        `(?<![\\p{L}\\p{N}])${RegExp.escape(meant.text)}(?![A-Za-z\\p{N}])`,
        'iu',
      ).exec(read)?.[0];
      // What only sounds like another word may be one itself: `바운딩` is no `finding`.
      if (meant.how === 'sound' && (written === undefined || written === meant.text)) return undefined;
      return mend(written ?? meant.text);
    },
  };
}

function mayBeSlip(segments: readonly Segment[], token: Token): boolean {
  const { text, script } = token;
  if (script !== 'latin' && script !== 'hangul') return false;
  const { wordClass } = lexemeOf(token);
  if (wordClass !== 'content' && wordClass !== 'name') return false;
  const stem = withoutParticles(token);
  if (stem.length < SHORTEST[script] || isListed(stem) || isConcept(stem) || isConcept(text)) return false;
  return !formsOf(token).some((form) => segments.some(({ terms }) => terms.find(form) !== undefined));
}

function nearestTerm(
  segments: readonly Segment[],
  token: Token,
): { readonly text: string; readonly how: SimilarTerm['how'] } | undefined {
  const near = segments
    .flatMap(({ vocabulary, terms }) =>
      [...vocabulary.byLetters(token, true), ...vocabulary.bySound(token)].map(({ term, weight, how }) => ({
        text: terms.text(term),
        weight,
        how,
      })),
    )
    .sort((a, b) => b.weight - a.weight);
  const [best] = near;
  if (best === undefined || best.weight < leastOf(token, best)) return undefined;
  const isOther = ({ text }: { readonly text: string }): boolean =>
    !text.startsWith(best.text) && !best.text.startsWith(text);
  const rival = near.find(isOther);
  return rival !== undefined && best.weight - rival.weight < CLEARLY ? undefined : best;
}

/** How like a word must be to what was typed to be what was meant. */
function leastOf({ script }: Token, { text, how }: { text: string; how: SimilarTerm['how'] }): number {
  if (how === 'typo') return script === 'latin' ? LEAST_LATIN : LEAST_HANGUL;
  // A name in Latin letters is seldom that of a Korean word.
  return how === 'sound' && script === 'hangul' && /^[a-z]/.test(text) ? LEAST_SOUND : 1;
}
