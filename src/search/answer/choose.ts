import type { SectionRef, Topic } from '#library/model.ts';
import type { Interpretation } from '../interpret.ts';
import type { SearchOptions } from '../model.ts';
import { variantFor } from '../passages.ts';
import type { Candidate } from '../ranking/candidate.ts';
import { type Pieces, piecesOf } from '../ranking/sectionPieces.ts';
import { heldOf, type JudgedSection, judgeSentences, worthsOf } from './likelihood.ts';
import type { AskedFor } from './question/questionKinds.ts';
import type { Asking } from './question/readQuestion.ts';
import type { NamedTopic } from './question/topicTable.ts';
import { type SentenceWeights, weightsFor } from './sentences/weights.ts';

/** The stretch of a section's text that is quoted. */
export interface Choice {
  /** The first and the last sentence. */
  readonly from: number;
  readonly to: number;
  /** The likeliest sentence of it. */
  readonly likeliest: number;
  /** How well it is of the type that was asked for, 0 to about 2. */
  readonly fit: number;
  /** 0 to 1: share of the question that stands in it or in the heading. */
  readonly held: number;
  /** 0 to 1: how likely the answer stands in it, if it stands in the sections that were judged. */
  readonly likelihood: number;
}

/** A section and the stretch of it that answers best. */
export interface ChosenStretch {
  readonly candidate: Candidate;
  readonly choice: Choice;
}

/** Sections whose sentences are judged; those about the topic that is named also further down. */
const NEAR = 5;
const READ = 20;
/** So few words that ask for nothing name a section: that is the answer. */
const NAME_WORDS = 3;
/** The least score of another section whose sentences are judged, as a share of the first one's. */
const LEAST = 0.3;

/** Longest stretch that is no list. */
const LONGEST = 600;
/** What a hundred letters more to read cost, in likelihood, and beyond the longest stretch; a table is looked through, not read. */
const HUNDRED_LETTERS = 0.035;
const HUNDRED_BEYOND = 0.1;
const TABLE = 300;
/** What it costs to begin or end within a paragraph. */
const CUT = 0.025;
/** What a whole list is worth beyond its items where several things may be asked for. */
const WHOLE = 0.05;
const OF_MANY: ReadonlySet<AskedFor> = new Set<AskedFor>([
  'list',
  'how',
  'why',
  'where',
  'name',
  'difference',
]);

/** A question, read: what may answer it, what it asks for, the topics that it names, and names of what it asks about. */
export interface ReadQuestion {
  readonly reading: Interpretation;
  readonly asking: Asking;
  readonly named: readonly NamedTopic[];
  readonly names: readonly string[];
}

/** What a post's opening only announces: its sections tell it. */
const TOLD_BELOW: ReadonlySet<AskedFor | undefined> = new Set<AskedFor>(['how', 'why', 'list']);

/** Judges the sentences of the first sections and of those about the topic that is named. */
export function judgedSections(
  { reading: { ranked, query }, asking, named, names }: ReadQuestion,
  { language }: SearchOptions,
  weights: SentenceWeights = weightsFor(asking.kinds),
): readonly JudgedSection[] {
  const [best] = ranked;
  if (best === undefined) return [];
  const subject = named[0]?.topic;
  const topical = subject !== undefined;
  const top = best.score || 1;
  const worths = worthsOf(best, asking);
  const isName = asking.naming && asking.kinds[0] !== 'definition' && query.words.length <= NAME_WORDS;
  return ranked.slice(0, isName ? 1 : READ).flatMap((candidate, place) => {
    const first = place === 0;
    const called = asking.kinds[0] === 'definition' && isCalled(candidate);
    const about = called || (topical ? isAbout(candidate, subject) : first && candidate.fit > 0.5);
    const rank = candidate.score / top;
    if (!(topical && about) && (place >= NEAR || rank < LEAST)) return [];
    const { section, post } = variantFor(candidate, language);
    const opening = section.lead && post.sections.length > 1 && TOLD_BELOW.has(asking.kinds[0]);
    const isNamed = called || (topical && about);
    const wanted = { asking, names, first, about, named: isNamed, opening, rank, worths };
    return judgeSentences(candidate, section, wanted, weights) ?? [];
  });
}

/** From here on a heading, or a part of it, is the name that was typed: `Server-Sent Events (SSE)`. */
const CALLED = 0.85;
const isCalled = ({ name }: Candidate): boolean => name?.how === 'same' && name.score >= CALLED;

export function isAbout({ doc }: Candidate, { about }: Topic): boolean {
  return about.some((ref: SectionRef) => ref.session === doc.session && ref.section === doc.section);
}

/** Chooses the stretch that most likely holds the answer for the letters that it takes. */
export function choose(judged: readonly JudgedSection[], asking: Asking): ChosenStretch | undefined {
  const chances = runningChances(judged);
  const whole = asking.kinds.some((kind) => OF_MANY.has(kind)) ? WHOLE : 0;
  let best: { of: JudgedSection; from: number; to: number; likelihood: number } | undefined;
  let most = Number.NEGATIVE_INFINITY;
  judged.forEach((of, place) => {
    const sums = chances[place] ?? [0];
    visitStretches(piecesOf(of.section), sums.length - 1, (from, to, cost, isList) => {
      const likelihood = (sums[to + 1] ?? 0) - (sums[from] ?? 0);
      const value = likelihood - cost + (isList ? whole : 0);
      if (value <= most + 1e-9) return;
      most = value;
      best = { of, from, to, likelihood };
    });
  });
  if (best === undefined) return undefined;
  const { of, from, likelihood } = best;
  const to = asking.kinds[0] === 'definition' && from === 0 ? openingEnd(of, best.to) : best.to;
  const run = of.scores.slice(from, to + 1);
  const choice: Choice = {
    from,
    to,
    likeliest: from + run.indexOf(Math.max(...run)),
    fit: fitOf(of, from, to),
    held: heldOf(of, from, to),
    likelihood,
  };
  return { candidate: of.candidate, choice };
}

/** From here on a sentence says what a thing is; what only opens a section on it is quoted with what goes on from there. */
const SAYS_WHAT = 0.95;
const OPENING = 400;

/** The last sentence of what opens a section, from which it is to be learnt what it is about. */
function openingEnd({ section, fits }: JudgedSection, to: number): number {
  if (Math.max(...fits.slice(0, to + 1)) >= SAYS_WHAT) return to;
  const { sentences } = piecesOf(section);
  return Math.max(
    to,
    sentences.findLastIndex(({ end }, at) => end <= OPENING && at < fits.length),
  );
}

/**
 * Visits each stretch of the first sentences that can be read alone: lists to their end, tables as a whole.
 * @param count how many sentences there are to choose from.
 */
function visitStretches(
  { sentences, lists }: Pieces,
  count: number,
  visit: (from: number, to: number, cost: number, isList: boolean) => void,
): void {
  const lettersOf = (from: number, to: number): number =>
    (sentences[to]?.end ?? 0) - (sentences[from]?.start ?? 0);
  const cost = (from: number, to: number, letters: number): number =>
    (HUNDRED_LETTERS * letters + HUNDRED_BEYOND * Math.max(0, letters - LONGEST)) / 100 +
    (from > 0 && sentences[from - 1]?.line === sentences[from]?.line ? CUT : 0) +
    (to + 1 < sentences.length && sentences[to + 1]?.line === sentences[to]?.line ? CUT : 0);
  const inner = new Array<boolean>(count).fill(false);
  const unfinished = new Array<boolean>(count).fill(false);
  // What leads up to a list is not quoted with a part of it.
  const leadOf = new Array<number>(count).fill(-1);
  for (const { from, to, lead, table, nested } of lists) {
    if (to < from || to >= count) continue;
    if (lead >= 0 && !nested) {
      unfinished[lead] = true;
      if (lettersOf(lead, to) <= LONGEST) leadOf.fill(lead, lead + 1, to);
    }
    if (table) {
      inner.fill(true, from + 1, to + 1);
      unfinished.fill(true, from, to);
    }
    const letters = lettersOf(from, to);
    visit(from, to, cost(from, to, table ? Math.min(letters, TABLE) : letters), true);
  }
  for (let from = 0; from < count; from += 1)
    for (let to = from; to < count && inner[from] !== true; to += 1) {
      const letters = lettersOf(from, to);
      if (to > from && letters > LONGEST) break;
      if ((sentences[to]?.depth ?? 0) < (sentences[from]?.depth ?? 0)) break;
      if (unfinished[to] !== true && (leadOf[to] ?? -1) < from)
        visit(from, to, cost(from, to, letters), false);
    }
}

/** How likely the answer stands before each sentence, and in all of them, if it stands in one of the sections. */
function runningChances(judged: readonly JudgedSection[]): readonly (readonly number[])[] {
  const top = Math.max(...judged.map(({ scores }) => Math.max(...scores)));
  const chances = judged.map(({ scores }) => scores.map((score) => Math.exp(score - top)));
  let all = 0;
  for (const some of chances) for (const chance of some) all += chance;
  return chances.map((some) => {
    const sums = [0];
    let sum = 0;
    for (const chance of some) {
      sum += chance / all;
      sums.push(sum);
    }
    return sums;
  });
}

/** How well the best sentence of a stretch is of the type that was asked for, or a list that it holds whole. */
function fitOf({ section, fits, listFits }: JudgedSection, first: number, last: number): number {
  let most = Math.max(...fits.slice(first, last + 1));
  piecesOf(section).lists.forEach(({ from, to }, at) => {
    if (from <= to && first <= from && to <= last) most = Math.max(most, listFits[at] ?? 0);
  });
  return most;
}
