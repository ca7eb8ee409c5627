import type { Segment } from '../index/segment.ts';
import { FIELD } from '../index/tables/postings.ts';
import { thesaurusForm } from '../words/thesaurus.ts';
import type { Expansion } from './expand.ts';
import type { Mention, Mentions } from './mentions.ts';
import type { Query, QueryWord } from './query.ts';
import { foundIn, relevanceOf, type Term } from './retrieve.ts';

/** How a section matches one query word. */
export interface WordMatch {
  readonly word: QueryWord;
  /** 0 to 1: rarity of the word in the posts. */
  readonly rarity: number;
  /** 0 to 1: relevance of the section for the word; 0 where it does not match. */
  readonly value: number;
  /** 0 to 1: certainty that the matched term is the query word. */
  readonly weight: number;
  readonly fields: number;
  readonly expansion: Expansion | undefined;
  /** A name of the section that the word mentions in another spelling. */
  readonly mention: Mention | undefined;
  /** The expansions of the word: some of them occur in the section. */
  readonly terms: readonly Expansion[];
}

/** A query in one segment. */
export interface Searching {
  readonly segment: Segment;
  readonly query: Query;
  readonly mentions: Mentions | undefined;
  /** Of each word, that a section does not hold it: as most sections do not. */
  readonly misses: readonly WordMatch[];
}

/** Of each word of a query, that a section does not hold it. */
export const missesOf = ({ words }: Query, terms: readonly Term[]): readonly WordMatch[] =>
  words.map((word, i) => {
    const { expansions, rarity } = terms[i] ?? NO_TERM;
    return {
      word,
      rarity,
      value: 0,
      weight: 0,
      fields: 0,
      expansion: undefined,
      mention: undefined,
      terms: expansions,
    };
  });

/** The score of a mentioned name, as relevance. */
const MENTIONED = 0.85;
const NO_TERM: Term = { expansions: [], rarity: 1 };

/** How a section matches a word of the query. */
export function matchOf({ segment, mentions, misses }: Searching, i: number, at: number): WordMatch {
  const miss = misses[i];
  if (miss === undefined) throw new Error('No such word');
  const { word, rarity, terms: expansions } = miss;
  let value = 0;
  let weight = 0;
  let places = 0;
  let best: Expansion | undefined;
  for (let one = 0; one < expansions.length; one += 1) {
    const expansion = expansions[one];
    if (expansion === undefined) break;
    const found = foundIn(segment.postings, expansion, at);
    const match = relevanceOf(expansion, found);
    if (match <= 0) continue;
    places |= found & 255;
    if (expansion.weight > weight) weight = expansion.weight;
    if (match > value) {
      value = match;
      best = expansion;
    }
  }
  const mention = mentions?.[i]?.get(at);
  if (best === undefined && mention === undefined) return miss;
  if (mention !== undefined) {
    value = Math.max(value, MENTIONED * mention.score);
    weight = Math.max(weight, mention.score);
    places |= FIELD.heading;
  }
  return { word, rarity, value, weight, fields: places, expansion: best, mention, terms: expansions };
}

/** What it is worth to find a word: less for one that is said in many ways. */
export function worthOf({ missPenalty }: QueryWord, rarity: number): number {
  return rarity * (0.25 + 0.75 * missPenalty);
}

/** True where the thesaurus too knows what was heard as a name of the word: `피크` is `peak`, and not `big`. */
export function isAnotherName({ word, expansion }: WordMatch, { terms }: Segment): boolean {
  const heard = (expansion?.terms ?? []).map((term) => thesaurusForm(terms.text(term))).join(' ');
  return word.synonyms.some(({ phrases }) => phrases.some((phrase) => phrase.join(' ') === heard));
}

/** What the posts hold of a word, and not of one that looks or sounds like it. */
const HELD: ReadonlySet<Expansion['how']> = new Set<Expansion['how']>([
  'word',
  'stem',
  'joined',
  'meaning',
  'beginning',
]);

/** True for a word that no post holds in any form, nor another word for it. */
export const isInNoPost = ({ terms }: Pick<WordMatch, 'terms'>): boolean =>
  !terms.some(({ how }) => HELD.has(how));
