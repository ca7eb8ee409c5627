import { FIELD } from '../index/tables/postings.ts';
import type { Candidate } from './candidate.ts';
import type { Expansion } from './expand.ts';
import { isContentWord, type Query } from './query.ts';
import type { WordMatch } from './wordMatch.ts';

/** Signals for and against a candidate: the same numbers for every query, each 0 to 1. */
export interface Evidence {
  /** Share of the query's match weight that the passage contains. */
  readonly explained: number;
  /** Weight of the missing content words, saturating. */
  readonly missing: number;
  /** The same for everyday nouns. */
  readonly missingEveryday: number;
  /** The same for words that ask for a fact, such as `price` or `job`. */
  readonly missingDemand: number;
  /** The same for Latin words in no list: names of things that the posts do not cover. */
  readonly missingName: number;
  /** The same for verbs and other words with many paraphrases. */
  readonly missingPlain: number;
  /** Total match weight found, saturating: a query of everyday words alone proves little. */
  readonly proven: number;
  /** How well a name of the section matches the whole query. */
  readonly name: number;
  /** Share of the match weight found that is in the heading or its other names. */
  readonly titled: number;
  /** Margin over the next candidate. */
  readonly margin: number;
  /** How surely the word with the highest weight is found. */
  readonly carried: number;
  /** How much of the section's heading the query explains. */
  readonly fit: number;
  /** Share of the match weight outside headings that is a guess: by sound, synonym, part or description. */
  readonly guessed: number;
  /** Share of the match weight outside headings, where the query has only everyday words. */
  readonly vague: number;
  /** 1 where the query is a sentence that asks. */
  readonly question: number;
}

/** From this rarity on, no post contains a word. */
const UNHEARD = 0.97;

/** Certainty of a match by synonym. */
const MEANT = 0.85;

/** Certainty of a match by what another language says. */
const TRANSLATED = 0.95;

/** Certainty of a match for a word that asks for a fact, such as `price`. */
const DEMANDED = 0.5;

/** Certainty of a match: literal, by sound, or by guess. */
function sureness({ word, weight, expansion, mention }: WordMatch): number {
  const own =
    surenessOf(weight, expansion) * (word.wordClass === 'demanding' && !isWord(expansion) ? DEMANDED : 1);
  return mention === undefined ? own : Math.max(mention.score, own);
}

function isWord(expansion: Expansion | undefined): boolean {
  return expansion?.how === 'word' || expansion?.how === 'stem';
}

function surenessOf(weight: number, expansion: Expansion | undefined): number {
  if (expansion === undefined) return 0;
  if (expansion.translated === true) return TRANSLATED;
  if (expansion.how === 'meaning') return MEANT;
  if (expansion.how === 'described') return 0.5 * weight;
  return weight >= 0.95 ? 1 : weight * (expansion.how === 'sound' || expansion.how === 'part' ? 0.85 : 0.95);
}

/** @param next the best candidate of another section, for comparison. */
export function evidenceOf(query: Query, candidate: Candidate, next: Candidate | undefined): Evidence {
  if (query.words.length === 0) return byName(query, candidate, next);
  let held = 0;
  let asked = 0;
  const missing = { asking: 0, plain: 0, everyday: 0, demanding: 0, name: 0, content: 0 };
  let titled = 0;
  let guessed = 0;
  let carrier = 0;
  const named = namedBy(query, candidate);
  let carried = 0;
  for (const match of candidate.matches) {
    const { word, rarity, fields: places } = match;
    // A name that matches the whole query accounts for each of its words.
    const sure = Math.max(sureness(match), named);
    // A word that occurs everywhere in the posts proves as little as an everyday word.
    const proof = word.matchWeight * (0.25 + 0.75 * rarity);
    const weight = sure > 0 ? sure * proof + (1 - sure) * word.missPenalty : word.missPenalty;
    asked += weight;
    held += sure * proof;
    // A vendor that the posts never mention is decisive, like any other name.
    const kind = word.vendor && rarity > UNHEARD ? 'name' : word.wordClass;
    missing[kind] += word.hint ? 0 : 1 - sure;
    if (isGuess(match)) guessed += sure * proof;
    if (named > 0 || (places & (FIELD.heading | FIELD.alias)) !== 0) titled += sure * proof;
    const missed = sure > 0 ? proof : word.missPenalty;
    if (missed > carrier) {
      carrier = missed;
      carried = sure;
    }
  }
  return {
    explained: asked > 0 ? held / asked : 0,
    missing: 1 - Math.exp(-missing.content),
    missingEveryday: 1 - Math.exp(-missing.everyday),
    missingDemand: 1 - Math.exp(-missing.demanding),
    missingName: 1 - Math.exp(-missing.name),
    missingPlain: 1 - Math.exp(-0.5 * missing.plain),
    proven: 1 - Math.exp(-held * 1.5),
    name: named,
    titled: held > 0 ? titled / held : 0,
    margin: marginOf(candidate, next),
    carried,
    fit: candidate.fit,
    vague: query.words.some(isContentWord) || held === 0 ? 0 : 1 - titled / held,
    guessed: held > 0 ? (guessed / held) * (1 - titled / held) : 0,
    question: query.question ? 1 : 0,
  };
}

/** True where the matched word may differ from the typed one. */
function isGuess({ expansion, mention }: WordMatch): boolean {
  if (expansion === undefined || mention !== undefined) return false;
  const { how, translated } = expansion;
  if (translated === true) return false;
  return how !== 'word' && how !== 'stem' && how !== 'joined' && how !== 'beginning';
}

function marginOf(candidate: Candidate, next: Candidate | undefined): number {
  return candidate.score > 0 ? Math.max(0, (candidate.score - (next?.score ?? 0)) / candidate.score) : 0;
}

/** So many letters that they take three keys or more. */
const LONG = /[가-힣a-z0-9]{3}|[가-힣]{2}/iu;

/** How well a name matches the whole query, 0 where that follows from its parts alone. */
function namedBy(query: Query, { name, matches }: Candidate): number {
  if (name === undefined || name.score <= 0.6) return 0;
  // A name that is near only because it contains some of the words says nothing about the others.
  const guessed = name.how === 'typo' || name.how === 'sound';
  if (
    guessed &&
    name.score < 0.8 &&
    matches.some(({ word, expansion }) => !word.hint && expansion !== undefined)
  )
    if (matches.some(({ word, expansion }) => !word.hint && expansion === undefined)) return 0;
  if (query.probes.some(({ probe: { text } }) => LONG.test(text))) return name.score;
  const letters = Math.max(...query.probes.map(({ probe }) => probe.spelling.letters.length));
  return name.score * Math.min(1, letters / 3);
}

/** Initials have no words; a long pattern that matches proves much, a short one little. */
function byName(query: Query, candidate: Candidate, next: Candidate | undefined): Evidence {
  const name = candidate.name?.score ?? 0;
  const sure = name ** 2;
  const length = query.probes[0]?.probe.pattern?.length ?? 0;
  return {
    explained: name,
    missing: 1 - name,
    missingEveryday: 0,
    missingDemand: 0,
    missingName: 0,
    missingPlain: 0,
    proven: 1 - Math.exp(-length / 3),
    name: name > 0.6 ? name : 0,
    titled: sure,
    margin: marginOf(candidate, next),
    carried: sure,
    fit: sure,
    vague: 0,
    guessed: 0,
    question: 0,
  };
}
