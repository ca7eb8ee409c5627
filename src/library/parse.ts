import { availableParallelism, totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import { createPause } from './compute/slicedWork.ts';
import { encodeDraft } from './post/draftCodec.ts';
import type { ParsedPost, PostFile } from './post/readPost.ts';

/** Reads and parses files. */
export interface DraftsReader {
  /** Hands over what became of each file, in any order. */
  readonly posts: (files: readonly PostFile[], take: Take) => Promise<void>;
  /**
   * A glossary, as JSON; read in a thread where replies must not wait for it.
   * @throws where it takes too long or too much memory
   */
  readonly glossary: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
  /** Terminates its worker threads. */
  close(): Promise<void>;
}

type Take = (file: PostFile, parsed: ParsedPost) => void;

/** A request to a worker thread. The number of posts that are done is counted in `done`. */
export type ParseTask =
  | { readonly kind: 'posts'; readonly files: readonly PostFile[]; readonly done: Int32Array }
  | { readonly kind: 'glossary'; readonly bytes: Uint8Array<ArrayBuffer> };

/** Its answer. */
export interface ParseAnswer {
  readonly posts: readonly ParsedPost[];
  readonly glossary: Uint8Array<ArrayBuffer> | undefined;
}

/** A glossary that is not larger is parsed within a second, whatever it is made of. */
const QUICK_GLOSSARY = 32 * 1024;
/** Megabytes of heap for one file: ten times what the largest that is read takes. */
const MOST_MEMORY = 512;
const MOST_WORKERS = 4;
/** A thread takes tens of megabytes, and half a second until it runs well. */
const BYTES_A_WORKER = 16 * 1024 * 1024;
/** What a thread is given at a time. */
const BATCH_BYTES = 256 * 1024;
const BATCH_FILES = 100;
/** Bytes of the machine's memory for each: it takes 60 MB to 100 MB itself, and the posts that it has read come to more. */
const MEMORY_A_WORKER = 400 * 2 ** 20;
/** Processor time. A post that takes longer is built to do so. */
const LIMIT_SECONDS = 30;

/** Bytes, those of a container where it has fewer. */
function machineMemory(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

/** So few files are looked into while people are served: to start a thread takes longer than to parse them. */
const FEW_FILES = 4;
const SHORT_POST = 16 * 1024;
/** A post with more marks than these may be built to take long. */
const MOST_MARKS = 400;
/** By byte: 1 for a mark. */
const MARKS = new Uint8Array(256);
for (const byte of Buffer.from('*_~[]<>&!|`\\{}$#+:="\'')) MARKS[byte] = 1;

/** True for a post that is parsed within some milliseconds, whatever it is made of: what takes long takes many marks. */
function isPlain(bytes: Uint8Array): boolean {
  if (bytes.length > SHORT_POST) return false;
  let marks = 0;
  let blank = true;
  for (const byte of bytes) {
    // Marks of lists stand behind blanks.
    if (MARKS[byte] === 1 || (blank && byte === DASH)) marks += 1;
    blank = byte <= SPACE;
  }
  return marks <= MOST_MARKS;
}

const DASH = 45;
const SPACE = 32;

/** The parser is loaded for what changed alone. */
const parser = () => import('./post/readPost.ts');

/** Loads the parser, so that the next post that changes does not wait for it. */
export async function preloadParser(): Promise<void> {
  await parser();
}

/** A worker thread and what it does. */
interface Lane {
  worker: Worker | undefined;
  task:
    | {
        readonly finish: (answer: ParseAnswer) => void;
        readonly fail: (reason: TooMuch) => void;
      }
    | undefined;
}

/** Files that cannot be read within their bounds; the message says what to do. */
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
  worker.on('message', (answer: ParseAnswer) => current()?.finish(answer));
  const ended = (reason: string) => {
    if (lane.worker === worker)
      giveUp(lane, 'markdown', `The text cannot be read (${reason}); split the file.`);
  };
  worker.on('error', (error) => ended(String(error)));
  worker.on('exit', (code) => ended(`the reading thread ended with ${code}`));
  lane.worker = worker;
  return worker;
}

const doneIn = (task: ParseTask): number => (task.kind === 'posts' ? Atomics.load(task.done, 0) : 0);

function ask(lane: Lane, wanted: ParseTask): Promise<ParseAnswer> {
  const worker = lane.worker ?? startWorker(lane);
  return new Promise((resolve, reject) => {
    let before: { readonly used: NodeJS.CpuUsage; readonly done: number } | undefined;
    // Processor time, not elapsed time: on a busy machine a good post must not be rejected.
    const timer = setInterval(async () => {
      const done = doneIn(wanted);
      const used = await worker.cpuUsage(before?.used).catch(() => undefined);
      if (used === undefined || lane.worker !== worker || lane.task !== task) return;
      if (before === undefined || before.done !== done) {
        before = { used: await worker.cpuUsage().catch(() => used), done };
      } else if ((used.user + used.system) / 1_000_000 > LIMIT_SECONDS) {
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
      finish: (answer) => {
        end();
        resolve(answer);
      },
      fail: (reason) => {
        end();
        reject(reason);
      },
    };
    lane.task = task;
    worker.postMessage(wanted, wanted.kind === 'glossary' ? [wanted.bytes.buffer] : []);
  });
}

function* batchesOf(files: readonly PostFile[]): Generator<readonly PostFile[]> {
  let batch: PostFile[] = [];
  let bytes = 0;
  for (const file of files) {
    batch.push(file);
    bytes += file.size;
    if (bytes < BATCH_BYTES && batch.length < BATCH_FILES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Gives files to a thread; one that it cannot read within its bounds is a broken draft, and the others go on. */
async function readBatch(lane: Lane, batch: readonly PostFile[], take: Take): Promise<void> {
  const files = [...batch];
  while (files.length > 0) {
    const done = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    try {
      const { posts } = await ask(lane, { kind: 'posts', files, done });
      for (const [at, file] of files.splice(0).entries()) {
        const parsed = posts[at];
        if (parsed) take(file, parsed);
      }
    } catch (error) {
      const [culprit] = files.splice(Atomics.load(done, 0), 1);
      if (!(error instanceof TooMuch) || culprit === undefined) throw error;
      const { code, message } = error;
      const { brokenDraft } = await import('./post/draft.ts');
      const draft = brokenDraft(culprit.file, { level: 'error', line: 1, code, message });
      take(culprit, { kind: 'draft', encoded: encodeDraft(draft) });
    }
  }
}

/** Parses in this thread, in slices, what is certainly parsed quickly; gives the others. */
async function readHere(batches: Iterable<readonly PostFile[]>, take: Take): Promise<PostFile[]> {
  const { readPost } = await parser();
  const pause = createPause();
  const others: PostFile[] = [];
  for (const batch of batches) {
    for (const file of batch) {
      const parsed = file.size > SHORT_POST ? undefined : readPost(file, isPlain);
      if (parsed === undefined) others.push(file);
      else take(file, parsed);
      await pause();
    }
  }
  return others;
}

/**
 * Makes a reader for files of these sizes in bytes. This thread parses what is certainly parsed quickly; what may take
 * long goes to worker threads, which read the files themselves. `serving`: replies must not be delayed meanwhile, so that
 * all but a few files go there.
 */
export function draftsReader(sizes: readonly number[], serving: boolean): DraftsReader {
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const wanted = Math.min(MOST_WORKERS, Math.ceil(bytes / BYTES_A_WORKER));
  // To ask the system takes longer than to parse a post.
  const most =
    wanted <= 1 ? 1 : Math.min(wanted, availableParallelism(), Math.floor(machineMemory() / MEMORY_A_WORKER));
  const lanes = Array.from(
    { length: Math.max(1, most) },
    (): Lane => ({ worker: undefined, task: undefined }),
  );
  const readThere = async (
    own: readonly Lane[],
    batches: Iterable<readonly PostFile[]>,
    take: Take,
  ): Promise<void> => {
    await Promise.all(
      own.map(async (lane) => {
        for (const batch of batches) await readBatch(lane, batch, take);
      }),
    );
  };
  return {
    posts: async (files, take) => {
      const batches = batchesOf(files);
      if (serving && files.length > FEW_FILES) return readThere(lanes, batches, take);
      const [others] = await Promise.all([readHere(batches, take), readThere(lanes.slice(1), batches, take)]);
      return readThere(lanes, batchesOf(others), take);
    },
    glossary: async (source) => {
      if (!serving && source.length <= QUICK_GLOSSARY) {
        const { encodeGlossary } = await import('./topics/glossary.ts');
        return encodeGlossary(source);
      }
      const [lane] = lanes;
      const answer = lane && (await ask(lane, { kind: 'glossary', bytes: source }));
      if (answer?.glossary === undefined) throw new Error('The reading thread gave no glossary');
      return answer.glossary;
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
