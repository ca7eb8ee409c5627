import { parentPort } from 'node:worker_threads';
import type { ParseTask } from './parse.ts';
import { draftOf } from './post/draft.ts';
import { encodeDraft } from './post/packed.ts';

const encoded = async ({ kind, file, bytes }: ParseTask): Promise<Uint8Array<ArrayBuffer>> => {
  if (kind === 'post') return encodeDraft(draftOf(file, bytes));
  const { encodeGlossary } = await import('./topics/glossary.ts');
  return encodeGlossary(bytes);
};

/** The worker thread of `parse.ts`: receives files, answers with what they say, encoded. */
parentPort?.on('message', async (task: ParseTask) => {
  const answer = await encoded(task);
  parentPort?.postMessage(answer, [answer.buffer]);
});
