import type { Library } from '#library/model.ts';
import type { Segment } from './segment.ts';

/** A state of the index: what queries are answered from until the next one is whole. */
export interface Index {
  readonly library: Library;
  readonly segments: readonly Segment[];
  /** Where each unit is found. */
  readonly places: ReadonlyMap<string, { readonly segment: Segment; readonly at: number }>;
}
