import type { Section } from '#library/model.ts';
import { FIELD } from '../index/tables/postings.ts';
import type { Candidate } from '../ranking/candidate.ts';
import { readText, visitHits, weightOf, wordWorths } from '../ranking/passage.ts';
import { isWithin } from './question/askingWords.ts';
import type { Asking } from './question/readQuestion.ts';
import { definesByPlace, namesIn } from './sentences/definition.ts';
import { facetFit, isToldWithoutList, listFit, sentenceFit } from './sentences/fit.ts';
import { piecesOf, type Sentence } from './sentences/sectionPieces.ts';
import { JUDGED_SENTENCES, traitsOf } from './sentences/sentenceTraits.ts';

/** The run of sentences, or the list, of a section's text that answers best, and how well. */
export interface Choice {
  /** The first and the last sentence. */
  readonly from: number;
  readonly to: number;
  /** The list that it is, -1 for none. */
  readonly list: number;
  /** How well it is of the type that was asked for, 0 to about 2. */
  readonly fit: number;
  /** 0 to 1: share of the question that stands in the piece or its heading, and in its heading. */
  readonly held: number;
  readonly headed: number;
  readonly score: number;
}

/** Longest list, and longest run of sentences, that is quoted. */
export const LONGEST_LIST = 1_300;
export const LONGEST_RUN = 600;
const MOST_SENTENCES = 3;
/** A word that the heading says is worth less in the text: all of it is about that. */
const HEADED = 0.35;
const LONGER = 0.16;
/** What a word is worth that tells what is asked for. */
const ASKED = 0.25;
/** What a sentence loses that only tells where to read on. */
const ELSEWHERE = 0.8;
/** More words than a name has describe what is looked for: what they say counts more than what one of them is. */
const DESCRIBED = 2;

/** What each sentence of the text that is read holds of each word of the query. Grows with the longest text. */
let rows = new Float32Array(1_024);
/** The same of a run of sentences: no query has more words. */
const run = new Float32Array(256);

/** Chooses the piece of a section that answers best. @param names names of what is asked about, as written. */
export function choose(
  candidate: Candidate,
  section: Section,
  asking: Asking,
  names: readonly string[],
  about: boolean,
): Choice | undefined {
  const { sentences, lists } = piecesOf(section);
  if (sentences.length === 0) return undefined;
  const { plain } = readText(section.text);
  const { weights, headed } = weigh(candidate, asking);
  const words = weights.length;
  readRows(sentences, plain, candidate, words);
  const asksWhat = asking.kinds[0] === 'definition';
  const defining = asksWhat || (asking.kinds.length === 0 && asking.facets.length === 0);
  const definition = asksWhat ? 1 : words > DESCRIBED ? 0.2 : 0.6;
  const told = isToldWithoutList(asking.facets);
  const traits = traitsOf(section);
  const fits = asking.kinds.map((kind) => traits.fits(kind));
  const present = defining ? namesIn(plain, names) : [];
  const defined = present.length > 0 ? traits.defining(present) : undefined;
  const linked = section.linkTexts.length > 0;
  let best: Choice | undefined;
  for (let from = 0; from < Math.min(JUDGED_SENTENCES, sentences.length); from += 1) {
    const first = sentences[from];
    const text = traits.texts[from];
    if (first === undefined || text === undefined) break;
    const defines = defining
      ? Math.max(defined?.[from] ?? 0, about && from === 0 ? definesByPlace(text) : 0)
      : 0;
    const elsewhere = linked && leadsElsewhere(text, section.linkTexts) ? ELSEWHERE : 0;
    const typed =
      sentenceFit(text, from, fits, asking) + (told ? facetFit(asking.facets, traits.facets(from)) : 0);
    const fit = typed + defines * definition + (from === 0 ? 0.05 : 0) - elsewhere;
    run.fill(0, 0, words);
    for (let to = from; to < Math.min(sentences.length, from + MOST_SENTENCES); to += 1) {
      const last = sentences[to];
      if (last === undefined || last.end - first.start > LONGEST_RUN) break;
      take(to, words);
      const value = heldByRun(weights);
      const score = value + fit - LONGER * (to - from);
      if (best === undefined || score > best.score + 1e-6)
        best = { from, to, list: -1, fit, held: headed + value, headed, score };
    }
  }
  for (const [list, { lead, ordered, start, ends }] of lists.entries()) {
    const from = lead < 0 ? sentences.findIndex((sentence) => sentence.start >= start) : lead;
    const end = ends.findLast((at) => at - start <= LONGEST_LIST) ?? ends[0] ?? start;
    const to = sentences.findLastIndex((sentence) => sentence.end <= end);
    if (from < 0 || to < from) continue;
    run.fill(0, 0, words);
    for (let at = from; at <= to; at += 1) take(at, words);
    const leading = lead < 0 ? '' : (traits.lower[lead] ?? '');
    const announced = lead < 0 ? [] : traits.facets(lead);
    const fit = listFit(asking, leading, announced, traits.facets(-1), ordered, candidate.fit);
    const value = heldByRun(weights);
    const score = 0.8 * value + fit - 0.12;
    if (best === undefined || score > best.score + 1e-6)
      best = { from, to, list, fit, held: headed + value, headed, score };
  }
  return best;
}

/** What each word of the query is worth in the text, and what the heading holds of it: together at most 1. */
function weigh(
  candidate: Candidate,
  { spans }: Asking,
): { readonly weights: Float64Array; readonly headed: number } {
  const { matches } = candidate;
  const weights = new Float64Array(matches.length);
  weights.set(wordWorths(candidate));
  let all = 0;
  for (let i = 0; i < weights.length; i += 1) {
    const word = matches[i]?.word;
    // Words that tell what is asked for are judged by the type of a piece.
    if (word !== undefined && !word.hint && isWithin(word, spans)) weights[i] = (weights[i] ?? 0) * ASKED;
    all += weights[i] ?? 0;
  }
  let headed = 0;
  for (let i = 0; i < weights.length; i += 1) {
    const worth = weights[i] ?? 0;
    const isHeaded = ((matches[i]?.fields ?? 0) & (FIELD.heading | FIELD.alias | FIELD.above)) !== 0;
    if (isHeaded) headed += (worth * (1 - HEADED)) / (all || 1);
    weights[i] = (worth * (isHeaded ? HEADED : 1)) / (all || 1);
  }
  return { weights, headed };
}

/** Reads for each sentence and word of the query how surely the one holds the other. */
function readRows(sentences: readonly Sentence[], plain: string, candidate: Candidate, words: number): void {
  const count = sentences.length;
  if (count * words > rows.length) rows = new Float32Array(count * words * 2);
  rows.fill(0, 0, count * words);
  let at = 0;
  visitHits(plain, candidate, (word, found, start) => {
    // The next form is looked for from the beginning of the text.
    if (start < (sentences[at - 1]?.end ?? 0)) at = 0;
    while (at < count && (sentences[at]?.end ?? 0) <= start) at += 1;
    const place = at * words + word;
    const weight = weightOf(found);
    if (at < count && start >= (sentences[at]?.start ?? 0) && (rows[place] ?? 0) < weight)
      rows[place] = weight;
  });
}

/** Adds what a sentence holds of each word to the run. */
function take(sentence: number, words: number): void {
  for (let i = 0; i < words; i += 1) {
    const value = rows[sentence * words + i] ?? 0;
    if (value > (run[i] ?? 0)) run[i] = value;
  }
}

function heldByRun(weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) sum += (weights[i] ?? 0) * (run[i] ?? 0);
  return sum;
}

/** True for a sentence that only tells where something is told. */
function leadsElsewhere(text: string, links: readonly string[]): boolean {
  return (
    links.some((words) => words.length > 1 && text.includes(words)) &&
    /세션|섹션|session|section|part/iu.test(text)
  );
}
