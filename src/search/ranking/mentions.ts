import type { Segment } from '../index/segment.ts';
import { probeOf } from '../index/tables/names.ts';
import { matchName, type NameMatch } from '../letters/nameMatch.ts';
import { withoutParticles } from '../words/words.ts';
import type { Expansion } from './expand.ts';
import type { Query, QueryWord } from './query.ts';

/** A section name that matches words of the query in a spelling that the posts never use. */
export interface Mention {
  /** 0 to 1. */
  readonly score: number;
  readonly how: NameMatch['how'];
  readonly text: string;
}

/** For each query word: the mentioned sections, by number; none where nothing is mentioned. */
export type Mentions = readonly ReadonlyMap<number, Mention>[];

/** The least score of a mention. */
const LEAST = 0.7;
/** Most words that are compared with names: a question mentions few. */
const MOST = 3;
const SURE = 0.8;
const NAMES = 6;
const ROOM = 64;

/**
 * Finds names that the query mentions in a spelling that the posts do not use: `람다 레이어` for `Lambda Layers`. Words
 * that the posts contain are skipped.
 */
export function mentionsOf(
  segment: Segment,
  query: Query,
  found: readonly (readonly Expansion[])[],
): Mentions {
  const unknown = query.words.map((word, i) => isUnknown(word, found[i] ?? []));
  if (query.words.length < 2 || !unknown.includes(true)) return [];
  const out = query.words.map(() => new Map<number, Mention>());
  let room = MOST;
  query.words.forEach((word, i) => {
    if (unknown[i] !== true || room === 0) return;
    room -= 1;
    // A word that is a name by itself needs no neighbour, and one that is known as such is no slip of another.
    if (!word.common && note(segment, [i], withoutParticles(word.token), out) > SURE) return;
    for (const other of [i - 1, i + 1]) {
      const neighbour = query.words[other];
      // The pair of two unknown words is looked up once.
      if (neighbour === undefined || neighbour.hint || (other < i && unknown[other] === true)) continue;
      const both = other < i ? [other, i] : [i, other];
      const name = both.map((at) => withoutParticles((query.words[at] ?? word).token)).join(' ');
      const beside = unknown[other] === true ? undefined : withoutParticles(neighbour.token);
      note(segment, both, name, out, (said) => beside === undefined || isHeard(said, beside, word));
    }
  });
  return out;
}

function isUnknown(word: QueryWord, found: readonly Expansion[]): boolean {
  const { script, text } = word.token;
  if (script === 'latin' ? word.wordClass !== 'name' || text.length < 3 : script !== 'hangul') return false;
  if (word.wordClass !== 'content' && word.wordClass !== 'name') return false;
  // A syllable with a particle, such as `분까지`, counts or points.
  if (text.length > 2 && word.forms.some((form) => form.length === 1)) return false;
  return !found.some(({ how }) => how === 'word' || how === 'stem' || how === 'joined');
}

/** True where a word is near to what a name says beside its known neighbour: `쿠팡 빅쿼리` is no `구글 빅쿼리`. */
function isHeard(name: string, known: string, { token }: QueryWord): boolean {
  const typed = probeOf(withoutParticles(token)).spelling;
  const rest = besides(name, known);
  return rest === undefined || (rest !== '' && matchName(typed, probeOf(rest).spelling).score >= LEAST);
}

/** What a name says beside a word, also where it is written in another script: `ML` of `Cloud ML` beside `클라우드`. */
function besides(name: string, known: string): string | undefined {
  const at = name.toLowerCase().indexOf(known.toLowerCase());
  if (at >= 0) return `${name.slice(0, at)} ${name.slice(at + known.length)}`.trim();
  const { spelling } = probeOf(known);
  const words = name.split(/\s+/u);
  const own = words.findIndex((word) => matchName(spelling, probeOf(word).spelling).score >= SURE);
  return own < 0 ? undefined : words.toSpliced(own, 1).join(' ');
}

/** Records the mentioned names, and gives the score of the best. */
function note(
  segment: Segment,
  words: readonly number[],
  name: string,
  out: Map<number, Mention>[],
  isMeant: (said: string) => boolean = () => true,
): number {
  let room = ROOM;
  let most = 0;
  for (const { text, targets, score, how } of segment.sectionNames.near(probeOf(name), NAMES)) {
    if (score < LEAST || !isMeant(text)) continue;
    for (const { target, weight } of targets) {
      const value = score * weight;
      if (value < LEAST || room === 0) break;
      room -= 1;
      most = Math.max(most, value);
      for (const word of words) {
        const known = out[word]?.get(target);
        if (known === undefined || known.score < value) out[word]?.set(target, { score: value, how, text });
      }
    }
  }
  return most;
}
