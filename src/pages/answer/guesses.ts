import type { Passage, SearchResult } from '#search/model.ts';
import { cut } from '../message/cut.ts';

/** A reader on a phone sees three without scrolling. */
const GUESSES = 3;
/** Longest quotation of a guess after the first. */
const LONGEST = 300;

/**
 * The passages that are shown with their quotations: the one that answers, or, where none surely does, up to three that
 * may, the later ones cut short.
 */
export function quotedPassages({ verdict, passages }: SearchResult): { passage: Passage; quote: string }[] {
  return passages
    .slice(0, verdict === 'maybe' ? GUESSES : 1)
    .map((passage, at) => ({ passage, quote: at === 0 ? passage.quote : cut(passage.quote, LONGEST) }));
}
