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
  readonly parts: ScoreParts;
}

/** What a section's score is made of, each 0 to 1 but for `length`. */
export interface ScoreParts {
  /** Relevance of the words. */
  readonly words: number;
  /** Share of the query's words in the section. */
  readonly covered: number;
  /** Their share of the heading. */
  readonly fit: number;
  /** A name match of the whole query: in a question, and for a few words alone, which most likely are a name. */
  readonly name: number;
  readonly shortName: number;
  /** 1 where the whole query is a name or its prefix. */
  readonly literal: number;
  /** 1 where the heading announces the kind of answer that was asked for: reasons, places. */
  readonly kind: number;
  /** How closely the text holds the query: see `Closeness`. */
  readonly held: number;
  readonly sentence: number;
  readonly pair: number;
  readonly seams: number;
  readonly numbers: number;
  readonly order: number;
  readonly length: number;
}

export const WEIGHTS: Weights = {
  heading: 4.5,
  alias: 4,
  above: 1.2,
  body: 1,
  caption: 0.5,
  saturation: 1,
  length: 0.4,
  parts: {
    words: 0.85,
    covered: 0.35,
    fit: 0.3,
    name: 0.45,
    shortName: 0.6,
    literal: 0.2,
    kind: 0.1,
    held: 0.25,
    sentence: 0.05,
    pair: 0.14,
    seams: 0.23,
    numbers: 0.24,
    order: 0.2,
    length: -0.065,
  },
};
