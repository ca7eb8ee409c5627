import type { Section } from '#library/model.ts';
import type { Variant } from '../index/documents.ts';
import { FIELD } from '../index/tables/postings.ts';
import type { Candidate } from '../ranking/candidate.ts';
import { type Hit, hitsIn, marksOf, readText, wordWorths } from '../ranking/passage.ts';
import { isWithin } from './question/askingWords.ts';
import type { AskedFor } from './question/questionKinds.ts';
import type { Asking } from './question/readQuestion.ts';
import { definesByPlace, namesIn } from './sentences/definition.ts';
import { isNow, listFit, refersBack, sentenceFit, toldFit } from './sentences/fit.ts';
import { type Pieces, piecesOf, type Sentence } from './sentences/sectionPieces.ts';
import { READ, traitsOf } from './sentences/sentenceTraits.ts';

/** A piece of a section's text that answers best, and how well. */
export interface Choice {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly (readonly [start: number, end: number])[];
  /** How well it is of the type that was asked for, 0 to about 2. */
  readonly fit: number;
  /** 0 to 1: share of the question that stands in the piece or its heading. */
  readonly held: number;
  readonly score: number;
}

/** Longest list, and longest run of sentences, that is quoted. */
const LONGEST_LIST = 1_300;
const LONGEST_RUN = 600;
const MOST_SENTENCES = 3;
/** A word that the heading says is worth less in the text: all of it is about that. */
const HEADED = 0.35;
const LONGER = 0.16;
/** What a word is worth that tells what is asked for. */
const ASKED = 0.25;
/** What a sentence loses that only tells where to read on. */
const ELSEWHERE = 0.8;
/** A paragraph that is quoted whole, and how far a fact is quoted on. */
const PARAGRAPH = 320;
const BRIEF = 130;
/** An item that holds less of the question than this, beside what its heading says, is one of many. */
const TELLING = 0.12;
const OF_MANY: ReadonlySet<AskedFor> = new Set<AskedFor>([
  'list',
  'how',
  'why',
  'where',
  'name',
  'difference',
]);
/** More words than a name has describe what is looked for: what they say counts more than what one of them is. */
const DESCRIBED = 2;
const SHORT: readonly AskedFor[] = ['definition', 'date', 'number', 'name', 'who'];

/** Chooses the piece of a section that answers best. @param names names of what is asked about, as written. */
export function choose(
  candidate: Candidate,
  { section }: Variant,
  asking: Asking,
  names: readonly string[],
  about: boolean,
): Choice | undefined {
  const pieces = piecesOf(section);
  if (pieces.sentences.length === 0) return undefined;
  const { plain } = readText(section.text);
  const hits = hitsIn(plain, candidate).sort((a, b) => a.start - b.start);
  // Words that tell what is asked for are judged by the type of a piece.
  const worths = wordWorths(candidate).map((worth, i) => {
    const word = candidate.matches[i]?.word;
    return word === undefined || word.hint || !isWithin(word, asking.spans) ? worth : worth * ASKED;
  });
  const headed = candidate.matches.map(
    ({ fields }) => (fields & (FIELD.heading | FIELD.alias | FIELD.above)) !== 0,
  );
  const all = worths.reduce((sum, worth) => sum + worth, 0) || 1;
  const weights = worths.map((worth, i) => (worth * (headed[i] ? HEADED : 1)) / all);
  const given = worths.reduce((sum, worth, i) => sum + (headed[i] ? (worth * (1 - HEADED)) / all : 0), 0);
  const words = worths.length;
  const rows = heldIn(pieces.sentences, hits, words);
  const row = new Float32Array(words);
  /** Adds what a sentence holds of each word to a run of them. */
  const take = (sentence: number): void => {
    for (let i = 0; i < words; i += 1) {
      const value = rows[sentence * words + i] ?? 0;
      if (value > (row[i] ?? 0)) row[i] = value;
    }
  };
  const heldByRun = (): number => {
    let sum = 0;
    for (let i = 0; i < words; i += 1) sum += (weights[i] ?? 0) * (row[i] ?? 0);
    return sum;
  };
  const defining =
    asking.kinds[0] === 'definition' || (asking.kinds.length === 0 && asking.facets.length === 0);
  let best: { from: number; to: number; list: number; fit: number; held: number; score: number } | undefined;
  const offer = (from: number, to: number, list: number, fit: number, held: number, score: number): void => {
    if (best === undefined || score > best.score + 1e-6) best = { from, to, list, fit, held, score };
  };
  const { sentences } = pieces;
  const traits = traitsOf(section);
  const fits = asking.kinds.map((kind) => traits.fits(kind));
  const present = defining ? namesIn(plain, names) : [];
  const defined = present.length > 0 ? traits.defining(present) : undefined;
  const linked = section.linkTexts.length > 0;
  for (let from = 0; from < Math.min(READ, sentences.length); from += 1) {
    const first = sentences[from];
    const text = traits.texts[from];
    if (first === undefined || text === undefined) break;
    const defines = defining
      ? Math.max(defined?.[from] ?? 0, about && from === 0 ? definesByPlace(text) : 0)
      : 0;
    const definition = defines * (asking.kinds[0] === 'definition' ? 1 : words > DESCRIBED ? 0.2 : 0.6);
    const elsewhere = linked && leadsElsewhere(text, section.linkTexts) ? ELSEWHERE : 0;
    const typed = sentenceFit(text, from, fits, asking) + toldFit(asking.facets, () => traits.facets(from));
    const fit = typed + definition + (from === 0 ? 0.05 : 0) - elsewhere;
    row.fill(0);
    for (let to = from; to < Math.min(sentences.length, from + MOST_SENTENCES); to += 1) {
      const last = sentences[to];
      if (last === undefined || last.end - first.start > LONGEST_RUN) break;
      take(to);
      const value = heldByRun();
      offer(from, to, -1, fit, given + value, value + fit - LONGER * (to - from));
    }
  }
  pieces.lists.forEach(({ lead, ordered, start, ends }, list) => {
    const inside = sentences.findIndex((sentence) => sentence.start >= start);
    const from = lead < 0 ? inside : lead;
    const end = ends.findLast((at) => at - start <= LONGEST_LIST) ?? ends[0] ?? start;
    const to = sentences.findLastIndex((sentence) => sentence.end <= end);
    if (from < 0 || to < from) return;
    row.fill(0);
    for (let at = from; at <= to; at += 1) take(at);
    const told = lead < 0 ? '' : (traits.lower[lead] ?? '');
    const announced = lead < 0 ? [] : traits.facets(lead);
    const fit = listFit(asking, told, announced, traits.facets(-1), ordered, candidate.fit);
    const value = heldByRun();
    offer(from, to, list, fit, given + value, 0.8 * value + fit - 0.12);
  });
  if (best === undefined) return undefined;
  const whole =
    best.held - given < TELLING && asking.kinds.some((kind) => OF_MANY.has(kind))
      ? listOf(pieces, best)
      : best;
  const { from, to } = widened(section, pieces, whole, asking);
  const start = sentences[from]?.start ?? 0;
  const end = sentences[to]?.end ?? 0;
  return {
    start,
    end,
    marks: marksOf(hits, start, end),
    fit: best.fit,
    held: Math.min(1, best.held),
    score: best.score,
  };
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly list: number;
}

/** The list that a run of sentences is a part of, with what leads up to it; the run itself where it is no part. */
function listOf({ sentences, lists }: Pieces, run: Run): Run {
  const { start = 0, list = -1 } = sentences[run.from] ?? {};
  if (run.list >= 0 || list < 0) return run;
  const at = lists.findIndex((one) => one.start <= start && start < (one.ends.at(-1) ?? 0));
  const found = lists[at];
  const end = found?.ends.findLast((end) => end - found.start <= LONGEST_LIST);
  if (found === undefined || end === undefined) return run;
  const from = found.lead < 0 ? sentences.findIndex((one) => one.start >= found.start) : found.lead;
  return { from, to: sentences.findLastIndex((one) => one.end <= end), list: at };
}

/** True for a sentence that only tells where something is told. */
function leadsElsewhere(text: string, links: readonly string[]): boolean {
  return (
    links.some((words) => words.length > 1 && text.includes(words)) &&
    /세션|섹션|session|section|part/iu.test(text)
  );
}

/** For each sentence and word of the query, how surely the one holds the other. */
function heldIn(sentences: readonly Sentence[], hits: readonly Hit[], words: number): Float32Array {
  const rows = new Float32Array(sentences.length * words);
  let at = 0;
  for (const { word, weight, start } of hits) {
    while (at < sentences.length && (sentences[at]?.end ?? 0) <= start) at += 1;
    const place = at * words + word;
    if (at < sentences.length && start >= (sentences[at]?.start ?? 0) && (rows[place] ?? 0) < weight)
      rows[place] = weight;
  }
  return rows;
}

/** An item that only names something: what stands below it tells what. */
const NAMES = 60;
const namesOnly = (text: string): boolean => text.length <= NAMES && !/[.!?。！？]["')\]”’」]*$/u.test(text);

const belowOf = (sentence: Sentence | undefined): number =>
  sentence === undefined ? 0 : Math.min(sentence.below, sentence.start + LONGEST_RUN);

/** A quote that can be understood alone: from before a pronoun, through the list that it leads up to. */
function widened(
  section: Section,
  { sentences, lists }: Pieces,
  { from, to, list }: Run,
  { kinds, counted }: Asking,
): Pick<Run, 'from' | 'to'> {
  const textOf = (at: number): string => section.text.slice(sentences[at]?.start, sentences[at]?.end);
  let first = from;
  let last = to;
  // A sentence that only asks is answered by the next one.
  if (/[?？]$/.test(textOf(last)) && last + 1 < sentences.length) last += 1;
  const below = namesOnly(textOf(last))
    ? sentences.findLastIndex(({ end }) => end <= belowOf(sentences[last]))
    : 0;
  if (list < 0 && below > last) last = below;
  else if (list < 0) {
    const led = lists.find(({ lead }) => lead === last);
    const end = led?.ends.findLast((at) => at - (sentences[first]?.start ?? 0) <= LONGEST_LIST);
    if (end !== undefined)
      last = Math.max(
        last,
        sentences.findLastIndex((sentence) => sentence.end <= end),
      );
    else {
      // What became of a thing, how something is done and what is not known by name is told in a few sentences.
      const room = isNow(textOf(first))
        ? LONGEST_RUN
        : SHORT.some((kind) => kinds[0] === kind)
          ? BRIEF
          : PARAGRAPH;
      const within = (at: number, from: number, to: number): boolean =>
        sentences[at]?.line === sentences[first]?.line &&
        (sentences[to]?.end ?? 0) - (sentences[from]?.start ?? 0) <= room;
      const leads = (at: number): boolean => lists.some(({ lead }) => lead === at);
      while (last + 1 < sentences.length && within(last + 1, first, last + 1) && !leads(last + 1)) last += 1;
      while (room === PARAGRAPH && first > 0 && within(first - 1, first - 1, last)) first -= 1;
    }
  }
  // How many there are may be told before what leads up to the list of them.
  const before = sentences[first - 1];
  if (last > first && before?.line === sentences[first]?.line && counted?.test(textOf(first - 1)) === true)
    first -= 1;
  for (let more = 0; more < 2 && first > 0 && refersBack(textOf(first)); more += 1) {
    if ((sentences[last]?.end ?? 0) - (sentences[first - 1]?.start ?? 0) > LONGEST_LIST) break;
    if (sentences[first]?.list !== sentences[first - 1]?.list) break;
    first -= 1;
  }
  return { from: first, to: last };
}
