/** Ranking weights, chosen on the tuning half of the evaluation set. */
export interface Weights {
  /** Weight of a word by field. */
  readonly heading: number;
  readonly alias: number;
  readonly above: number;
  readonly body: number;
  readonly caption: number;
  /** Saturation (k1 of BM25): diminishing returns of repeated words and better fields. */
  readonly saturation: number;
  /** Length normalization (b of BM25). */
  readonly length: number;
  /** Weights of matched words, of their share of the heading, and of a name match of the whole query. */
  readonly words: number;
  readonly fit: number;
  readonly name: number;
  /** The same for a few words without a question: most likely a name. */
  readonly shortName: number;
  /** Bonus where the whole query is a name or its prefix. */
  readonly literal: number;
  /** Bonus where the heading announces the kind of answer that was asked for: reasons, places. */
  readonly kind: number;
}

export const WEIGHTS: Weights = {
  heading: 4.5,
  alias: 4,
  above: 1.2,
  body: 1,
  caption: 0.5,
  saturation: 1,
  length: 0.4,
  words: 0.85,
  fit: 0.18,
  name: 0.45,
  shortName: 0.6,
  literal: 0.2,
  kind: 0.1,
};
