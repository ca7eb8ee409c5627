import type { Library } from '#library/model.ts';
import { complete } from './complete.ts';
import { find } from './find.ts';
import { type Indexer, indexAdaptively } from './index/indexer.ts';
import { buildIndex, mergeSegments, updateIndex } from './index/searchIndex.ts';
import type { Search } from './model.ts';

/** How an engine works, where it is not to be the default. */
export interface EngineOptions {
  /** Indexes units. Default: in slices where they are few, else in a thread of its own. */
  readonly indexer?: Indexer;
  /** After so many ms without an update the index is tidied, so that answers come as quickly as from a new one. */
  readonly quiet?: number;
}

/** Longer than people take from one saved change to the next. */
const QUIET = 5_000;

/** Builds an engine over a library, in slices that block nobody; a large one in a thread of its own. */
export async function createSearch(library: Library, options: EngineOptions = {}): Promise<Search> {
  const { indexer = indexAdaptively, quiet = QUIET } = options;
  let index = await buildIndex(library, indexer);
  let last: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const take = async (next: Library): Promise<void> => {
    const made = await updateIndex(index, next, indexer);
    for (const { segment, at } of made.replaced) segment.deleted[at] = 1;
    index = made.index;
  };
  const tidy = async (): Promise<void> => {
    index = (await mergeSegments(index, indexer)) ?? index;
  };
  /** One after the other: each starts from what the one before left, even where that failed. */
  const queue = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work, work);
    last = done;
    return done;
  };
  return {
    search: (query, options) => find(index.segments, query, options),
    complete: (typed, scope, limit) => complete(index, typed, scope, limit),
    update(next) {
      clearTimeout(timer);
      // What cannot be tidied answers as before, only less quickly.
      timer = setTimeout(() => void queue(tidy).catch(() => undefined), quiet).unref();
      return queue(() => take(next));
    },
  };
}
