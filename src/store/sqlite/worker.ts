import type { SQLInputValue } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { StoreError } from '../model.ts';
import { syncExecutor } from './executor.ts';
import { explain, openFile } from './file.ts';

/** A request of the main thread. */
export type WorkerRequest =
  | { readonly id: number; readonly sql: string; readonly parameters: readonly SQLInputValue[] }
  | { readonly id: number; readonly close: true };

/** `id` 0: the file was opened, or could not be opened. */
export type WorkerAnswer =
  | {
      readonly id: number;
      readonly ok: true;
      readonly rows: readonly Record<string, unknown>[];
      readonly changes: number;
    }
  | { readonly id: number; readonly ok: false; readonly code: StoreError['code']; readonly message: string };

if (parentPort !== null) {
  const port = parentPort;
  const file = String(workerData);
  const answer = (message: WorkerAnswer) => port.postMessage(message);
  try {
    const opened = openFile(file);
    const executor = syncExecutor(opened.database);
    port.on('message', (request: WorkerRequest) => {
      try {
        if ('close' in request) {
          executor.close();
          opened.close();
          answer({ id: request.id, ok: true, rows: [], changes: 0 });
          port.close();
        } else {
          answer({ id: request.id, ok: true, ...executor.run(request.sql, request.parameters) });
        }
      } catch (error) {
        const { code, message } = explain(error, file);
        answer({ id: request.id, ok: false, code, message });
      }
    });
    answer({ id: 0, ok: true, rows: [], changes: 0 });
  } catch (error) {
    const { code, message } = explain(error, file);
    answer({ id: 0, ok: false, code, message });
    port.close();
  }
}
