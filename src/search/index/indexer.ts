import { inSlices, type Steps } from '#library/text/slices.ts';
import { isHeavy, type Unit } from './documents.ts';
import { indexApart } from './indexThread.ts';
import { type Segment, SegmentBuilder, type SegmentData, segmentOf } from './segment.ts';

/** Indexes units. */
export type Indexer = (units: readonly Unit[]) => Promise<SegmentData>;

/** From this weight on, units are indexed in a thread of their own: some half a second of work. */
const LARGE = 1_000_000;

/** Indexes a few units in slices, many in another thread. */
export const indexAny: Indexer = (units) => (isHeavy(units, LARGE) ? indexApart(units) : indexHere(units));

/** Indexes units in this thread, in slices. */
export const indexHere: Indexer = (units) => inSlices(steps(units));

function* steps(units: readonly Unit[]): Steps<SegmentData> {
  const builder = new SegmentBuilder();
  for (const unit of units) yield* builder.add(unit);
  return yield* builder.finish();
}

/** A segment over units. */
export async function indexed(units: readonly Unit[], indexer: Indexer): Promise<Segment> {
  return segmentOf(units, await indexer(units));
}
