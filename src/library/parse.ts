import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Draft, type DraftSection, draftOf, refused } from './draft.ts';
import { slices } from './slices.ts';

/** Reads files as drafts, some at a time. */
export interface DraftsReader {
  /** How many files may be given at once. */
  readonly lanes: number;
  readonly draft: (file: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Draft>;
  /** Ends the threads that were started for it. */
  close(): Promise<void>;
}

/** What a worker is asked for. */
export interface ParseTask {
  readonly file: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a worker answers: sections in portions that are quickly taken over, then the draft that they belong to. */
export type ParseAnswer =
  | { readonly kind: 'sections'; readonly sections: readonly DraftSection[] }
  | { readonly kind: 'done'; readonly draft: Draft };

/** Few and small files are read faster than a thread starts. */
const QUICK_BYTES = 128 * 1024;
const MOST_WORKERS = 4;
const FILES_A_WORKER = 100;
/** A post that takes longer is built to do so. */
const LIMIT_SECONDS = 30;

function inPlace(): DraftsReader {
  const pause = slices();
  const draft = async (file: string, bytes: Uint8Array<ArrayBuffer>) => {
    await pause();
    return draftOf(file, bytes);
  };
  return { lanes: 1, draft, close: async () => {} };
}

interface Lane {
  worker: Worker | undefined;
}

function ask(lane: Lane, task: ParseTask): Promise<Draft> {
  lane.worker ??= new Worker(new URL('./parseWorker.ts', import.meta.url));
  const { worker } = lane;
  return new Promise((resolve) => {
    const sections: DraftSection[] = [];
    const finish = (draft: Draft) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve(draft);
    };
    const giveUp = (code: string, message: string) => {
      lane.worker = undefined;
      finish(refused(task.file, { level: 'error', line: 1, code, message }));
      // Its listeners are gone: an error while it ends must not come up as an unhandled one.
      worker.on('error', () => {});
      void worker.terminate();
    };
    const timer = setTimeout(() => {
      giveUp(
        'too-slow',
        `Reading takes longer than ${LIMIT_SECONDS} s; split the file or its longest paragraph.`,
      );
    }, LIMIT_SECONDS * 1000);
    worker.on('message', (answer: ParseAnswer) => {
      if (answer.kind === 'sections') sections.push(...answer.sections);
      else finish({ ...answer.draft, sections });
    });
    worker.on('error', (error) =>
      giveUp('markdown', `The text cannot be read (${String(error)}); split the file.`),
    );
    worker.on('exit', () => giveUp('markdown', 'Reading the text ended early; split the file.'));
    worker.postMessage(task, [task.bytes.buffer]);
  });
}

/**
 * Gives a reader for `files` files of `bytes` bytes together. Markdown takes milliseconds a page, so that anything but
 * a small first look goes to worker threads: `serving` says that replies must not wait meanwhile.
 */
export function draftsReader(files: number, bytes: number, serving: boolean): DraftsReader {
  if (files === 0 || (!serving && bytes <= QUICK_BYTES)) return inPlace();
  const count = Math.min(availableParallelism(), MOST_WORKERS, Math.ceil(files / FILES_A_WORKER));
  const free: Lane[] = Array.from({ length: count }, () => ({ worker: undefined }));
  const lanes = [...free];
  return {
    lanes: count,
    draft: async (file, content) => {
      const lane = free.pop() ?? { worker: undefined };
      if (!lanes.includes(lane)) lanes.push(lane);
      try {
        return await ask(lane, { file, bytes: new Uint8Array(content) });
      } finally {
        free.push(lane);
      }
    },
    close: async () => {
      await Promise.all(lanes.map(({ worker }) => worker?.terminate()));
    },
  };
}
