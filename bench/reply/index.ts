import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Actor, type Playground, startPlayground } from '#playground/index.ts';

// How long a person waits for a session page, against a bare discord.js bot that replies with the same message as a
// constant. Both are processes of their own on a local Discord of their own; they take turns in one run.

const WARM_UP = 300;
const ROUNDS = 1_500;

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Runner {
  readonly playground: Playground;
  readonly bot: ChildProcess;
  readonly person: Actor;
}

const startRunner = async (script: string, environment: Record<string, string>): Promise<Runner> => {
  const playground = await startPlayground({ limits: false });
  const bot = spawn(process.execPath, [path.join(root, script)], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DISCORD_TOKEN: playground.token,
      DISCORD_API_URL: playground.apiUrl,
      LOG_LEVEL: 'warn',
      ...environment,
    },
  });
  await playground.until(
    () => (playground.commands().some(({ command }) => command.name === 'session') ? true : undefined),
    'the commands of the bot',
  );
  return { playground, bot, person: playground.as('jimin') };
};

const stop = async ({ playground, bot }: Runner): Promise<void> => {
  const gone = new Promise((resolve) => bot.once('exit', resolve));
  bot.kill('SIGTERM');
  await gone;
  await playground.close();
};

const ask = ({ person }: Runner) => person.invoke('session', { options: { name: '2' } });

const timed = async (runner: Runner): Promise<number> => {
  const begun = performance.now();
  await ask(runner);
  return performance.now() - begun;
};

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const report = (name: string, times: readonly number[]): void => {
  const sorted = times.toSorted((one, other) => one - other);
  const show = (share: number): string => quantile(sorted, share).toFixed(2);
  console.log(`${name.padEnd(8)} p50 ${show(0.5)} ms   p90 ${show(0.9)} ms   p99 ${show(0.99)} ms`);
};

const data = await mkdtemp(path.join(tmpdir(), 'lectern-bench-'));
const ours = await startRunner('src/main.ts', { DATABASE_URL: path.join(data, 'bench.sqlite') });
const { message } = await ask(ours);
const { embeds, components } = message;
const bare = await startRunner('bench/reply/bareBot.ts', { MESSAGE: JSON.stringify({ embeds, components }) });

const times = { ours: [] as number[], bare: [] as number[] };
for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
  // The order alternates.
  const pair = round % 2 === 0 ? ([ours, bare] as const) : ([bare, ours] as const);
  for (const runner of pair) {
    const time = await timed(runner);
    if (round >= WARM_UP) times[runner === ours ? 'ours' : 'bare'].push(time);
  }
}
report('Lectern', times.ours);
report('bare', times.bare);
const median = (list: readonly number[]): number =>
  quantile(
    list.toSorted((one, other) => one - other),
    0.5,
  );
console.log(`ratio    p50 ${(median(times.ours) / median(times.bare)).toFixed(3)}   (goal: at most 1.15)`);
await stop(ours);
await stop(bare);
await rm(data, { recursive: true });
