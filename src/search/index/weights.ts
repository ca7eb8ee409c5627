/** What ranking weighs; chosen on the tuning half of the evaluation set. */
export interface Weights {
  /** How much a word counts by where it stands. */
  readonly heading: number;
  readonly alias: number;
  readonly above: number;
  readonly body: number;
  readonly caption: number;
  /** Slows the gain of saying a word again, or in a better place. */
  readonly saturation: number;
  /** How much longer texts are held back. */
  readonly length: number;
  /** Words found, how much of the heading they make up, and how the whole query meets a name. */
  readonly words: number;
  readonly fit: number;
  readonly name: number;
  /** The same for a few words that ask nothing: most likely a name. */
  readonly shortName: number;
  /** All that was typed is a name, or its beginning. */
  readonly literal: number;
  /** The heading tells the kind of answer that was asked for: reasons, places. */
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
