import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFolder } from '#library/read.ts';
import type { LibrarySnapshot } from '#library/snapshot.ts';
import { createSearch } from '#search/engine.ts';

/** The cost of a task, in milliseconds. */
export interface Timing {
  readonly wall: number;
  /** Processor time of all threads. */
  readonly cpu: number;
  /** Processor time of the main thread. */
  readonly main: number;
  /** The longest block of the event loop. */
  readonly stretch: number;
  /** The same in processor time, which excludes other processes. */
  readonly stretchCpu: number;
}

export interface Measurements {
  readonly first: Timing;
  readonly nothing: Timing;
  readonly text: Timing;
  readonly heading: Timing;
  readonly title: Timing;
  readonly date: Timing;
  readonly day: Timing;
  readonly added: Timing;
  readonly gone: Timing;
  /** Indexing after the first reading. */
  readonly index: Timing;
  /** Megabytes after garbage collection, and the most that the process took until then. */
  readonly heap: number;
  readonly peak: number;
}

const inMilliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

async function measure<T>(work: () => Promise<T>): Promise<{ result: T; taken: Timing }> {
  let stretch = 0;
  let stretchCpu = 0;
  let last = { wall: performance.now(), cpu: inMilliseconds(process.threadCpuUsage()) };
  const look = () => {
    const now = { wall: performance.now(), cpu: inMilliseconds(process.threadCpuUsage()) };
    stretch = Math.max(stretch, now.wall - last.wall);
    stretchCpu = Math.max(stretchCpu, now.cpu - last.cpu);
    last = now;
  };
  const ticks = setInterval(look, 1);
  const [wall, cpu, main] = [performance.now(), process.cpuUsage(), process.threadCpuUsage()];
  const result = await work();
  look();
  const taken = {
    wall: performance.now() - wall,
    cpu: inMilliseconds(process.cpuUsage(cpu)),
    main: inMilliseconds(process.threadCpuUsage(main)),
    stretch,
    stretchCpu,
  };
  clearInterval(ticks);
  return { result, taken };
}

function worst(all: readonly Timing[]): Timing {
  const most = (key: keyof Timing) => Math.max(...all.map((one) => one[key]));
  return {
    wall: most('wall'),
    cpu: most('cpu'),
    main: most('main'),
    stretch: most('stretch'),
    stretchCpu: most('stretchCpu'),
  };
}

const ROUNDS = 5;
const [dir = ''] = process.argv.slice(2);
const files = (await readdir(dir)).sort();
const options = { dir, siteUrl: 'https://posts.example', defaultLanguage: 'ko' };
const first = await measure(() => readFolder(options));
let reading: LibrarySnapshot = first.result;
const { result: search, taken: index } = await measure(() => createSearch(reading.library));
const peak = process.resourceUsage().maxRSS / 1024;
globalThis.gc?.();
const heap = process.memoryUsage().heapUsed / 2 ** 20;
/** As the watcher does it, with what changed, until questions are answered from it. */
const again = async (paths?: ReadonlySet<string>): Promise<Timing> => {
  const { result, taken } = await measure(async () => {
    const next = await readFolder(options, reading, paths);
    await search.update(next.library);
    return next;
  });
  reading = result;
  return taken;
};
const change = async (edit: (text: string, round: number) => string): Promise<Timing> => {
  const rounds: Timing[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const path = join(dir, files[(round * 1777 + 100) % files.length] ?? '');
    await writeFile(path, edit(await readFile(path, 'utf8'), round));
    rounds.push(await again(new Set([path])));
  }
  return worst(rounds);
};
/** Copies of posts under names of their own, with the numbers behind those of their events; and without them again. */
const COPY = 'zz-copy';
const copies = async (work: (path: string, round: number) => Promise<void>): Promise<Timing> => {
  const rounds: Timing[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const path = join(dir, `${COPY}-${round}.md`);
    await work(path, round);
    rounds.push(await again(new Set([path])));
  }
  return worst(rounds);
};
const copy = async (path: string, round: number): Promise<void> => {
  const text = await readFile(join(dir, files[(round * 1777 + 100) % files.length] ?? ''), 'utf8');
  const alone = text.replace(/^(?:lang|translation_of): .*\n/gmu, '');
  await writeFile(path, alone.replace(/\(\d+\)/u, `(${100 + round})`));
};
const measured: Measurements = {
  first: first.taken,
  index,
  heap,
  peak,
  nothing: await again(),
  text: await change((text, round) => `${text}\nOne more sentence, number ${round}.\n`),
  heading: await change((text, round) => `${text}\n# FreshName${round}\n\nWhat it is.\n`),
  title: await change((text, round) => text.replace(/-[^-\n]*"$/mu, `-Other words, number ${round}"`)),
  date: await change((text, round) => text.replace(/^date:.*$/mu, `date: 2018-11-0${round + 1}`)),
  // Its whole event moves with it.
  day: await change((text, round) => text.replace(/^date:.*$/mu, `date: 2011-01-0${round + 1}`)),
  added: await copies(copy),
  gone: await copies((path) => rm(path)),
};
process.stdout.write(`${JSON.stringify(measured)}\n`);
