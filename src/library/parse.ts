import { availableParallelism, totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import { encodeDraft } from './post/packed.ts';
import { slices } from './text/slices.ts';

/** Parses files, several at a time. */
export interface DraftsReader {
  /** Most files that may be passed at once. */
  readonly lanes: number;
  /** The draft of a file, encoded as `packed.ts` does. */
  readonly draft: (file: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
  /**
   * A glossary, as JSON; read in a thread where replies must not wait for it.
   * @throws where it takes too long or too much memory
   */
  readonly glossary: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
  /** Terminates its worker threads. */
  close(): Promise<void>;
}

/** A request to a worker thread. */
export interface ParseTask {
  readonly kind: 'post' | 'glossary';
  readonly file: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Fewer and smaller files are parsed faster than a thread starts. */
const QUICK_BYTES = 128 * 1024;
/** A file that is not larger is parsed within seconds, whatever it is made of. */
const SHORT_FILE = 32 * 1024;
/** Megabytes of heap for one file: ten times what the largest that is read takes. */
const MOST_MEMORY = 512;
const MOST_WORKERS = 4;
const FILES_A_WORKER = 100;
/** Bytes of the machine's memory for each: it takes 60 MB to 100 MB itself, and the posts that it has read come to more. */
const MEMORY_A_WORKER = 400 * 2 ** 20;
/** Processor time. A post that takes longer is built to do so. */
const LIMIT_SECONDS = 30;

/** Bytes, those of a container where it has fewer. */
function machineMemory(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

function inPlace(): DraftsReader {
  const pause = slices();
  const draft = async (file: string, bytes: Uint8Array<ArrayBuffer>) => {
    // The parser is loaded for what changed alone.
    const { draftOf } = await import('./post/draft.ts');
    await pause();
    return encodeDraft(draftOf(file, bytes));
  };
  const glossary = async (bytes: Uint8Array<ArrayBuffer>) => {
    const { encodeGlossary } = await import('./topics/glossary.ts');
    return encodeGlossary(bytes);
  };
  return { lanes: 1, draft, glossary, close: async () => {} };
}

/** A worker thread and the file that it parses. */
interface Lane {
  worker: Worker | undefined;
  task:
    | {
        readonly finish: (encoded: Uint8Array<ArrayBuffer>) => void;
        readonly fail: (reason: TooMuch) => void;
      }
    | undefined;
}

/** A file that cannot be read within its bounds; the message says what to do. */
class TooMuch extends Error {
  override name = 'TooMuch';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

function giveUp(lane: Lane, code: string, message: string): void {
  const { worker, task } = lane;
  lane.worker = undefined;
  void worker?.terminate();
  task?.fail(new TooMuch(code, message));
}

function startWorker(lane: Lane): Worker {
  const worker = new Worker(new URL('./parseWorker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  });
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

function ask(lane: Lane, wanted: ParseTask): Promise<Uint8Array<ArrayBuffer>> {
  const worker = lane.worker ?? startWorker(lane);
  return new Promise((resolve, reject) => {
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
    const end = () => {
      clearInterval(timer);
      lane.task = undefined;
    };
    const task: Lane['task'] = {
      finish: (encoded) => {
        end();
        resolve(encoded);
      },
      fail: (reason) => {
        end();
        reject(reason);
      },
    };
    lane.task = task;
    worker.postMessage(wanted, [wanted.bytes.buffer]);
  });
}

/**
 * Makes a reader for files of these sizes in bytes. Parsing takes milliseconds a page, so all but a small amount is
 * passed to worker threads. `serving`: replies must not be delayed meanwhile, and a few kilobytes can be made to take
 * seconds.
 */
export function draftsReader(sizes: readonly number[], serving: boolean): DraftsReader {
  const files = sizes.length;
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (!serving && bytes <= QUICK_BYTES && sizes.every((size) => size <= SHORT_FILE)) return inPlace();
  const count = Math.max(
    1,
    Math.min(
      availableParallelism(),
      MOST_WORKERS,
      Math.ceil(files / FILES_A_WORKER),
      Math.floor(machineMemory() / MEMORY_A_WORKER),
    ),
  );
  const free: Lane[] = Array.from({ length: count }, () => ({ worker: undefined, task: undefined }));
  const lanes = [...free];
  const work = async (task: ParseTask): Promise<Uint8Array<ArrayBuffer>> => {
    const lane = free.pop();
    if (!lane) throw new Error(`More than ${count} files were given at once`);
    try {
      return await ask(lane, task);
    } finally {
      free.push(lane);
    }
  };
  return {
    lanes: count,
    draft: async (file, bytes) => {
      try {
        return await work({ kind: 'post', file, bytes });
      } catch (error) {
        if (!(error instanceof TooMuch)) throw error;
        const { code, message } = error;
        const { brokenDraft } = await import('./post/draft.ts');
        return encodeDraft(brokenDraft(file, { level: 'error', line: 1, code, message }));
      }
    },
    glossary: (bytes) => work({ kind: 'glossary', file: '', bytes }),
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
