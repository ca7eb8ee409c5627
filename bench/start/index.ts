import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FLAGS, MALLOC, prepare } from '../stub/bots.ts';
import { median } from '../stub/figures.ts';
import { startBot } from '../stub/process.ts';

// What it takes from the start of the process until the first /session is answered, beside a bare discord.js bot that
// takes turns with it: with nothing kept from before (`npm ci --ignore-scripts`, new posts), the first start after
// `npm ci`, the second, and one from the sources, as after an edit.

const SOURCES = 'bench/start/sources.ts';

const ROUNDS = Number(process.argv[3] ?? 7);

interface Start {
  readonly cpu: number;
  readonly wall: number;
  readonly rss: number;
}

const measure = async (
  script: string,
  environment: Record<string, string>,
  flags: readonly string[],
): Promise<Start> => {
  const bot = await startBot({ script, environment, flags });
  await bot.stub.online();
  await bot.stub.interact({ kind: 'command', name: 'session', options: { name: '2' } });
  const start = { cpu: bot.cpu(), wall: performance.now() - bot.startedAt, rss: bot.rss() };
  await bot.stop();
  return start;
};

const data = await mkdtemp(path.join(tmpdir(), 'lectern-bench-'));
const starts = {
  bare: [] as Start[],
  'nothing kept': [] as Start[],
  first: [] as Start[],
  second: [] as Start[],
  edited: [] as Start[],
};
const inFolder = (name: string) => ({
  ...MALLOC,
  DATABASE_URL: path.join(data, name, 'lectern.sqlite'),
  NODE_COMPILE_CACHE: path.join(data, name, 'compile'),
});
for (let round = 0; round < ROUNDS; round += 1) {
  starts['nothing kept'].push(await measure(SOURCES, inFolder(`bare-${round}`), FLAGS));
  const ours = inFolder(`${round}`);
  prepare(ours);
  starts.first.push(await measure('src/main.ts', ours, FLAGS));
  starts.bare.push(await measure('bench/stub/bareBot.js', {}, []));
  starts.second.push(await measure('src/main.ts', ours, FLAGS));
  await measure(SOURCES, ours, FLAGS);
  starts.edited.push(await measure(SOURCES, ours, FLAGS));
}
await rm(data, { recursive: true });

console.log(
  '|  | CPU ms | wall ms | RSS MB | CPU ratio | wall ratio | RSS ratio |\n|---|---|---|---|---|---|---|',
);
for (const [name, list] of Object.entries(starts)) {
  const cells = (['cpu', 'wall', 'rss'] as const).map((what) =>
    median(list.map((start) => start[what])).toFixed(0),
  );
  // Paired by round: the machine's speed changes from minute to minute.
  const ratios = (['cpu', 'wall', 'rss'] as const).map((what) =>
    median(list.map((start, round) => start[what] / (starts.bare[round]?.[what] ?? Number.NaN))).toFixed(2),
  );
  console.log(`| ${name} | ${[...cells, ...ratios].join(' | ')} |`);
}
