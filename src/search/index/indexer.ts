import { inSlices, type Steps } from '#library/compute/slicedWork.ts';
import { exceedsWeight, type Unit } from './documents.ts';
import { indexInThread } from './indexThread.ts';
import { type Segment, SegmentBuilder, type SegmentData, segmentOf } from './segment.ts';

/** Builds the data of a segment. */
export type Indexer = (units: readonly Unit[]) => Promise<SegmentData>;

/** Units heavier than this are indexed on a worker thread: about half a second of work. */
const LARGE = 1_000_000;

/** Indexes few units in slices on this thread, many on a worker thread. */
export const indexAdaptively: Indexer = (units) =>
  exceedsWeight(units, LARGE) ? indexInThread(units) : indexInSlices(units);

/** Indexes units on this thread, in slices. */
export const indexInSlices: Indexer = (units) => inSlices(steps(units));

function* steps(units: readonly Unit[]): Steps<SegmentData> {
  const builder = new SegmentBuilder();
  for (const unit of units) yield* builder.add(unit);
  return yield* builder.finish();
}

/** Builds a segment over units. */
export async function buildSegment(units: readonly Unit[], indexer: Indexer): Promise<Segment> {
  return segmentOf(units, await indexer(units));
}
