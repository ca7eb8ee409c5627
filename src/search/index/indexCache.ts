import type { DiskCache } from '#library/cache/diskCache.ts';
import { getStructured, setStructured } from '#library/cache/structured.ts';
import { inSlices } from '#library/compute/slicedWork.ts';
import type { Library } from '#library/model.ts';
import { type Unit, unitsOf } from './documents.ts';
import { type Index, indexOf } from './searchIndex.ts';
import { type SegmentData, segmentOf } from './segment.ts';

/** A segment as it is kept between starts. */
interface KeptSegment {
  /** The units in their order, each as its key and what it was indexed from. */
  readonly units: readonly string[];
  readonly data: SegmentData;
}

const KEY = 'segment';

/** Stands for a unit that the library does not have any more. */
const GONE: Unit = {
  kind: 'topic',
  key: '',
  topic: {
    id: '',
    name: {},
    aliases: [],
    summary: {},
    url: undefined,
    now: {},
    source: 'heading',
    about: [],
    mentions: [],
    related: [],
  },
  signature: 0,
};

/** Changes with everything that a unit is indexed from. */
const nameOf = (unit: Unit): string =>
  unit.kind === 'topic'
    ? `${unit.key} ${unit.signature}`
    : `${unit.key} ${unit.signature} ${unit.session.number} ${unit.session.posts.map(({ hash }) => hash).join(' ')}`;

/** The index of the last start, without what has changed since; undefined where there is none. */
export async function readIndexCache(library: Library, cache: DiskCache): Promise<Index | undefined> {
  // Its version is that of this code, and its checksums hold.
  const kept = getStructured<KeptSegment>(cache, KEY);
  if (kept === undefined) return undefined;
  const { units: names, data } = kept;
  const units = await inSlices(unitsOf(library));
  const now = new Map([...units.values()].map((unit) => [nameOf(unit), unit]));
  const segment = segmentOf(
    names.map((name) => now.get(name) ?? GONE),
    data,
  );
  for (const [at, name] of names.entries()) if (!now.has(name)) segment.deleted[at] = 1;
  return indexOf(library, segment);
}

/** Keeps an index for the next start; false where it is not in one piece. */
export function writeIndexCache({ segments }: Index, cache: DiskCache): boolean {
  const [segment, ...others] = segments;
  if (segment === undefined || others.length > 0 || segment.deleted.includes(1)) return false;
  const kept: KeptSegment = { units: segment.units.map(nameOf), data: segment.data };
  setStructured(cache, KEY, kept);
  return true;
}
