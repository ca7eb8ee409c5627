import type { Library } from '#library/model.ts';
import type { Verdict } from '#search/model.ts';
import { CLASSES, type QueryClass, type RelevanceQuery, resolveExpected } from './queries.ts';

/** What an engine gave for a query: sections as `session#section`, best first. */
export interface EngineAnswer {
  readonly sections: readonly string[];
  readonly verdict: Verdict;
  readonly confidence: number;
}

/** Anything that can be asked. */
export interface Engine {
  readonly name: string;
  readonly ask: (query: string) => EngineAnswer;
}

export interface Outcome {
  readonly query: RelevanceQuery;
  readonly given: EngineAnswer;
  /** Place of the first right section, from 1; 0 where none is among those given. */
  readonly place: number;
  /** ms */
  readonly time: number;
}

/** Asks each question once, in order. Times are those of a warm process only where each was asked before. */
export function askAll(engine: Engine, library: Library, queries: readonly RelevanceQuery[]): Outcome[] {
  return queries.map((query) => {
    const expected = resolveExpected(library, query);
    const from = performance.now();
    const given = engine.ask(query.text);
    const time = performance.now() - from;
    return { query, given, time, place: given.sections.findIndex((section) => expected.has(section)) + 1 };
  });
}

export interface Figures {
  readonly count: number;
  /** Shares, 0 to 1. */
  readonly first: number;
  readonly firstFive: number;
  readonly meanReciprocalRank: number;
  readonly answered: number;
  readonly refused: number;
}

function share(count: number, of: number): number {
  return of === 0 ? 0 : count / of;
}

export function figures(outcomes: readonly Outcome[]): Figures {
  const count = outcomes.length;
  const by = (test: (outcome: Outcome) => boolean): number => share(outcomes.filter(test).length, count);
  return {
    count,
    first: by(({ place }) => place === 1),
    firstFive: by(({ place }) => place >= 1 && place <= 5),
    meanReciprocalRank: share(
      outcomes.reduce((sum, { place }) => sum + (place > 0 ? 1 / place : 0), 0),
      count,
    ),
    answered: by(({ given }) => given.verdict === 'answer'),
    refused: by(({ given }) => given.verdict === 'none'),
  };
}

/** Outcomes of each class. */
export function byClass(outcomes: readonly Outcome[]): ReadonlyMap<QueryClass, Outcome[]> {
  return new Map(CLASSES.map((kind) => [kind, outcomes.filter(({ query }) => query.kind === kind)]));
}

export function answerable(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ query }) => query.kind !== 'off');
}

export function offTopic(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ query }) => query.kind === 'off');
}

/** The time that so many of a hundred queries stay within, in ms. */
export function percentile(outcomes: readonly Outcome[], percent: number): number {
  const times = outcomes.map(({ time }) => time).sort((a, b) => a - b);
  return times[Math.min(times.length - 1, Math.floor((times.length * percent) / 100))] ?? 0;
}

export interface Bin {
  readonly from: number;
  readonly count: number;
  /** Mean of what was claimed. */
  readonly claimed: number;
  /** Share that was right. */
  readonly right: number;
}

/** How often the first passage is right, by the confidence that was claimed for it. */
export function reliability(
  outcomes: readonly Outcome[],
  bins = 5,
): { readonly bins: Bin[]; readonly error: number } {
  const out: Bin[] = [];
  let error = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    const inside = outcomes.filter(
      ({ given }) => Math.min(bins - 1, Math.floor(given.confidence * bins)) === bin,
    );
    const claimed = share(
      inside.reduce((sum, { given }) => sum + given.confidence, 0),
      inside.length,
    );
    const right = share(inside.filter(({ place }) => place === 1).length, inside.length);
    out.push({ from: bin / bins, count: inside.length, claimed, right });
    error += share(inside.length, outcomes.length) * Math.abs(claimed - right);
  }
  return { bins: out, error };
}
