import { parentPort } from 'node:worker_threads';
import { draftOf } from './draft.ts';
import type { DraftSection } from './model.ts';
import type { ParseAnswer, ParseTask } from './parse.ts';

/** A batch of this much text is parsed by the receiver in a few milliseconds. */
const PORTION = 16 * 1024;

function answer(message: ParseAnswer): void {
  parentPort?.postMessage(JSON.stringify(message));
}

parentPort?.on('message', ({ file, bytes }: ParseTask) => {
  const draft = draftOf(file, bytes);
  let portion: DraftSection[] = [];
  let size = 0;
  for (const section of draft.sections) {
    if (size >= PORTION) {
      answer({ sections: portion });
      portion = [];
      size = 0;
    }
    portion.push(section);
    size += section.text.length;
  }
  answer({ sections: portion, draft: { ...draft, sections: [] } });
});
