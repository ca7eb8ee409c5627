import { Worker } from 'node:worker_threads';
import { StoreError } from '../model.ts';
import type { Executor, StatementResult } from './executor.ts';
import type { WorkerAnswer, WorkerRequest } from './worker.ts';

/**
 * Opens a database file on a worker thread: each commit waits some milliseconds for the disk (`synchronous=FULL`),
 * which would block replies on the main thread. The overhead is about 50 µs a statement.
 * @throws StoreError
 */
export async function openThread(file: string): Promise<Executor> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: file });
  const waiting = new Map<number, PromiseWithResolvers<StatementResult>>();
  let last = 0;
  let gone: Error | undefined;
  const expect = (id: number) => {
    const settle = Promise.withResolvers<StatementResult>();
    waiting.set(id, settle);
    return settle.promise;
  };
  const failAll = (error: Error) => {
    gone ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const opened = expect(0);
  worker.on('message', (answer: WorkerAnswer) => {
    const settle = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) settle?.resolve({ rows: answer.rows, changes: answer.changes });
    else settle?.reject(new StoreError(answer.code, answer.message));
  });
  worker.on('error', (error) => failAll(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => failAll(new Error(`The database ${file} is closed`)));
  await opened;

  const send = (request: (id: number) => WorkerRequest): Promise<StatementResult> => {
    if (gone) return Promise.reject(gone);
    last += 1;
    const result = expect(last);
    worker.postMessage(request(last));
    return result;
  };
  return {
    run: (sql, parameters) => send((id) => ({ id, sql, parameters })),
    close: async () => {
      if (gone) return;
      await send((id) => ({ id, close: true }));
      await worker.terminate();
    },
  };
}
