import type { SQLInputValue } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { Ownership } from '../ownership.ts';
import type { StoreError } from '../storeError.ts';
import { syncExecutor } from './executor.ts';
import { type HeldFile, holdFile } from './file.ts';
import { explainSqlite } from './fileErrors.ts';

/** A request of the main thread. */
export type WorkerRequest =
  | { readonly id: number; readonly sql: string; readonly parameters: readonly SQLInputValue[] }
  | { readonly id: number; readonly close: true };

/** `id` 0: the file is held, or cannot be. */
export type WorkerAnswer =
  | {
      readonly id: number;
      readonly ok: true;
      readonly rows: readonly Record<string, unknown>[];
      readonly changes: number;
      readonly ownership?: Ownership;
    }
  | { readonly id: number; readonly ok: false; readonly code: StoreError['code']; readonly message: string };

/** Opens the file at the first statement: until then nothing in it is changed. */
const lazily = (held: HeldFile) => {
  const open = () => {
    const file = held.open();
    return { ...file, executor: syncExecutor(file.database) };
  };
  let opened: ReturnType<typeof open> | undefined;
  return {
    run: (sql: string, parameters: readonly SQLInputValue[]) => {
      opened ??= open();
      opened.assertThere();
      return opened.executor.run(sql, parameters);
    },
    close: () => {
      opened?.executor.close();
      held.close();
    },
  };
};

if (parentPort !== null) {
  const port = parentPort;
  const file = String(workerData);
  const answer = (message: WorkerAnswer) => port.postMessage(message);
  const fail = (id: number, error: unknown) => {
    const { code, message } = explainSqlite(error, file);
    answer({ id, ok: false, code, message });
  };
  try {
    const held = holdFile(file);
    const executor = lazily(held);
    port.on('message', (request: WorkerRequest) => {
      try {
        if ('close' in request) {
          executor.close();
          answer({ id: request.id, ok: true, rows: [], changes: 0 });
          port.close();
        } else {
          answer({ id: request.id, ok: true, ...executor.run(request.sql, request.parameters) });
        }
      } catch (error) {
        fail(request.id, error);
      }
    });
    answer({ id: 0, ok: true, rows: [], changes: 0, ownership: held.ownership });
  } catch (error) {
    fail(0, error);
    port.close();
  }
}
