import type { DiskCache } from '#library/cache/diskCache.ts';
import { collectGarbage, MANY_POSTS } from '#library/compute/collectGarbage.ts';
import { memoizeRecurring } from '#library/compute/memoizeRecurring.ts';
import { inSlices } from '#library/compute/slicedWork.ts';
import type { Library } from '#library/model.ts';
import { answerPlainly } from './answer/plainly.ts';
import { renewTable, type TopicTable, topicTable } from './answer/question/topicTable.ts';
import { complete } from './complete.ts';
import { readIndexCache, writeIndexCache } from './index/indexCache.ts';
import { type Indexer, indexAdaptively, indexInSlices } from './index/indexer.ts';
import { buildIndex, type Index, mergeSegments, updateIndex } from './index/searchIndex.ts';
import type { Search, SearchOptions, SearchResult } from './model.ts';
import { findPassages } from './passages.ts';

/** Overrides of the engine's defaults. */
export interface EngineOptions {
  /** Indexes units. Default: in slices on this thread where they are few, else on a worker thread. */
  readonly indexer?: Indexer;
  /** Milliseconds without an update after which segments are merged, so that queries are as fast as on a new index. */
  readonly quiet?: number;
  /** The index of the last start. Default: everything is indexed. */
  readonly cache?: DiskCache | undefined;
}

/** Longer than the usual time between two saved changes. */
const QUIET = 5_000;

const MOST_COMPLETIONS = 2_000;
const LONGEST_COMPLETION = 200;

/**
 * Questions whose results are kept, once they are asked again: shared, marked, by the buttons of an answer, or by others.
 * What is asked once is not: it would outlive young generations, and cost a tenth of the time of a question.
 */
const MOST_RESULTS = 200;
/** Of so many other questions in between it is known that one was asked before. */
const ASKED_BEFORE = 512;
const LONGEST_QUESTION = 300;

/**
 * What an index answers. What is asked again and again is kept, and goes with the index: of a question and its options
 * nothing else is made as long as the library is the same.
 */
function answersOf(index: Index, topics: TopicTable): Pick<Search, 'search' | 'complete'> {
  const completions = new Map<string, ReturnType<Search['complete']>>();
  const results = memoizeRecurring<SearchResult>(MOST_RESULTS, ASKED_BEFORE);
  const answer = (query: string, options: SearchOptions): SearchResult =>
    options.plain === true
      ? findPassages(index.segments, query, options)
      : answerPlainly({ index, topics }, query, options);
  return {
    search(query, options = {}) {
      if (options.nearness !== undefined || query.length > LONGEST_QUESTION) return answer(query, options);
      return results(JSON.stringify([query, options]), () => answer(query, options));
    },
    complete(typed, scope, limit) {
      const key = JSON.stringify([typed, scope, limit]);
      const before = completions.get(key);
      if (before !== undefined) return before;
      const made = complete(index, typed, scope, limit);
      if (completions.size >= MOST_COMPLETIONS) completions.clear();
      if (key.length <= LONGEST_COMPLETION) completions.set(key, made);
      return made;
    },
  };
}

/** Builds an engine over a library: in slices that leave the event loop free, or on a worker thread if it is large. */
export async function createSearch(library: Library, options: EngineOptions = {}): Promise<Search> {
  const { indexer = indexAdaptively, quiet = QUIET, cache } = options;
  const kept = cache === undefined ? undefined : await readIndexCache(library, cache);
  let index =
    kept === undefined
      ? await buildIndex(library, options.indexer ?? indexInSlices)
      : (await updateIndex(kept, library, indexer)).index;
  /** True once the index of this run is kept: to keep it after each change would write more than it saves. */
  let isKept = kept !== undefined && index.segments.length === 1 && index.segments[0] === kept.segments[0];
  const keep = (): void => {
    if (cache === undefined) return;
    isKept ||= writeIndexCache(index, cache);
    void cache.save();
  };
  keep();
  // Nobody is served yet.
  if (library.sessions.length >= MANY_POSTS) collectGarbage();
  let topics = await inSlices(topicTable(library));
  let answers = answersOf(index, topics);
  let last: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const take = async (next: Library): Promise<void> => {
    const made = await updateIndex(index, next, indexer);
    topics = await renewTable(topics, index.library, next);
    for (const { segment, at } of made.replaced) segment.deleted[at] = 1;
    index = made.index;
    answers = answersOf(index, topics);
  };
  const tidy = async (): Promise<void> => {
    const merged = await mergeSegments(index, indexer);
    if (merged !== undefined) {
      index = merged;
      answers = answersOf(index, topics);
    }
    if (!isKept) keep();
  };
  /** Runs updates one at a time: each starts from the result of the one before, even if that failed. */
  const queue = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work, work);
    last = done;
    return done;
  };
  return {
    search: (query, options) => answers.search(query, options),
    complete: (typed, scope, limit) => answers.complete(typed, scope, limit),
    update(next) {
      clearTimeout(timer);
      // A failed merge only costs speed: the segments answer as before.
      timer = setTimeout(() => void queue(tidy).catch(() => undefined), quiet).unref();
      return queue(() => take(next));
    },
  };
}
