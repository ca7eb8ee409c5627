import { parentPort } from 'node:worker_threads';
import { draftOf } from './draft.ts';
import { encodeDraft } from './packed.ts';
import type { ParseTask } from './parse.ts';

/** The worker thread of `parse.ts`: receives files, answers with their encoded drafts. */
parentPort?.on('message', ({ file, bytes }: ParseTask) => {
  const encoded = encodeDraft(draftOf(file, bytes));
  parentPort?.postMessage(encoded, [encoded.buffer]);
});
