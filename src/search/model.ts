import type { Language, Library, SectionRef } from '#library/model.ts';

/** `answer`: the posts say it. `maybe`: the nearest sections, offered as a question back. `none`: not covered. */
export type Verdict = 'answer' | 'maybe' | 'none';

/** A piece of a section, quoted word for word from the post. */
export interface Passage extends SectionRef {
  readonly language: Language;
  /** Comparable within one result alone; higher is better. */
  readonly score: number;
  /** 0 to 1, calibrated: how likely this passage answers. */
  readonly confidence: number;
  /**
   * The shortest run of sentences that answers, with the list that it leads up to; lines are parted by `\n`. Empty for a
   * section without text.
   */
  readonly quote: string;
  /** What matched in `quote`, as UTF-16 offsets, sorted, not overlapping. */
  readonly marks: readonly (readonly [start: number, end: number])[];
  /** Readable reasons, a line each; present when `explain` was asked for. */
  readonly why?: readonly string[];
}

export interface SearchResult {
  readonly verdict: Verdict;
  /** 0 to 1: how likely the first passage is what was asked for. */
  readonly confidence: number;
  /** Best first, one a section at most. With `none` the nearest ones, possibly none at all. */
  readonly passages: readonly Passage[];
  /** The reading that was searched, where it is not what was typed (`빅쿼리` for `qlrznjfl`). */
  readonly readAs?: string;
}

export interface SearchOptions {
  /** Prefers the post in this language where a section exists in several. Default: the session's original. */
  readonly language?: Language;
  /** Default 10. */
  readonly limit?: number;
  readonly explain?: boolean;
}

/** What is being completed. */
export type Scope =
  | { readonly kind: 'session' }
  | { readonly kind: 'section'; readonly session: string }
  | { readonly kind: 'topic' }
  /** Sessions, sections and topics together: what a question may begin with. */
  | { readonly kind: 'any' };

export type Target =
  | { readonly kind: 'session'; readonly session: string }
  | { readonly kind: 'section'; readonly session: string; readonly section: string }
  | { readonly kind: 'topic'; readonly topic: string };

export interface Suggestion {
  readonly target: Target;
  /** 0 to 1; from 0.5 on it may be taken for what the person meant without asking back. */
  readonly confidence: number;
}

/** The one engine behind /ask, autocompletion, names typed by hand, and the closest matches on a miss. */
export interface Search {
  /** @param query any text; more than 6,000 characters are not read. */
  search(query: string, options?: SearchOptions): SearchResult;
  /**
   * Best first. Empty `typed`: something useful, in reading order; of all kinds, first the topics most told about.
   * @param typed any text; more than 100 characters are not read.
   */
  complete(typed: string, scope: Scope, limit?: number): readonly Suggestion[];
  /** Takes over a newer library, in slices that block nobody; answers come from the old one until it resolves. */
  update(library: Library): Promise<void>;
}
