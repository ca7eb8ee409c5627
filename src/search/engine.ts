import type { Library } from '#library/model.ts';
import { complete } from './complete.ts';
import { sameUnit, type Unit, unitsOf } from './documents.ts';
import { find } from './find.ts';
import type { Search } from './model.ts';
import { buildSegment, type Segment } from './segment.ts';
import { inSlices, type Steps } from './slices.ts';
import type { Index } from './state.ts';

/** More segments than this, or more than a quarter of the sections replaced, and all is indexed anew. */
const MOST_SEGMENTS = 12;
const MOST_DEAD = 0.25;

/** Builds an engine over a library, in slices that block nobody. */
export async function createSearch(library: Library): Promise<Search> {
  let index = await inSlices(buildIndex(library));
  let last: Promise<void> = Promise.resolve();
  return {
    search: (query, options) => find(index.segments, query, options),
    complete: (typed, scope, limit) => complete(index, typed, scope, limit),
    update(next) {
      // One after the other: each starts from what the one before left.
      last = last.then(async () => {
        const made = await inSlices(updateIndex(index, next));
        for (const { segment, at } of made.replaced) segment.dead[at] = 1;
        index = made.index;
      });
      return last;
    },
  };
}

function* buildIndex(library: Library): Steps<Index> {
  const units = yield* unitsOf(library);
  const segment = yield* buildSegment([...units.values()]);
  const places = new Map<string, { segment: Segment; at: number }>();
  for (const [at, unit] of segment.units.entries()) {
    places.set(unit.key, { segment, at });
    if ((at & 0x3ff) === 0x3ff) yield;
  }
  return { library, segments: [segment], places };
}

interface Updated {
  readonly index: Index;
  readonly replaced: readonly { readonly segment: Segment; readonly at: number }[];
}

/** The index of a newer library: only what changed is indexed, unless that has become much. */
function* updateIndex(index: Index, library: Library): Steps<Updated> {
  const units = yield* unitsOf(library);
  const changed: Unit[] = [];
  const replaced: { segment: Segment; at: number }[] = [];
  let step = 0;
  for (const unit of units.values()) {
    const place = index.places.get(unit.key);
    const known = place?.segment.units[place.at];
    if (known === undefined || !sameUnit(known, unit)) {
      changed.push(unit);
      if (place !== undefined) replaced.push(place);
    }
    step += 1;
    if ((step & 0x3ff) === 0) yield;
  }
  for (const [key, place] of index.places) {
    if (!units.has(key)) replaced.push(place);
    step += 1;
    if ((step & 0x3ff) === 0) yield;
  }
  const all = index.segments.reduce((sum, segment) => sum + segment.units.length, 0);
  const dead = all - index.places.size + replaced.length;
  if (index.segments.length >= MOST_SEGMENTS || dead > 8 + MOST_DEAD * all || changed.length > all / 2)
    return { index: yield* buildIndex(library), replaced: [] };
  if (changed.length === 0 && replaced.length === 0) return { index: { ...index, library }, replaced };
  const segment = yield* buildSegment(changed);
  const places = new Map(index.places);
  for (const { segment: old, at } of replaced) places.delete(old.units[at]?.key ?? '');
  for (const [at, unit] of segment.units.entries()) places.set(unit.key, { segment, at });
  return { index: { library, segments: [...index.segments, segment], places }, replaced };
}
