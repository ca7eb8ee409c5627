import { Worker } from 'node:worker_threads';
import { noOwner, type Ownership } from '../ownership.ts';
import { StoreError } from '../storeError.ts';
import type { Executor, StatementResult } from './executor.ts';
import type { WorkerAnswer, WorkerRequest } from './worker.ts';

/** A database file on a thread of its own. */
export interface DatabaseThread extends Executor {
  readonly ownership: Ownership;
}

/**
 * Holds a database file on a thread of its own, which opens it at the first statement. Each commit waits for the disk (`synchronous=FULL`), some milliseconds
 * in which the main thread could answer no interaction. A statement costs some 50 µs more for it.
 * @throws StoreError
 */
export async function openThread(file: string): Promise<DatabaseThread> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: file });
  const waiting = new Map<number, PromiseWithResolvers<StatementResult>>();
  let last = 0;
  let gone: Error | undefined;
  let ownership = noOwner;
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
    if (answer.ok && answer.ownership !== undefined) ({ ownership } = answer);
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
    ownership,
    run: (sql, parameters) => send((id) => ({ id, sql, parameters })),
    close: async () => {
      if (gone) return;
      await send((id) => ({ id, close: true }));
      await worker.terminate();
    },
  };
}
