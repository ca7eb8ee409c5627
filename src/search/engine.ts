import type { Library } from '#library/model.ts';
import { complete } from './complete.ts';
import { find } from './find.ts';
import { type Indexer, indexAny } from './indexer.ts';
import type { Search } from './model.ts';
import { buildIndex, updateIndex } from './state.ts';

/**
 * Builds an engine over a library, in slices that block nobody; a large one in a thread of its own.
 * @param indexer what indexes. Default: whatever suits the size.
 */
export async function createSearch(library: Library, indexer: Indexer = indexAny): Promise<Search> {
  let index = await buildIndex(library, indexer);
  let last: Promise<void> = Promise.resolve();
  return {
    search: (query, options) => find(index.segments, query, options),
    complete: (typed, scope, limit) => complete(index, typed, scope, limit),
    update(next) {
      const take = async (): Promise<void> => {
        const made = await updateIndex(index, next, indexer);
        for (const { segment, at } of made.replaced) segment.dead[at] = 1;
        index = made.index;
      };
      // One after the other: each starts from what the one before left, even where that failed.
      const taken = last.then(take, take);
      last = taken;
      return taken;
    },
  };
}
