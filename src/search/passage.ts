import { proof } from './commonness.ts';
import type { Telling } from './documents.ts';
import type { Candidate } from './rank.ts';
import { type Token, tokensOf } from './tokens.ts';
import { formsOf } from './words.ts';

/** Words of a section's text, as they were quoted, and what matched in them. */
export interface Quote {
  readonly quote: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
}

interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly words: readonly { readonly token: Token; readonly forms: readonly string[] }[];
}

const segmenter = new Intl.Segmenter('ko', { granularity: 'sentence' });
/** Sections whose sentences are remembered; a few hundred bytes each. */
const KEPT = 512;
const kept = new Map<string, readonly Sentence[]>();
/** Longest text that is cut into sentences; quotes come from its front. */
const READ = 20_000;
/** A quote of more sentences than this is no answer but a reading. */
const LONGEST_RUN = 3;
const LONGEST_QUOTE = 600;

function sentencesOf(text: string): readonly Sentence[] {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const sentences: Sentence[] = [];
  let offset = 0;
  for (const line of text.slice(0, READ).split('\n')) {
    for (const { segment, index } of segmenter.segment(line)) {
      const lead = segment.length - segment.trimStart().length;
      const start = offset + index + lead;
      const end = offset + index + segment.trimEnd().length;
      if (end <= start) continue;
      const words = tokensOf(segment).map((token) => ({
        token: { ...token, start: token.start + offset + index, end: token.end + offset + index },
        forms: formsOf(token),
      }));
      sentences.push({ start, end, words });
    }
    offset += line.length + 1;
  }
  if (kept.size >= KEPT) kept.clear();
  kept.set(text, sentences);
  return sentences;
}

interface Wanted {
  readonly worth: number;
  readonly forms: ReadonlyMap<string, number>;
}

function wantedOf(candidate: Candidate): Wanted[] {
  const { terms } = candidate.segment;
  return candidate.matches.map(({ word, rarity, terms: expansions }) => {
    const forms = new Map<string, number>();
    for (const expansion of expansions)
      for (const term of expansion.terms) {
        const text = terms.text(term);
        const weight = expansion.weight / expansion.terms.length;
        if ((forms.get(text) ?? 0) < weight) forms.set(text, weight);
      }
    return { worth: (0.2 + rarity) * (0.3 + 0.7 * proof(word.token.text)), forms };
  });
}

/** The shortest run of sentences that holds most of what was asked, with what matched in it. */
export function quoteOf(candidate: Candidate, telling: Telling): Quote {
  const { text } = telling.section;
  const sentences = sentencesOf(text);
  if (sentences.length === 0) return { quote: '', marks: [] };
  const wanted = wantedOf(candidate);
  const found = sentences.map((sentence) =>
    wanted.map(({ forms }) => {
      let best = 0;
      for (const word of sentence.words)
        for (const form of word.forms) best = Math.max(best, forms.get(form) ?? 0);
      return best;
    }),
  );
  let best = { from: 0, to: 0, score: -1 };
  for (let from = 0; from < sentences.length; from += 1) {
    const held = wanted.map(() => 0);
    for (let to = from; to < Math.min(sentences.length, from + LONGEST_RUN); to += 1) {
      if ((sentences[to]?.end ?? 0) - (sentences[from]?.start ?? 0) > LONGEST_QUOTE && to > from) break;
      wanted.forEach((_, i) => {
        held[i] = Math.max(held[i] ?? 0, found[to]?.[i] ?? 0);
      });
      const worth = wanted.reduce((sum, { worth: one }, i) => sum + one * (held[i] ?? 0), 0);
      const score = worth - 0.22 * (to - from);
      if (score > best.score + 1e-9) best = { from, to, score };
    }
  }
  // A sentence that only asks is answered by the next.
  while (
    /[?？]$/.test(text.slice(0, sentences[best.to]?.end ?? 0)) &&
    best.to + 1 < sentences.length &&
    best.to - best.from < LONGEST_RUN
  )
    best = { ...best, to: best.to + 1 };
  const start = sentences[best.from]?.start ?? 0;
  const end = sentences[best.to]?.end ?? 0;
  return {
    quote: text.slice(start, end),
    marks: marksOf(sentences.slice(best.from, best.to + 1), wanted, start),
  };
}

function marksOf(
  sentences: readonly Sentence[],
  wanted: readonly Wanted[],
  start: number,
): [number, number][] {
  const marks: [number, number][] = [];
  for (const sentence of sentences) {
    for (const { token, forms } of sentence.words) {
      const form = forms.find((one) => wanted.some((want) => (want.forms.get(one) ?? 0) > 0.3));
      if (form === undefined) continue;
      const inside = token.text.indexOf(form);
      const from = token.start - start + (token.script === 'hangul' ? Math.max(0, inside) : 0);
      const size = token.script === 'hangul' && inside >= 0 ? form.length : token.end - token.start;
      const last = marks[marks.length - 1];
      if (last !== undefined && last[1] >= from) last[1] = Math.max(last[1], from + size);
      else marks.push([from, from + size]);
    }
  }
  return marks;
}
