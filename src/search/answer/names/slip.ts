import type { Segment } from '../../index/segment.ts';
import { type Token, tokensOf } from '../../letters/tokens.ts';
import { type Expansion, expand, textOf } from '../../ranking/expand.ts';
import { readQuery } from '../../ranking/query.ts';
import { isConcept } from '../../words/concepts.ts';
import { lexemeOf } from '../../words/lexeme.ts';
import { isListed } from '../../words/wordClass.ts';
import { formsOf, withoutParticles } from '../../words/words.ts';

/** Longer texts are not read for slips, in UTF-16 units and in words. */
const LONGEST = { text: 100, words: 12 } as const;
/** Fewest letters of a word that is a slip of another, not another word. */
const SHORTEST = { latin: 4, hangul: 3 } as const;
/** From here on a word is a slip of another one: of Korean words more are words, too. */
const LEAST_LATIN = 0.76;
const LEAST_HANGUL = 0.9;
/** From here on a Korean word sounds as a name in Latin letters does. */
const LEAST_SOUND = 0.71;
/** So many words of a question may be slips. */
const MOST = 2;
/** By how much the nearest word must be nearer than any other that is not a form of it. */
const CLEARLY = 0.05;

/** A question with other words in the place of those that were slips. */
export interface Mended {
  /** The question, with the words as they are written in a text; undefined where the text does not hold one as a name. */
  writtenIn(text: string): string | undefined;
  /** The question, with the words as they are found by. */
  readonly text: string;
}

/**
 * A question with a word or two that no post and no list of words holds as those of the posts that they are slips of, or
 * another spelling: `Postgers 백업` → `postgres 백업`. Undefined where for one of them no word is clearly nearest.
 */
export function withoutSlip(segments: readonly Segment[], text: string): Mended | undefined {
  if (text.length > LONGEST.text) return undefined;
  const tokens = tokensOf(text, LONGEST.words + 1);
  if (tokens.length > LONGEST.words) return undefined;
  // A name of two words that the thesaurus knows was meant as typed: `데이터 컨트랙트`.
  const isOfName = (at: number): boolean =>
    [at - 1, at].some((first) => {
      const [one, two] = [tokens[first], tokens[first + 1]];
      return one !== undefined && two !== undefined && isConcept(`${one.text} ${withoutParticles(two)}`);
    });
  const unknown = tokens.filter((token, at) => mayBeSlip(segments, token) && !isOfName(at));
  if (unknown.length === 0 || unknown.length > MOST) return undefined;
  const slips: Slip[] = [];
  for (const token of unknown) {
    const typed = withoutParticles(token);
    const meant = nearestTerm(segments, { ...token, text: typed.toLowerCase(), raw: typed });
    if (meant === undefined) return undefined;
    slips.push({ ...meant, start: token.start, end: token.start + typed.length });
  }
  const mend = (wordFor: (slip: Slip) => string): string =>
    slips.reduceRight(
      (mended, slip) => `${mended.slice(0, slip.start)}${wordFor(slip)}${mended.slice(slip.end)}`,
      text,
    );
  return {
    text: mend((slip) => slip.text),
    writtenIn(read) {
      const written = slips.map((slip) => spellingIn(read, slip));
      return written.includes(undefined)
        ? undefined
        : mend((slip) => written[slips.indexOf(slip)] ?? slip.text);
    },
  };
}

/** What was typed between two places, and what was meant. */
interface Slip extends Meant {
  readonly start: number;
  readonly end: number;
}

/** How a text writes what was meant; undefined where it does not hold it as a name. */
function spellingIn(read: string, { text, how }: Meant): string | undefined {
  const words = text.split(' ').map(RegExp.escape).join('[\\s-]?');
  const written = new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![A-Za-z\\p{N}])`, 'iu').exec(read)?.[0];
  // What only sounds like another word may be one itself: `바운딩` is no `finding`.
  return how === 'sound' && (written === undefined || written === text) ? undefined : (written ?? text);
}

/** A word of the posts, or several side by side. */
interface Meant {
  readonly text: string;
  readonly how: Expansion['how'];
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

function nearestTerm(segments: readonly Segment[], token: Token): Meant | undefined {
  const [word] = readQuery(token.raw).words;
  if (word === undefined) return undefined;
  const near = segments
    .flatMap((segment) =>
      expand(segment, word, false).map(({ terms, weight, how }) => ({
        text: terms.map((term) => textOf(segment, term)).join(' '),
        weight,
        how,
      })),
    )
    .sort((a, b) => b.weight - a.weight);
  const [best] = near;
  if (best === undefined || best.weight < leastOf(token, best)) return undefined;
  const isOther = ({ text }: Meant): boolean => !text.startsWith(best.text) && !best.text.startsWith(text);
  const rival = near.find(isOther);
  return rival !== undefined && best.weight - rival.weight < CLEARLY ? undefined : best;
}

/** How like a word must be to what was typed to be what was meant. */
function leastOf({ script }: Token, { text, how }: Meant): number {
  if (how === 'typo') return script === 'latin' ? LEAST_LATIN : LEAST_HANGUL;
  // A name in Latin letters is seldom that of a Korean word.
  return how === 'sound' && script === 'hangul' && /^[a-z]/.test(text) ? LEAST_SOUND : NEVER;
}
const NEVER = 2;
