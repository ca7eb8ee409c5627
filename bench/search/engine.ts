import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { createSearch } from '#search/engine.ts';
import { fuse, miniSearch, rowsOf, trigram } from '#test/relevance/engines.ts';
import { generateLibrary, SIZES, withChange } from './corpus.ts';

/** Measures one engine at one size, in its own process, and prints a line of JSON. */
const [engine = '', sizeName = ''] = process.argv.slice(2);
const size = SIZES.find(({ name }) => name === sizeName);
if (size === undefined) throw new Error(`No size ${sizeName}`);

/** Memory in use, in MB. Transferred buffers count as external. */
function held(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}

const { library, queries, others } = generateLibrary(size);
const before = held();
const result: Record<string, number | string> = { engine, size: sizeName };

/** Milliseconds without a change until segments are merged. */
const QUIET = 1_000;

/** CPU time of this thread so far, in ms: independent of other load. */
function cpu(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Measures the longest block of the event loop: by the clock, and by the CPU time of this thread. */
function watch(): () => { readonly blocks: number; readonly busy: number } {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  let busy = 0;
  let last = cpu();
  const tick = (): void => {
    const now = cpu();
    busy = Math.max(busy, now - last);
    last = now;
  };
  const timer = setInterval(tick, 1);
  return () => {
    tick();
    clearInterval(timer);
    delays.disable();
    return { blocks: delays.max / 1e6, busy };
  };
}

/** The longest block of an idle event loop, by the clock, beside a busy thread: the noise of the machine. */
async function idleBlock(ms: number): Promise<number> {
  const worker = new Worker('for (let i = 0; ; i += 1);', { eval: true });
  await new Promise((resolve) => setTimeout(resolve, 200));
  const seen = watch();
  await new Promise((resolve) => setTimeout(resolve, ms));
  const { blocks } = seen();
  await worker.terminate();
  return blocks;
}

async function build(): Promise<(query: string) => unknown> {
  if (engine !== 'Lectern') {
    const rows = rowsOf(library);
    const made = { MiniSearch: miniSearch, Fuse: fuse, 'FTS5 trigram': trigram }[engine];
    if (made === undefined) throw new Error(`No engine ${engine}`);
    return made(rows).ask;
  }
  // Garbage of generating the library is not the engine's.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const start = performance.now();
  const used = cpu();
  const seen = watch();
  const search = await createSearch(library, { quiet: QUIET });
  result['build'] = performance.now() - start;
  result['cpu'] = cpu() - used;
  // The next turn of the loop, so that the last block is included.
  await new Promise((resolve) => setTimeout(resolve, 5));
  const { blocks, busy } = seen();
  result['blocks'] = blocks;
  result['busy'] = busy;
  const updates: number[] = [];
  let changed = library;
  for (let round = 0; round < 5; round += 1) {
    changed = withChange(changed, round);
    const from = performance.now();
    await search.update(changed);
    updates.push(performance.now() - from);
  }
  // Queries usually come long after the last change, when segments are merged.
  await new Promise((resolve) => setTimeout(resolve, QUIET + 4_000));
  updates.sort((a, b) => a - b);
  result['update'] = updates[2] ?? 0;
  for (const [name, text] of Object.entries(HOSTILE)) {
    const from = performance.now();
    search.search(text);
    search.complete(text, { kind: 'any' });
    result[`hostile ${name}`] = performance.now() - from;
  }
  return (query) => search.search(query);
}

const HOSTILE: Readonly<Record<string, string>> = {
  jamo: 'ㄱㅏㄴㄷㅣ'.repeat(1_200),
  letter: 'a'.repeat(6_000),
  syllable: '가'.repeat(6_000),
  consonant: 'ㅋ'.repeat(6_000),
  emoji: '👩‍👩‍👧‍👦'.repeat(545),
  'right to left': '\u202eשלום עולם '.repeat(545),
  surrogates: '\ud800'.repeat(6_000),
  words: queries.join(' ').slice(0, 6_000),
};

const from = performance.now();
const spent = cpu();
const ask = await build();
result['build'] ??= performance.now() - from;
result['cpu'] ??= cpu() - spent;
result['memory'] = held() - before;
// Code is warm in a process that has been answering for a while; the words of a question are mostly new.
const warm = performance.now() + 20_000;
for (const query of others) if (performance.now() < warm) ask(query);
const times: number[] = [];
const budget = performance.now() + 60_000;
for (const query of queries) {
  if (performance.now() > budget) break;
  const start = performance.now();
  ask(query);
  times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
result['p50'] = times[Math.floor(times.length / 2)] ?? 0;
result['p99'] = times[Math.floor(times.length * 0.99)] ?? 0;
if (engine === 'Lectern') result['idle'] = await idleBlock(Math.min(20_000, Number(result['build'])));
process.stdout.write(`${JSON.stringify(result)}\n`);
