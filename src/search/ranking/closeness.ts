import type { Doc, Variant } from '../index/documents.ts';
import { inUsualWidth } from '../letters/segments.ts';
import { begin, grow, KIND, pairKey, seamKey, type Traces, traceOf } from './traces.ts';

/** How closely a section's text holds a query: each 0 to 1, but for `length`. */
export interface Closeness {
  /** Share of the query in the section. */
  readonly held: number;
  /** Share of it in one sentence, and in two that follow each other. */
  readonly sentence: number;
  readonly pair: number;
  /** Share of its neighbouring words that are neighbours in the text. */
  readonly seams: number;
  /** Share of its numbers, with their counters. */
  readonly numbers: number;
  /** How much of the order of its words the best sentence keeps. */
  readonly order: number;
  /** Logarithm of the text's length beside that of a usual section: long texts hold many words by chance. */
  readonly length: number;
}

export const FAR: Closeness = { held: 0, sentence: 0, pair: 0, seams: 0, numbers: 0, order: 0, length: 0 };

/** Letters of one text that are read. */
const READ = 8_000;
const USUAL = 500;
/** Shorter texts are all the same: that they are short says nothing. */
const SHORT = 350;
/** Letters that an English ending has at most: those that a Latin word may have beyond its stem. */
const LONGEST_ENDING = 4;
/** How much a word counts that stands in the text in other letters alone. */
const REWORDED = 0.6;

/** What is known of a word of the query without reading the text. */
export interface Known {
  /** 0 to 1: how surely a word of the section stands for it. */
  readonly sure: number;
  /** True where a heading or another name of the section holds that word: then all of the text is about it. */
  readonly headed: boolean;
}

/** @param known for each word of the query. */
export function closenessOf({ variants }: Doc, traces: Traces, known: readonly Known[]): Closeness {
  let best = FAR;
  let most = Number.NEGATIVE_INFINITY;
  for (const variant of variants) {
    const found = new Reading(traces, known).of(variant);
    const value = found.held + found.sentence;
    if (value <= most) continue;
    most = value;
    best = found;
  }
  return best;
}

/** Of fewer words, their order says less. */
const FEW = 3;

/** No sentence yet, and a heading: what it says is said of every sentence. */
const UNSEEN = -1;
const HEADING = -2;

class Reading {
  readonly #traces: Traces;
  /** The sentence in which each trace was found last. */
  readonly #seen: Int32Array;
  /** The sentence in which the beginning of each word was found first, and where. */
  readonly #opened: Int32Array;
  readonly #places: Int32Array;
  readonly #heldWords: Uint8Array;
  readonly #known: readonly Known[];
  #sentence = HEADING;
  #base = 0;
  #now = 0;
  /** What this sentence and the one before hold together, and this one with the next. */
  #withLast = 0;
  #withNext = 0;
  #best = 0;
  #bestPair = 0;
  #order = 0;
  #held = 0;
  #seams = 0;
  #numbers = 0;

  constructor(traces: Traces, known: readonly Known[]) {
    this.#traces = traces;
    this.#known = known;
    this.#seen = new Int32Array(traces.weights.length).fill(UNSEEN);
    this.#opened = new Int32Array(traces.perWord.length).fill(UNSEEN);
    this.#places = new Int32Array(traces.perWord.length);
    this.#heldWords = new Uint8Array(traces.perWord.length);
  }

  of({ post, section, ancestors }: Variant): Closeness {
    const { perWord, total, numbers, seams } = this.#traces;
    this.#assume();
    this.#scan(section.name);
    for (const { name } of ancestors) this.#scan(name);
    this.#scan(post.title);
    this.#order = this.#ordered();
    this.#sentence = 0;
    this.#scan(section.text);
    this.#end();
    let other = 0;
    this.#known.forEach(({ sure }, word) => {
      if (this.#heldWords[word] === 0) other += REWORDED * sure * (perWord[word] ?? 0);
    });
    const all = total || 1;
    const base = this.#base + other;
    return {
      held: (this.#held + other) / all,
      sentence: (base + this.#best) / all,
      pair: (base + this.#bestPair) / all,
      seams: this.#seams / Math.max(FEW, seams),
      numbers: numbers === 0 ? 0 : this.#numbers / numbers,
      order: this.#order,
      length: Math.log(Math.min(READ, Math.max(SHORT, section.text.length)) / USUAL),
    };
  }

  /** What headings hold in other letters too is found before the text is read. */
  #assume(): void {
    const { weights, words, kinds } = this.#traces;
    for (let trace = 0; trace < weights.length; trace += 1) {
      const word = words[trace] ?? 0;
      const known = this.#known[word];
      if (known?.headed !== true) continue;
      if (kinds[trace] === KIND.seam) {
        if (this.#known[word + 1]?.headed !== true) continue;
        this.#seams += 1;
      } else {
        const weight = known.sure * (weights[trace] ?? 0);
        this.#held += weight;
        this.#base += weight;
        this.#heldWords[word] = 1;
        if (kinds[trace] === KIND.number) this.#numbers += 1;
      }
      this.#seen[trace] = HEADING;
    }
  }

  #hit(trace: number, at: number): void {
    const { weights, words, kinds } = this.#traces;
    const before = this.#seen[trace] ?? 0;
    const sentence = this.#sentence;
    if (before === sentence || before === HEADING) return;
    this.#seen[trace] = sentence;
    const weight = weights[trace] ?? 0;
    const word = words[trace] ?? 0;
    const kind = kinds[trace] ?? 0;
    if (before === UNSEEN) {
      if (kind === KIND.seam) this.#seams += 1;
      else {
        this.#held += weight;
        this.#heldWords[word] = 1;
        if (kind === KIND.number) this.#numbers += 1;
      }
    }
    if (kind === KIND.seam) return;
    if (sentence === HEADING) {
      this.#base += weight;
      return;
    }
    this.#now += weight;
    this.#withNext += weight;
    if (before !== sentence - 1) this.#withLast += weight;
    if (kind !== KIND.pair && this.#opened[word] !== sentence) {
      this.#opened[word] = sentence;
      this.#places[word] = at;
    }
  }

  /** Ends a sentence. */
  #end(): void {
    if (this.#now > this.#best) {
      this.#best = this.#now;
      this.#order = this.#ordered();
    }
    if (this.#withLast > this.#bestPair) this.#bestPair = this.#withLast;
    this.#withLast = this.#withNext;
    this.#withNext = 0;
    this.#now = 0;
    this.#sentence += 1;
  }

  /** Share of the query's neighbouring words that stand in its order; those of headings stand everywhere. */
  #ordered(): number {
    const words = this.#opened.length;
    let kept = 0;
    let last = -1;
    for (let word = 0; word < words; word += 1) {
      if (this.#known[word]?.headed === true) kept += word > 0 ? 1 : 0;
      else if (this.#opened[word] === this.#sentence) {
        const at = this.#places[word] ?? 0;
        if (word > 0 && at > last) kept += last >= 0 || this.#known[word - 1]?.headed === true ? 1 : 0;
        last = at;
      }
    }
    return kept / Math.max(FEW, words - 1);
  }

  #scan(written: string): void {
    const text = inUsualWidth(written);
    const end = Math.min(READ, text.length);
    /** The letter before, where it is part of a word; and whether a single space is between. */
    let before = 0;
    let apart = false;
    for (let at = 0; at < end; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit >= 0x1100) {
        if (unit >= 0x3000 && unit <= 0x3002) {
          if (unit === 0x3002 && this.#sentence !== HEADING) this.#end();
          before = 0;
          continue;
        }
        if (before !== 0) {
          if (!apart) this.#look(pairKey(before, unit), at);
          this.#look(seamKey(before, unit), at);
        }
        before = unit;
        apart = false;
      } else if (unit === 32) {
        if (apart) before = 0;
        apart = true;
      } else if (isDigit(unit)) {
        at = this.#number(text, at, end);
        before = text.charCodeAt(at);
        apart = false;
      } else if (isLatin(unit)) {
        const first = unit | 32;
        if (before !== 0) this.#look(seamKey(before, first), at);
        at = this.#latin(text, at, end);
        before = text.charCodeAt(at) | 32;
        apart = false;
      } else {
        before = 0;
        apart = false;
        if (this.#sentence !== HEADING && ends(text, unit, at)) this.#end();
      }
    }
  }

  #look(key: number, at: number): void {
    const trace = traceOf(this.#traces, key);
    if (trace >= 0) this.#hit(trace, at);
  }

  /** Reads a Latin word, and gives its last letter. */
  #latin(text: string, from: number, end: number): number {
    let hash = begin;
    let at = from;
    let found = -1;
    let length = 0;
    for (; at < end; at += 1) {
      const unit = text.charCodeAt(at);
      if (!isLatin(unit)) break;
      hash = grow(hash, unit | 32);
      const trace = traceOf(this.#traces, hash);
      if (trace < 0) continue;
      found = trace;
      length = at + 1 - from;
    }
    const beyond = at - from - length;
    if (found >= 0 && beyond <= LONGEST_ENDING && beyond <= length) this.#hit(found, from);
    return at - 1;
  }

  /** Reads a number, alone and with its counter, and gives its last digit. */
  #number(text: string, from: number, end: number): number {
    let hash = begin;
    let at = from;
    for (; at < end; at += 1) {
      const unit = text.charCodeAt(at);
      if (isDigit(unit)) hash = grow(hash, unit);
      else if ((unit !== 44 && unit !== 46) || !isDigit(text.charCodeAt(at + 1))) break;
      else if (unit === 46) hash = grow(hash, unit);
    }
    this.#look(hash, from);
    const counter = text.charCodeAt(at);
    if (counter >= 0xac00 && counter <= 0xd7a3) this.#look(grow(hash, counter), from);
    return at - 1;
  }
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const isLatin = (unit: number): boolean =>
  ((unit | 32) >= 97 && (unit | 32) <= 122) || (unit >= 0xc0 && unit <= 0x24f);

/** True for a mark that ends a sentence: the end of a line, or a stop before a space. */
function ends(text: string, unit: number, at: number): boolean {
  if (unit === 10) return true;
  if (unit !== 46 && unit !== 33 && unit !== 63) return false;
  const next = text.charCodeAt(at + 1);
  return next === 32 || next === 10 || next === 34 || next === 39 || Number.isNaN(next);
}
