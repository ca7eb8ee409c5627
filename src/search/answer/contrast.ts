import type { Language } from '#library/model.ts';
import { FIELD } from '../index/tables/postings.ts';
import { tokensOf } from '../letters/tokens.ts';
import type { Passage } from '../model.ts';
import { variantFor } from '../passages.ts';
import type { Candidate } from '../ranking/candidate.ts';
import { hitsIn, marksOf, readText, visitHits, weightOf, wordWorths } from '../ranking/passage.ts';
import { type ListPiece, piecesOf, type Sentence } from '../ranking/sectionPieces.ts';
import { DIFFERS, refersBack } from './sentences/fit.ts';
import { JUDGED_SENTENCES } from './sentences/sentenceTraits.ts';

/** A piece of a section that tells of each of several things. */
export interface Contrast {
  readonly passage: Passage;
  /** 0 to 1: how surely it tells of the one that it holds least of. */
  readonly held: number;
  readonly score: number;
}

/** What tells when one of several is to be used. */
const ADVISES =
  /(?:으면|하면|이면|라면|다면|때는?|쓰라|추천|권[했한]|충분|적합|어울)\S*\s|\b(?:if|when(?:ever)?|use|enough|choose|pick|suits?|keep|recommend\w*)\b|なら|場合|向い/iu;
/** Sections that are read. */
const READ = 6;
const MOST_SENTENCES = 5;
const LONGEST = 700;
const LONGEST_WHOLE = 1_000;
const PARAGRAPH = 450;
/** A piece that holds less of one of the things does not tell of it. */
const LEAST = 0.5;
/** What the heading says of a thing, beside a sentence that says it. */
const BY_HEADING = 0.6;
const BY_RANK = 0.6;
const BY_DIFFERING = 0.3;
/** How much it counts that a sentence, or an item, begins with one of the things. */
const BY_SUBJECT = 0.5;
const LONGER = 0.12;
const LONGER_LIST = 0.04;
const FRONT = 14;

/** What each sentence of a section tells of each thing. */
interface SidesHeld {
  /** 0 to 1, a row a sentence. */
  readonly rows: readonly Float64Array[];
  /** The thing that each sentence begins with, -1 for none. */
  readonly subjects: readonly number[];
  /** What the heading holds of it. */
  readonly headed: Float64Array;
}

/**
 * The piece of the first sections that tells best of all the things that a question compares: a run of sentences, or a
 * list; undefined where none tells of all.
 * @param sides the things, as the question words them
 * @param asksWhen true where the question is which of them to use, and when
 */
export function contrastIn(
  ranked: readonly Candidate[],
  sides: readonly string[],
  asksWhen: boolean,
  language: Language | undefined,
): Contrast | undefined {
  const top = ranked[0]?.score || 1;
  let best: Contrast | undefined;
  for (const candidate of ranked.slice(0, READ)) {
    const found = contrastOf(candidate, sides, asksWhen, language);
    if (found === undefined) continue;
    const score = found.score + BY_RANK * (candidate.score / top);
    if (best === undefined || score > best.score) best = { ...found, score };
  }
  return best;
}

function contrastOf(
  candidate: Candidate,
  sides: readonly string[],
  asksWhen: boolean,
  language: Language | undefined,
): Contrast | undefined {
  const { section, post } = variantFor(candidate, language);
  const { sentences, lists } = piecesOf(section);
  const held = readSides(candidate, section.text, sentences.slice(0, JUDGED_SENTENCES), sides);
  if (held === undefined) return undefined;
  const last = Math.min(sentences.length, JUDGED_SENTENCES) - 1;
  const runs = [...runsIn(sentences, lists, last)];
  let best: { from: number; to: number; least: number; score: number } | undefined;
  for (const { from, to, isWhole } of runs) {
    const { least, sum, subjects } = heldBy(held, from, to);
    if (least < LEAST) continue;
    const text = section.text.slice(sentences[from]?.start, sentences[to]?.end);
    const score =
      sum / sides.length +
      (BY_SUBJECT * subjects) / sides.length +
      (DIFFERS.test(text) ? BY_DIFFERING : 0) +
      (asksWhen && ADVISES.test(text) ? BY_DIFFERING : 0) -
      (isWhole ? LONGER_LIST : LONGER) * (to - from);
    if (best === undefined || score > best.score + 1e-6) best = { from, to, least, score };
  }
  if (best === undefined) return undefined;
  const [from, to] = widened(section.text, sentences, best.from, best.to);
  const start = sentences[from]?.start ?? 0;
  const end = sentences[to]?.end ?? start;
  return {
    held: best.least,
    score: best.score,
    passage: {
      session: candidate.doc.session,
      section: candidate.doc.section,
      language: post.language,
      quote: section.text.slice(start, end),
      marks: marksOf(hitsIn(readText(section.text), candidate), start, end),
      score: candidate.score,
      confidence: 1,
    },
  };
}

/** Runs of sentences that may tell of several things, and lists and tables as wholes: a part of one leaves a thing out. */
function* runsIn(
  sentences: readonly Sentence[],
  lists: readonly ListPiece[],
  last: number,
): Generator<{ readonly from: number; readonly to: number; readonly isWhole: boolean }> {
  const whole = new Set<number>();
  for (const { lead, start, ends } of lists) {
    const end = ends.at(-1) ?? start;
    const first = sentences.findIndex((sentence) => sentence.start >= start);
    const to = sentences.findLastIndex((sentence) => sentence.end <= end);
    if (end - start > LONGEST_WHOLE || first < 0 || to > last || to <= first) continue;
    for (let at = first; at <= to; at += 1) whole.add(at);
    yield { from: lead < 0 ? first : lead, to, isWhole: true };
  }
  for (let from = 0; from <= last; from += 1) {
    if (whole.has(from)) continue;
    for (let to = from; to <= Math.min(last, from + MOST_SENTENCES - 1); to += 1) {
      if (whole.has(to) || (sentences[to]?.end ?? 0) - (sentences[from]?.start ?? 0) > LONGEST) break;
      yield { from, to, isWhole: false };
    }
  }
}

/** A run with what its paragraph says before and after it. */
function widened(
  text: string,
  sentences: readonly Sentence[],
  first: number,
  last: number,
): readonly [from: number, to: number] {
  let from = first;
  let to = last;
  const isRoom = (start: number, end: number): boolean =>
    (sentences[end]?.end ?? 0) - (sentences[start]?.start ?? 0) <= PARAGRAPH;
  const isNear = (one: number, other: number): boolean =>
    sentences[one] !== undefined && sentences[one].line === sentences[other]?.line;
  while (isNear(from - 1, from) && (isRoom(from - 1, to) || refersBack(text.slice(sentences[from]?.start))))
    from -= 1;
  while (isNear(to + 1, to) && isRoom(from, to + 1)) to += 1;
  return [from, to];
}

function heldBy(
  { rows, subjects, headed }: SidesHeld,
  from: number,
  to: number,
): { readonly least: number; readonly sum: number; readonly subjects: number } {
  let least = 1;
  let sum = 0;
  let begun = 0;
  // A heading that names all of them tells of none.
  const headsAll = headed.every((one) => one >= LEAST);
  for (let side = 0; side < headed.length; side += 1) {
    let most = headsAll ? 0 : BY_HEADING * (headed[side] ?? 0);
    let begins = false;
    for (let at = from; at <= to; at += 1) {
      most = Math.max(most, rows[at]?.[side] ?? 0);
      begins ||= subjects[at] === side;
    }
    least = Math.min(least, most);
    sum += most;
    if (begins) begun += 1;
  }
  return { least, sum, subjects: begun };
}

function readSides(
  candidate: Candidate,
  text: string,
  sentences: readonly { readonly start: number; readonly end: number }[],
  sides: readonly string[],
): SidesHeld | undefined {
  const { matches } = candidate;
  const words = sides.map((side) => tokensOf(side).map((token) => token.text));
  const owns = matches.map(({ word }) =>
    words.map((all) => all.some((one) => one.startsWith(word.token.text) || word.token.text.startsWith(one))),
  );
  const worths = wordWorths(candidate);
  // What both are called by tells neither: `TPU` of `Edge TPU`.
  const weights = sides.map((_, side) => {
    const own = owns.map((of, i) =>
      of[side] === true ? (worths[i] ?? 0) / of.filter(Boolean).length ** 2 : 0,
    );
    const all = own.reduce((sum, one) => sum + one, 0);
    return all === 0 ? undefined : own.map((one) => one / all);
  });
  const headed = new Float64Array(sides.length);
  const rows = sentences.map(() => new Float64Array(sides.length));
  const found = sentences.map(() => weights.map((own) => new Float64Array(own?.length ?? 0)));
  const begins = sentences.map(() => ({ side: -1, start: FRONT + 1 }));
  for (const [side, own] of weights.entries()) {
    if (own === undefined) return undefined;
    for (const [i, weight] of own.entries())
      if (((matches[i]?.fields ?? 0) & (FIELD.heading | FIELD.alias | FIELD.above)) !== 0)
        headed[side] = (headed[side] ?? 0) + weight;
  }
  const split = readText(text);
  const seen = new Set<string>();
  visitHits(split, candidate, (word, expansion, start, end) => {
    const at = sentences.findIndex((sentence) => sentence.start <= start && start < sentence.end);
    for (let side = 0; side < sides.length; side += 1) {
      const weight = weights[side]?.[word] ?? 0;
      const of = found[at]?.[side];
      if (weight === 0 || of === undefined) continue;
      // The parts of a compound, `빌딩 블록` of `빌딩블록`, count each once.
      const key = `${at} ${side} ${word} ${split.plain.slice(start, end)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      of[word] = Math.min(weight * expansion.weight, (of[word] ?? 0) + weight * weightOf(expansion));
      const first = begins[at];
      const offset = start - (sentences[at]?.start ?? 0);
      if (first !== undefined && offset < first.start) begins[at] = { side, start: offset };
    }
  });
  for (const [at, all] of found.entries())
    for (const [side, of] of all.entries()) {
      const row = rows[at];
      if (row !== undefined) row[side] = of.reduce((sum, one) => sum + one, 0);
    }
  return { rows, subjects: begins.map(({ side }) => side), headed };
}
