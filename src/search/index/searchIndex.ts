import { inSlices, type Steps } from '#library/compute/slicedWork.ts';
import { VersionedMap } from '#library/compute/versionedMap.ts';
import type { Library } from '#library/model.ts';
import { changedUnits, sameUnit, type Unit, unitsOf, weightOf } from './documents.ts';
import { buildSegment, type Indexer } from './indexer.ts';
import type { Segment } from './segment.ts';
import { haveSameSpeakers, type SpeakerNames, speakerNames } from './speakers.ts';

/** The segment of a unit and its position there. */
export interface UnitLocation {
  readonly segment: Segment;
  readonly at: number;
}

/** An immutable snapshot of the index: queries are answered from it until the next one is complete. */
export interface Index {
  readonly library: Library;
  readonly segments: readonly Segment[];
  readonly places: ReadonlyMap<string, UnitLocation>;
  readonly speakers: SpeakerNames;
}

/** The next index, and the locations in the previous one that it replaces. */
export interface IndexUpdate {
  readonly index: Index;
  readonly replaced: readonly UnitLocation[];
}

/** With a larger share of deleted units than this, everything is indexed again. */
const MAX_DELETED_SHARE = 0.25;
/** Every segment costs time in each query: small ones are indexed again with the changes, up to this weight. */
const SMALL_SEGMENT = 30_000;
/** When idle, or at the most segments, those up to this weight are merged: seconds of work for a worker thread. */
const MAX_SEGMENTS = 12;
const LARGE_SEGMENT = 5_000_000;
/** One that is heavier than this many times all smaller ones together is left alone: one changed post is no reason to index all again. */
const WORTH_IT = 10;

/** Indexes a whole library. */
export async function buildIndex(library: Library, indexer: Indexer): Promise<Index> {
  const units = await inSlices(unitsOf(library));
  return inOneSegment(library, [...units.values()], indexer);
}

/** The index of one segment, less its units that were deleted. */
export async function indexOf(library: Library, segment: Segment, before?: SpeakerNames): Promise<Index> {
  const speakers = await speakerNames(library, before);
  return {
    library,
    segments: [segment],
    places: await inSlices(placesIn(segment, VersionedMap.after())),
    speakers,
  };
}

async function inOneSegment(
  library: Library,
  units: readonly Unit[],
  indexer: Indexer,
  speakers?: SpeakerNames,
): Promise<Index> {
  return indexOf(library, await buildSegment(units, indexer), speakers);
}

function* placesIn(segment: Segment, places: VersionedMap<string, UnitLocation>): Steps<Index['places']> {
  for (const [at, unit] of segment.units.entries()) {
    if (segment.deleted[at] !== 1) places.set(unit.key, { segment, at });
    if ((at & 0x3ff) === 0x3ff) yield;
  }
  return places;
}

const unitIn =
  ({ places }: Index) =>
  (key: string): Unit | undefined => {
    const place = places.get(key);
    return place?.segment.units[place.at];
  };

/** The index of a newer library: indexes only the changes, unless they are most of it. */
export async function updateIndex(index: Index, library: Library, indexer: Indexer): Promise<IndexUpdate> {
  // A kept index may lack what is new in its library.
  const few = index.library === library ? undefined : changedUnits(index.library, library, unitIn(index));
  const units = few ? new Map(few.units.map((unit) => [unit.key, unit])) : await inSlices(unitsOf(library));
  const speakers =
    few && haveSameSpeakers(few.sessions) ? index.speakers : await speakerNames(library, index.speakers);
  const anew = async (): Promise<IndexUpdate> => {
    const whole = few ? await inSlices(unitsOf(library)) : units;
    return { index: await inOneSegment(library, [...whole.values()], indexer, speakers), replaced: [] };
  };
  const { changed, replaced } = await inSlices(compare(index, units));
  const gone = few
    ? few.gone.flatMap((key) => index.places.get(key) ?? [])
    : await inSlices(goneFrom(index, units));
  replaced.push(...gone);
  const all = index.segments.reduce((sum, segment) => sum + segment.units.length, 0);
  const dead = all - index.places.size + replaced.length;
  if (dead > 8 + MAX_DELETED_SHARE * all || changed.length > all / 2) return anew();
  if (changed.length === 0 && replaced.length === 0)
    return { index: { ...index, library, speakers }, replaced };
  let weight = 0;
  for (const unit of changed) weight += weightOf(unit);
  const many = index.segments.length >= MAX_SEGMENTS;
  const { kept, joined } = selectForMerge(index, replaced, many ? LARGE_SEGMENT : SMALL_SEGMENT - weight);
  if (kept.length >= MAX_SEGMENTS) return anew();
  for (const last of joined) {
    const unit = units.get(last.key) ?? (few ? last : undefined);
    if (unit !== undefined) changed.push(unit);
  }
  const places = VersionedMap.after(index.places);
  for (const { segment: old, at } of replaced) places.delete(old.units[at]?.key ?? '');
  if (changed.length === 0) return { index: { library, segments: kept, places, speakers }, replaced };
  const segment = await buildSegment(changed, indexer);
  await inSlices(placesIn(segment, places));
  return { index: { library, segments: [...kept, segment], places, speakers }, replaced };
}

/** The units that are new or changed, and the locations of those that they replace. */
function* compare(
  index: Index,
  units: ReadonlyMap<string, Unit>,
): Steps<{ readonly changed: Unit[]; readonly replaced: UnitLocation[] }> {
  const changed: Unit[] = [];
  const replaced: UnitLocation[] = [];
  let step = 0;
  for (const unit of units.values()) {
    const place = index.places.get(unit.key);
    const known = place?.segment.units[place.at];
    if (place === undefined || known === undefined) changed.push(unit);
    else if (sameUnit(known, unit)) place.segment.units[place.at] = unit;
    else {
      changed.push(unit);
      replaced.push(place);
    }
    step += 1;
    if ((step & 0x3ff) === 0) yield;
  }
  return { changed, replaced };
}

/** The locations of units that a newer library no longer has. */
function* goneFrom(index: Index, units: ReadonlyMap<string, Unit>): Steps<UnitLocation[]> {
  const gone: UnitLocation[] = [];
  let step = 0;
  for (const [key, place] of index.places) {
    if (!units.has(key)) gone.push(place);
    step += 1;
    if ((step & 0x3ff) === 0) yield;
  }
  return gone;
}

/** The same index in fewer segments, or undefined where there is nothing to merge. */
export async function mergeSegments(index: Index, indexer: Indexer): Promise<Index | undefined> {
  if (index.segments.length < 2) return undefined;
  const { kept, joined } = selectForMerge(index, [], LARGE_SEGMENT, WORTH_IT);
  if (index.segments.length - kept.length < 2) return undefined;
  const segment = await buildSegment(joined, indexer);
  const places = await inSlices(placesIn(segment, VersionedMap.after(index.places)));
  return { ...index, segments: [...kept, segment], places };
}

/**
 * Splits segments into those kept and the live units of those to merge: small ones, up to a total weight, and each at
 * most `times` as heavy as all before it.
 */
function selectForMerge(
  index: Index,
  replaced: readonly UnitLocation[],
  limit: number,
  times = Number.POSITIVE_INFINITY,
): { readonly kept: readonly Segment[]; readonly joined: readonly Unit[] } {
  const gone = new Map<Segment, Set<number>>();
  for (const { segment, at } of replaced) gone.set(segment, (gone.get(segment) ?? new Set()).add(at));
  const small = index.segments
    .map((segment) => ({ segment, ...aliveIn(segment, gone.get(segment), limit) }))
    .sort((a, b) => a.weight - b.weight);
  const joined: Unit[] = [];
  const left = new Set<Segment>();
  let room = Math.max(0, limit);
  let taken = 0;
  for (const { segment, alive, weight } of small) {
    if (weight > room || (left.size > 0 && weight > taken * times)) break;
    room -= weight;
    taken += weight;
    left.add(segment);
    joined.push(...alive);
  }
  return { kept: index.segments.filter((segment) => !left.has(segment)), joined };
}

/** The live units of a segment and their weight; stops counting at a limit. */
function aliveIn(
  segment: Segment,
  gone: ReadonlySet<number> | undefined,
  limit: number,
): { readonly alive: readonly Unit[]; readonly weight: number } {
  const alive: Unit[] = [];
  let weight = 0;
  for (const [at, unit] of segment.units.entries()) {
    if (segment.deleted[at] === 1 || gone?.has(at) === true) continue;
    alive.push(unit);
    weight += weightOf(unit);
    if (weight > limit) break;
  }
  return { alive, weight };
}
