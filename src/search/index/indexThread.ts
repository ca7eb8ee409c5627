import { Worker } from 'node:worker_threads';
import { nextTurn } from '#library/compute/slicedWork.ts';
import { textOf, type Unit, type UnitText, weightOf } from './documents.ts';
import type { SegmentData } from './segment.ts';

/** A message to the worker thread: more units, or the end of the input. */
export type IndexRequest = { readonly units: readonly UnitText[] } | { readonly units: undefined };

/** A message from the worker thread: a batch was indexed, or the finished segment. */
export type IndexResponse = { readonly data: SegmentData } | { readonly data: undefined };

/** Weight of a batch: about a millisecond of work for the main thread. */
const BATCH_WEIGHT = 50_000;
/** Batches sent ahead of their acknowledgement, so that the worker thread never waits for input. */
const BATCHES_IN_FLIGHT = 3;

const SCRIPT = new URL('./indexWorker.ts', import.meta.url);

/**
 * Indexes units on a worker thread, which is terminated afterwards.
 * @param script the worker's module.
 * @throws if the worker fails, with its error as the cause.
 */
export async function indexInThread(units: readonly Unit[], script: URL = SCRIPT): Promise<SegmentData> {
  await nextTurn();
  const worker = new Worker(script, { name: 'search index', execArgv: [] });
  try {
    const data = await sendBatches(worker, units);
    await nextTurn();
    return data;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The posts could not be indexed for search: ${reason}`, { cause: error });
  } finally {
    await worker.terminate();
  }
}

function sendBatches(worker: Worker, units: readonly Unit[]): Promise<SegmentData> {
  return new Promise((resolve, reject) => {
    let next = 0;
    let ended = false;
    const send = (message: IndexRequest): void => worker.postMessage(message);
    /** Sends one batch, in a turn of the event loop of its own. */
    const sendNext = (): void => {
      if (ended) return;
      const batch: UnitText[] = [];
      for (let weight = 0; weight < BATCH_WEIGHT; next += 1) {
        const unit = units[next];
        if (unit === undefined) break;
        batch.push(textOf(unit));
        weight += weightOf(unit);
      }
      send({ units: batch });
      if (next < units.length) return;
      ended = true;
      send({ units: undefined });
    };
    const turn = (): void => {
      try {
        sendNext();
      } catch (error) {
        reject(error);
      }
    };
    worker.on('online', () => {
      for (let i = 0; i < BATCHES_IN_FLIGHT; i += 1) setImmediate(turn);
    });
    worker.on('message', ({ data }: IndexResponse) => (data === undefined ? turn() : resolve(data)));
    worker.on('error', reject);
    worker.on('messageerror', reject);
    worker.on('exit', (code) => reject(new Error(`its thread ended early, with code ${code}`)));
  });
}
