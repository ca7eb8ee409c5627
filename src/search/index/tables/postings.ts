import type { Steps } from '#library/compute/slicedWork.ts';
import { free, GrowableUint32Array } from './growableArray.ts';
import { WEIGHTS } from './weights.ts';

/** The field of a section in which a word occurs, as a bit. */
export const FIELD = { heading: 1, alias: 2, above: 4, body: 8, caption: 16 } as const;

/** The fields that hold what a section is called. */
export const TITLES = FIELD.heading | FIELD.alias;

export type Field = keyof typeof FIELD;

/** The average number of words in a section's text, for length normalization. */
const USUAL_LENGTH = 60;
/** Impacts are quantized to a byte: so many steps to 1. */
const STEPS = 255;
/** For each term: the sections that contain it, with impact and fields; section numbers ascending. */
export interface Postings {
  readonly starts: Uint32Array;
  readonly docs: Uint32Array;
  readonly impacts: Uint8Array;
  readonly fields: Uint8Array;
}

/** Document frequency of a term. */
export function frequency(postings: Postings, term: number): number {
  return (postings.starts[term + 1] ?? 0) - (postings.starts[term] ?? 0);
}

/** Index of the posting of a term in a section, or -1. */
export function postingOf(postings: Postings, term: number, doc: number): number {
  let low = postings.starts[term] ?? 0;
  let high = (postings.starts[term + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = postings.docs[middle] ?? 0;
    if (found === doc) return middle;
    if (found < doc) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Impact of a posting, 0 to 1. */
export function impactOf(postings: Postings, at: number): number {
  return impactFrom(postings.impacts[at] ?? 0);
}

/** A stored impact, 0 to 1. */
export const impactFrom = (steps: number): number => steps / STEPS;

/** Collects the postings of sections 0, 1, 2 …, word by word. */
export class PostingsBuilder {
  readonly #terms = new GrowableUint32Array();
  readonly #data = new GrowableUint32Array();
  readonly #ends = new GrowableUint32Array();
  /** Of the current section, by term. Arrays: what a Map that is cleared leaves behind, no minor collection frees. */
  #weights = new Float64Array(1024);
  #places = new Uint8Array(1024);
  /** The terms of the current section, each once. */
  #met: number[] = [];
  #length = 0;

  /** Adds a word to the current section. */
  add(term: number, place: Field): void {
    if (term >= this.#places.length) this.#grow(term);
    const places = this.#places[term] ?? 0;
    if (places === 0) this.#met.push(term);
    this.#weights[term] = (this.#weights[term] ?? 0) + (place === 'body' ? 1000 : WEIGHTS[place]);
    this.#places[term] = places | FIELD[place];
  }

  #grow(term: number): void {
    const size = 2 ** Math.ceil(Math.log2(term + 1));
    const [weights, places] = [new Float64Array(size), new Uint8Array(size)];
    weights.set(this.#weights);
    places.set(this.#places);
    free(this.#weights, this.#places);
    this.#weights = weights;
    this.#places = places;
  }

  /** Counts a word towards the length of the current section's text. */
  count(): void {
    this.#length += 1;
  }

  /** Ends the current section. */
  end(): void {
    const norm = 1 - WEIGHTS.length + (WEIGHTS.length * this.#length) / USUAL_LENGTH;
    for (const term of this.#met) {
      const weight = this.#weights[term] ?? 0;
      // Body words were counted in thousandths: only they are normalized by the length of the text.
      const body = Math.floor(weight / 1000);
      const sum = (body * WEIGHTS.body) / norm + (weight - body * 1000);
      const impact = sum / (sum + WEIGHTS.saturation);
      this.#terms.push(term);
      this.#data.push((Math.max(1, Math.round(impact * STEPS)) << 8) | (this.#places[term] ?? 0));
      this.#weights[term] = 0;
      this.#places[term] = 0;
    }
    this.#ends.push(this.#terms.length);
    this.#met.length = 0;
    this.#length = 0;
  }

  *finish(terms: number): Steps<Postings> {
    free(this.#weights, this.#places);
    const held = this.#terms.finish();
    const data = this.#data.finish();
    const ends = this.#ends.finish();
    const starts = new Uint32Array(terms + 1);
    for (let at = 0; at < held.length; at += 1) {
      const term = held[at] ?? 0;
      starts[term + 1] = (starts[term + 1] ?? 0) + 1;
    }
    for (let i = 0, sum = 0; i <= terms; i += 1) {
      sum += starts[i] ?? 0;
      starts[i] = sum;
    }
    yield;
    const cursor = starts.slice(0, terms);
    const docs = new Uint32Array(held.length);
    const impacts = new Uint8Array(held.length);
    const places = new Uint8Array(held.length);
    for (let doc = 0, from = 0; doc < ends.length; doc += 1) {
      const end = ends[doc] ?? 0;
      for (; from < end; from += 1) {
        const term = held[from] ?? 0;
        const at = cursor[term] ?? 0;
        cursor[term] = at + 1;
        const both = data[from] ?? 0;
        docs[at] = doc;
        impacts[at] = both >>> 8;
        places[at] = both & 255;
      }
      if ((doc & 0x3f) === 0x3f) yield;
    }
    free(held, data, ends, cursor);
    return { starts, docs, impacts, fields: places };
  }
}
