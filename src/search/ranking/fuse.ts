import type { SectionRef } from '#library/model.ts';
import type { Nearness } from '../model.ts';

/** What an order is made from. */
interface Ranked {
  readonly doc: SectionRef;
  readonly score: number;
}

/** Candidates whose order meaning may change. */
export const FUSED = 50;
/**
 * The constant k of reciprocal rank fusion, by Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet
 * and individual Rank Learning Methods" (SIGIR 2009).
 */
const K = 60;

/**
 * The candidates in an order that goes by words and by meaning, fused by reciprocal rank. Scores belong to places: the
 * first has the score that the first had by words.
 * @param sure 0 to 1: how sure words are of their first candidate; the surer, the more their places count
 * @param scored the same candidate with another score
 */
export function fuse<R extends Ranked>(
  ranked: readonly R[],
  nearness: Nearness,
  sure: number,
  scored: (candidate: R, score: number) => R = (candidate, score) => ({ ...candidate, score }),
): readonly R[] {
  const wordsK = K * (1 - sure);
  const head = ranked.slice(0, FUSED).map((candidate, at) => {
    const byWords = at + 1;
    // A section that the model does not know yet keeps its place.
    const byMeaning = nearness.place(candidate.doc) ?? byWords;
    return { candidate, worth: 1 / (wordsK + byWords) + 1 / (K + byMeaning) };
  });
  // The sort is stable: where both orders weigh the same, words decide.
  const fused = head.toSorted((a, b) => b.worth - a.worth);
  return [
    ...fused.map(({ candidate }, at) => scored(candidate, ranked[at]?.score ?? candidate.score)),
    ...ranked.slice(FUSED),
  ];
}

/**
 * True where the meaning supports the first candidate so clearly that a `maybe` becomes an answer: no section is nearer
 * to the question, and it stands out from all others.
 */
export function meaningMakesAnswer([first]: readonly Ranked[], nearness: Nearness): boolean {
  return first !== undefined && nearness.place(first.doc) === 1 && nearness.standsOut > 1;
}
