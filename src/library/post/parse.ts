import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { slices } from '../text/slices.ts';
import { encodeDraft } from './packed.ts';

/** Parses files to drafts, several at a time. */
export interface DraftsReader {
  /** Most files that may be passed at once. */
  readonly lanes: number;
  /** The draft of a file, encoded as `packed.ts` does. */
  readonly draft: (file: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
  /** Terminates its worker threads. */
  close(): Promise<void>;
}

/** A request to a worker thread. */
export interface ParseTask {
  readonly file: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Fewer and smaller files are parsed faster than a thread starts. */
const QUICK_BYTES = 128 * 1024;
/** A file of this size is parsed within the 20 ms that a reply may be delayed. */
const SHORT_FILE = 12 * 1024;
const MOST_WORKERS = 4;
const FILES_A_WORKER = 100;
/** Processor time. A post that takes longer is built to do so. */
const LIMIT_SECONDS = 30;

function inPlace(): DraftsReader {
  const pause = slices();
  const draft = async (file: string, bytes: Uint8Array<ArrayBuffer>) => {
    // The parser is loaded for what changed alone.
    const { draftOf } = await import('./draft.ts');
    await pause();
    return encodeDraft(draftOf(file, bytes));
  };
  return { lanes: 1, draft, close: async () => {} };
}

/** A worker thread and the file that it parses. */
interface Lane {
  worker: Worker | undefined;
  task: { readonly file: string; readonly finish: (encoded: Uint8Array<ArrayBuffer>) => void } | undefined;
}

function giveUp(lane: Lane, code: string, message: string): void {
  const { worker, task } = lane;
  lane.worker = undefined;
  void worker?.terminate();
  if (task === undefined) return;
  void import('./draft.ts').then(({ brokenDraft }) =>
    task.finish(encodeDraft(brokenDraft(task.file, { level: 'error', line: 1, code, message }))),
  );
}

function startWorker(lane: Lane): Worker {
  const worker = new Worker(new URL('./parseWorker.ts', import.meta.url));
  const current = () => (lane.worker === worker ? lane.task : undefined);
  worker.on('message', (encoded: Uint8Array<ArrayBuffer>) => current()?.finish(encoded));
  const ended = (reason: string) => {
    if (lane.worker === worker)
      giveUp(lane, 'markdown', `The text cannot be read (${reason}); split the file.`);
  };
  worker.on('error', (error) => ended(String(error)));
  worker.on('exit', (code) => ended(`the reading thread ended with ${code}`));
  lane.worker = worker;
  return worker;
}

function ask(lane: Lane, { file, bytes }: ParseTask): Promise<Uint8Array<ArrayBuffer>> {
  const worker = lane.worker ?? startWorker(lane);
  return new Promise((resolve) => {
    let before: NodeJS.CpuUsage | undefined;
    // Processor time, not elapsed time: on a busy machine a good post must not be rejected.
    const timer = setInterval(async () => {
      const used = await worker.cpuUsage(before).catch(() => undefined);
      if (used === undefined || lane.worker !== worker || lane.task !== task) return;
      if (before === undefined) before = used;
      else if ((used.user + used.system) / 1_000_000 > LIMIT_SECONDS) {
        giveUp(
          lane,
          'too-slow',
          `Reading takes longer than ${LIMIT_SECONDS} s; split the file or its longest paragraph.`,
        );
      }
    }, 1000);
    const finish = (encoded: Uint8Array<ArrayBuffer>) => {
      clearInterval(timer);
      lane.task = undefined;
      resolve(encoded);
    };
    const task = { file, finish };
    lane.task = task;
    worker.postMessage({ file, bytes } satisfies ParseTask, [bytes.buffer]);
  });
}

/**
 * Makes a reader for files of these sizes in bytes. Parsing takes milliseconds a page, so all but a small amount is
 * passed to worker threads. `serving`: replies must not be delayed meanwhile.
 */
export function draftsReader(sizes: readonly number[], serving: boolean): DraftsReader {
  const files = sizes.length;
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const held = serving && sizes.some((size) => size > SHORT_FILE);
  if (bytes <= QUICK_BYTES && !held) return inPlace();
  const count = Math.min(availableParallelism(), MOST_WORKERS, Math.ceil(files / FILES_A_WORKER));
  const free: Lane[] = Array.from({ length: count }, () => ({ worker: undefined, task: undefined }));
  const lanes = [...free];
  return {
    lanes: count,
    draft: async (file, bytes) => {
      const lane = free.pop();
      if (!lane) throw new Error(`More than ${count} files were given at once`);
      try {
        return await ask(lane, { file, bytes });
      } finally {
        free.push(lane);
      }
    },
    close: async () => {
      await Promise.all(
        lanes.map((lane) => {
          const { worker } = lane;
          lane.worker = undefined;
          return worker?.terminate();
        }),
      );
    },
  };
}
