import { memoizeRecent } from '#library/compute/memoizeRecent.ts';
import type { Section } from '#library/model.ts';
import { sentencesOf } from '#library/text/sentences.ts';
import type { Variant } from '../index/documents.ts';
import { postingOf } from '../index/tables/postings.ts';
import { isSyllable } from '../letters/hangul.ts';
import { inUsualWidth } from '../letters/segments.ts';
import { tokensOf } from '../letters/tokens.ts';
import { formsOf } from '../words/words.ts';
import type { Candidate } from './candidate.ts';
import { type Expansion, textOf } from './expand.ts';
import { piecesOf } from './sectionPieces.ts';

/** A quotation from a section's text, with highlighted matches. */
export interface Quote {
  readonly quote: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
}

/** A text, split into sentences. */
export interface SplitText {
  /** Start and end of each sentence. A sentence never spans lines. */
  readonly edges: Uint32Array;
  /** The text in lower case, where that keeps its length. */
  readonly plain: string;
  /** True where it may be Japanese. */
  readonly kana: boolean;
}

/** Total characters of recently split texts that are cached. */
const KEPT = 4_000_000;
let letters = 0;
const kept = new Map<string, SplitText>();
/** Longest text that is split into sentences; quotes come from its front. */
const READ = 12_000;
/** Most sentences of a quote: more would be a reading, not an answer. */
const LONGEST_RUN = 3;
const LONGEST_QUOTE = 600;
/** Most occurrences of a word that count in one text. */
const MOST_HITS = 40;

/** Reads a text once: quotes of the same sections are asked for again. */
export function readText(text: string): SplitText {
  const known = kept.get(text);
  if (known !== undefined) return known;
  letters += text.length;
  if (letters > KEPT) {
    kept.clear();
    letters = text.length;
  }
  // Lower case of another length would shift every offset.
  const lower = inUsualWidth(text).toLowerCase();
  const plain = lower.length === text.length ? lower : text;
  const made = { edges: edgesOf(text), plain, kana: KANA.test(plain) };
  kept.set(text, made);
  return made;
}

function edgesOf(text: string): Uint32Array {
  const edges: number[] = [];
  let offset = 0;
  for (const line of text.slice(0, READ).split('\n')) {
    for (const { segment, index } of sentencesOf(line)) {
      const start = offset + index + segment.length - segment.trimStart().length;
      const end = offset + index + segment.trimEnd().length;
      if (end > start) edges.push(start, end);
    }
    offset += line.length + 1;
  }
  return Uint32Array.from(edges);
}

/** An occurrence of a query word in a text. */
export interface Hit {
  /** Index of the query word. */
  readonly word: number;
  readonly weight: number;
  readonly start: number;
  readonly end: number;
}

const LETTER = /[\p{L}\p{N}]/u;
const isLatin = (unit: number): boolean => unit >= 97 && unit <= 122;
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Is given each occurrence of a query word, as `Hit` tells it, with what it was found by, and by which term of that. */
type VisitHit = (word: number, found: Expansion, start: number, end: number, part: number) => void;

/**
 * Visits the occurrences of the query's words, or of their matches in the section, in a text: word by word, and of each
 * form in the order of the text.
 */
export function visitHits(text: SplitText, { segment, matches, at }: Candidate, visit: VisitHit): void {
  const { postings } = segment;
  for (let word = 0; word < matches.length; word += 1) {
    const expansions = matches[word]?.terms;
    for (let one = 0; expansions !== undefined && one < expansions.length; one += 1) {
      const expansion = expansions[one];
      if (expansion === undefined || expansion.weight < 0.3) break;
      const { terms } = expansion;
      for (let part = 0; part < terms.length; part += 1) {
        const term = terms[part] ?? 0;
        if (postingOf(postings, term, at) >= 0)
          visitForm(text, textOf(segment, term), word, expansion, part, visit);
      }
    }
  }
}

function visitForm(
  split: SplitText,
  form: string,
  word: number,
  found: Expansion,
  part: number,
  visit: VisitHit,
): void {
  const { plain: text, kana } = split;
  const latin = isLatin(form.charCodeAt(0));
  if (kana && (latin || isSyllable(form.charCodeAt(0))))
    for (const [start, end] of saidInJapanese(split).get(form) ?? []) visit(word, found, start, end, part);
  let count = 0;
  for (let at = text.indexOf(form); at >= 0 && count < MOST_HITS; at = text.indexOf(form, at + form.length)) {
    const before = at === 0 ? 0 : text.charCodeAt(at - 1);
    // A Latin word may follow Hangul without a space: a particle such as 의 is not part of it.
    if (latin ? isLatin(before) || isDigit(before) : form.length === 1 && LETTER.test(text[at - 1] ?? ''))
      continue;
    let end = at + form.length;
    if (latin) while (isLatin(text.charCodeAt(end))) end += 1;
    visit(word, found, at, end, part);
    count += 1;
  }
}

const KANA = /[\u3041-\u30fa]/u;

/** Where a Japanese text says what Korean and English have other words for. */
const saidInJapanese = memoizeRecent(({ plain }: SplitText) => {
  const places = new Map<string, [start: number, end: number][]>();
  for (const token of tokensOf(plain.slice(0, READ)))
    for (const other of token.script === 'other' ? formsOf(token).slice(1) : []) {
      const known = places.get(other);
      if (known === undefined) places.set(other, [[token.start, token.end]]);
      else if (known.length < MOST_HITS) known.push([token.start, token.end]);
    }
  return places;
}, 100);

/** How surely an occurrence of one of its terms stands for the query word. */
export const weightOf = ({ terms, weight }: Expansion): number => weight / terms.length;

/** The same occurrences as a list, in the order of the text. */
export function hitsIn(text: SplitText, candidate: Candidate): readonly Hit[] {
  const hits: Hit[] = [];
  visitHits(text, candidate, (word, found, start, end) => {
    hits.push({ word, weight: weightOf(found), start, end });
  });
  return hits.sort((a, b) => a.start - b.start);
}

/** What each word of the query is worth in a quote. */
export function wordWorths({ matches }: Candidate): readonly number[] {
  return matches.map(({ word, rarity }) => (0.2 + rarity) * (0.3 + 0.7 * word.matchWeight));
}

/**
 * The shortest run of sentences with most of the query's weight, with highlighted matches. A run that introduces a list
 * includes the list: "four reasons" alone does not answer why.
 */
export function quoteOf(candidate: Candidate, variant: Variant): Quote {
  const { text } = variant.section;
  const split = readText(text);
  const { edges } = split;
  const count = edges.length / 2;
  if (count === 0) return { quote: '', marks: [] };
  const words = candidate.matches.length;
  const worths = wordWorths(candidate);
  const hits = hitsIn(split, candidate);
  const held = new Float32Array(words * count);
  let sentence = 0;
  for (const { word, weight, start } of hits) {
    while (sentence < count && (edges[sentence * 2 + 1] ?? 0) <= start) sentence += 1;
    const at = sentence * words + word;
    if (sentence < count && (held[at] ?? 0) < weight) held[at] = weight;
  }
  let [from, to] = bestRun(held, worths, edges);
  // A sentence that only asks is answered by the next one.
  while (/[?？]$/.test(text.slice(0, edges[to * 2 + 1])) && to + 1 < count && to - from < LONGEST_RUN)
    to += 1;
  from = Math.min(from, to);
  const start = edges[from * 2] ?? 0;
  const end = throughList(variant.section, edges[to * 2 + 1] ?? 0, start + LONGEST_QUOTE);
  return { quote: text.slice(start, end), marks: marksOf(hits, start, end) };
}

/** The end of the list that a sentence leads up to, as far as it fits before a limit; else the end of the sentence. */
function throughList(section: Section, end: number, limit: number): number {
  const { sentences, lists } = piecesOf(section);
  const list = lists.find(({ lead }) => sentences[lead]?.end === end);
  return list?.ends.findLast((at) => at <= limit) ?? end;
}

/** First and last sentence of the run with the highest value. */
function bestRun(held: Float32Array, worths: readonly number[], edges: Uint32Array): [number, number] {
  const words = worths.length;
  const count = edges.length / 2;
  const so = new Float32Array(words);
  let from = 0;
  let to = 0;
  let most = 0;
  for (let first = 0; first < count; first += 1) {
    so.fill(0);
    let worth = 0;
    for (let last = first; last < Math.min(count, first + LONGEST_RUN); last += 1) {
      if (last > first && (edges[last * 2 + 1] ?? 0) - (edges[first * 2] ?? 0) > LONGEST_QUOTE) break;
      for (let i = 0; i < words; i += 1) {
        const gain = (held[last * words + i] ?? 0) - (so[i] ?? 0);
        if (gain <= 0) continue;
        worth += gain * (worths[i] ?? 0);
        so[i] = (so[i] ?? 0) + gain;
      }
      const score = worth - 0.22 * (last - first);
      if (score > most + 1e-6) {
        most = score;
        from = first;
        to = last;
      }
    }
  }
  return [from, to];
}

/** The occurrences between two offsets, merged, counted from the first of them. @param hits sorted. */
export function marksOf(hits: readonly Hit[], from: number, to: number): [number, number][] {
  const marks: [number, number][] = [];
  for (const { start, end } of hits) {
    if (start < from || end > to) continue;
    const last = marks[marks.length - 1];
    if (last !== undefined && last[1] >= start - from) last[1] = Math.max(last[1], end - from);
    else marks.push([start - from, end - from]);
  }
  return marks;
}
