import type { Section } from '#library/model.ts';
import { FIELD } from '../index/tables/postings.ts';
import type { Candidate } from '../ranking/candidate.ts';
import type { Expansion } from '../ranking/expand.ts';
import { readText, type SplitText, visitHits, weightOf, wordWorths } from '../ranking/passage.ts';
import { piecesOf, type Sentence } from '../ranking/sectionPieces.ts';
import { isWithin } from './question/askingWords.ts';
import type { Asking } from './question/readQuestion.ts';
import { definesByPlace, namesIn } from './sentences/definition.ts';
import { listFit, sentenceFit } from './sentences/fit.ts';
import { JUDGED_SENTENCES, traitsOf } from './sentences/sentenceTraits.ts';
import type { SentenceWeights } from './sentences/weights.ts';

/** A word that the heading says is worth less in the text: all of it is about that. */
const HEADED = 0.35;
/** What a word is worth that tells what is asked for. */
const ASKED = 0.25;
/** What a definition is worth where nothing in particular is asked for; less for words that describe more than they name. */
const UNASKED = 0.4;
const DESCRIBED = 0.13;
const NAME_WORDS = 2;
/** What naming a thing is worth where it is described and nothing in particular asked for. */
const NAMES = 0.5;
/** What a list gains of as many items as are asked for, and what one of more or fewer loses. */
const SO_MANY = 0.6;
const OTHERS = 0.3;
/** Sentences to each side that are near. */
const NEAR = 2;

/** What is looked for in a section. */
export interface Wanted {
  readonly asking: Asking;
  /** Names of what is asked about, as written. */
  readonly names: readonly string[];
  /** True for the section that ranks first, for one about what is asked for, and for one that is so by name: of the topic that is named, or called as it is. */
  readonly first: boolean;
  readonly about: boolean;
  readonly named: boolean;
  /** True for what opens a post of several sections. */
  readonly opening: boolean;
  /** The section's score beside the first one's. */
  readonly rank: number;
  /** What each word of the query is worth: together 1. */
  readonly worths: readonly number[];
}

/** The first sentences of a section, judged. */
export interface JudgedSection {
  readonly candidate: Candidate;
  readonly section: Section;
  /** Logarithm of how likely each is the answer, up to what all sections share. */
  readonly scores: readonly number[];
  /** How well each is of the type that was asked for or says what the thing is, 0 to about 2; and how well each list is. */
  readonly fits: readonly number[];
  readonly listFits: readonly number[];
  readonly holding: Holding;
}

/** Judges the sentences of a section; undefined where it has none. */
export function judgeSentences(
  candidate: Candidate,
  section: Section,
  { asking, names, first, about, named, opening, rank, worths }: Wanted,
  weights: SentenceWeights,
): JudgedSection | undefined {
  const { sentences, lists } = piecesOf(section);
  const count = Math.min(JUDGED_SENTENCES, sentences.length);
  if (count === 0) return undefined;
  const split = readText(section.text);
  const holding = holdingOf(candidate, worths, rowsOf(sentences, split, candidate));
  const { headed } = holding;
  const traits = traitsOf(section);
  const typed = asking.kinds.map((kind) => traits.fits(kind));
  const worded = asking.kinds.map((kind) => traits.worded(kind));
  const open = asking.kinds.length === 0 && asking.facets.length === 0;
  const described = open && holding.worths.length > NAME_WORDS ? traits.fits('name') : undefined;
  const wantsWhat = asking.kinds[0] === 'definition';
  const defining = wantsWhat ? 1 : !open ? 0 : worths.length > NAME_WORDS ? DESCRIBED : UNASKED;
  const present = defining > 0 ? namesIn(split.plain, names) : [];
  const defined = present.length > 0 ? traits.defining(present) : undefined;
  const listed = new Array<number>(count).fill(0);
  const leads = new Array<number>(count).fill(0);
  const listFits = lists.map(({ from, to, lead, ordered, nested, table, ends }) => {
    const leading = lead < 0 ? '' : (traits.lower[lead] ?? '');
    const announced = lead < 0 ? [] : traits.facets(lead);
    const counted =
      asking.items === undefined || table ? 0 : asking.items === ends.length ? SO_MANY : -OTHERS;
    const fit = counted + listFit(asking, leading, announced, traits.facets(-1), ordered, candidate.fit);
    if (lead >= 0 && !nested) leads[lead] = 1;
    for (let at = from; at <= to && at < count; at += 1) listed[at] = Math.max(listed[at] ?? 0, fit);
    return fit;
  });
  const ofSection =
    weights.rank * rank +
    weights.close * candidate.closeness.held +
    weights.about * (named ? 1 : 0) +
    weights.unnamed * (asking.naming && !first ? 1 : 0) +
    weights.opens * (opening ? 1 : 0) +
    weights.headed * headed +
    weights.found * (headed + heldBy(holding, 0, sentences.length - 1, false));
  const scores: number[] = [];
  const fits: number[] = [];
  const helds: number[] = [];
  for (let at = 0; at < count; at += 1) helds.push(heldBy(holding, at, at));
  // What opens a section called as the thing is said of it.
  if (named && wantsWhat && !section.lead) helds[0] = Math.max(helds[0] ?? 0, headed);
  const most = Math.max(...helds) || 1;
  let paragraph = 0;
  for (let at = 0; at < count; at += 1) {
    const text = traits.texts[at] ?? '';
    const held = helds[at] ?? 0;
    const line = sentences[at]?.line;
    if (at === 0 || line !== sentences[at - 1]?.line) {
      let end = at;
      while (end + 1 < sentences.length && sentences[end + 1]?.line === line) end += 1;
      paragraph = heldBy(holding, at, end);
    }
    const near = heldBy(holding, Math.max(0, at - NEAR), Math.min(sentences.length - 1, at + NEAR));
    const context = near + paragraph - 2 * held;
    // A post opens with what it is itself.
    const placed = about && at === 0 && !section.lead && defining > 0 ? definesByPlace(text) : 0;
    const defines = defining * Math.max(defined?.[at] ?? 0, placed);
    const fit = sentenceFit(text, at, typed, asking) + NAMES * (described?.[at] ?? 0);
    fits.push(fit + defines);
    scores.push(
      ofSection +
        weights.held * held +
        weights.before * Math.max(helds[at - 1] ?? 0, helds[sentences[at]?.above ?? -1] ?? 0) +
        (weights.best * held) / most +
        weights.context * context +
        weights.typed * fit +
        weights.worded * worded.reduce((sum, of) => sum + (of[at] ?? 0), 0) +
        weights.defines * defines +
        weights.listed * (listed[at] ?? 0) +
        weights.leads * (leads[at] ?? 0) +
        weights.elsewhere * (traits.elsewhere[at] ?? 0) +
        weights.asks * (traits.asks[at] ?? 0),
    );
  }
  return { candidate, section, scores, fits, listFits, holding };
}

/** What each word of a query is worth beside the others: together 1. @param candidate one that was found for it. */
export function worthsOf(candidate: Candidate, { spans }: Asking): readonly number[] {
  const { matches } = candidate;
  // Words that tell what is asked for are judged by the type of a sentence.
  const worths = wordWorths(candidate).map((worth, i) => {
    const word = matches[i]?.word;
    return word !== undefined && !word.hint && isWithin(word, spans) ? worth * ASKED : worth;
  });
  const all = worths.reduce((sum, worth) => sum + worth, 0) || 1;
  return worths.map((worth) => worth / all);
}

/** What a section and its sentences hold of a query. */
interface Holding {
  readonly worths: readonly number[];
  /** True for the words that the heading says, or that were named before: all of the section is about them. */
  readonly said: readonly boolean[];
  /** Share of the query that is so said. */
  readonly headed: number;
  /** A row a sentence: how surely it holds each word. */
  readonly rows: Float32Array;
}

const SAID = FIELD.heading | FIELD.alias | FIELD.above;

function holdingOf(
  { matches, introduced }: Candidate,
  worths: readonly number[],
  rows: Float32Array,
): Holding {
  const said = matches.map(({ fields }, i) => (fields & SAID) !== 0 || ((introduced >>> i) & 1) === 1);
  let headed = 0;
  for (let i = 0; i < worths.length; i += 1) if (said[i] === true) headed += worths[i] ?? 0;
  return { worths, said, headed, rows };
}

/** Reads for each sentence and word of the query how surely the one holds the other. */
function rowsOf(sentences: readonly Sentence[], text: SplitText, candidate: Candidate): Float32Array {
  const count = sentences.length;
  const words = candidate.matches.length;
  const rows = new Float32Array(count * words);
  let at = 0;
  /** A name of several words, and which of them each sentence holds. */
  let name: Expansion | undefined;
  let parts: number[] = [];
  visitHits(text, candidate, (word, found, start, _end, part) => {
    // The next form is looked for from the beginning of the text.
    if (at > 0 && start < (sentences[at - 1]?.end ?? 0)) at = 0;
    while (at < count && (sentences[at]?.end ?? 0) <= start) at += 1;
    if (at >= count || start < (sentences[at]?.start ?? 0)) return;
    let weight = weightOf(found);
    if (found.terms.length > 1) {
      if (found !== name) parts = [];
      name = found;
      parts[at] = (parts[at] ?? 0) | (1 << part);
      weight *= bitsOf(parts[at] ?? 0);
    }
    const place = at * words + word;
    if ((rows[place] ?? 0) < weight) rows[place] = weight;
  });
  return rows;
}

function bitsOf(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Share of the query that a run of sentences holds. @param again false to leave out what the heading says already. */
function heldBy({ worths, said, rows }: Holding, from: number, to: number, again = true): number {
  const words = worths.length;
  let sum = 0;
  for (let i = 0; i < words; i += 1) {
    if (said[i] === true && !again) continue;
    let most = 0;
    for (let at = from; at <= to; at += 1) most = Math.max(most, rows[at * words + i] ?? 0);
    sum += most * (worths[i] ?? 0) * (said[i] === true ? HEADED : 1);
  }
  return sum;
}

/** What a run of sentences and the heading above it hold of the query, 0 to 1. */
export const heldOf = ({ holding }: JudgedSection, from: number, to: number): number =>
  (1 - HEADED) * holding.headed + heldBy(holding, from, to);
