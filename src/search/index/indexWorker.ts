import { parentPort } from 'node:worker_threads';
import { runAtOnce } from '#library/compute/slicedWork.ts';
import type { IndexRequest, IndexResponse } from './indexThread.ts';
import { SegmentBuilder } from './segment.ts';

/** The worker thread of `indexThread.ts`: receives batches of units, indexes them, and returns the finished segment. */
if (parentPort === null)
  throw new Error('This is no program: src/search/index/indexThread.ts runs it as a thread');
const port = parentPort;
const builder = new SegmentBuilder();
const tell = (message: IndexResponse, buffers: readonly ArrayBuffer[]): void =>
  port.postMessage(message, [...buffers]);

port.on('message', ({ units }: IndexRequest) => {
  if (units === undefined) {
    const data = runAtOnce(builder.finish());
    tell({ data }, buffersOf(data));
  } else {
    for (const unit of units) runAtOnce(builder.add(unit));
    tell({ data: undefined }, []);
  }
});

/** The buffers of all typed arrays within plain data, to be transferred instead of copied. */
function buffersOf(data: object): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const walk = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
    } else if (typeof value === 'object' && value !== null)
      for (const part of Object.values(value)) walk(part);
  };
  walk(data);
  return [...found];
}
