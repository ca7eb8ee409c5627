import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Stub, startStub } from './discord.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A clock tick of Linux's accounting, in ms (`getconf CLK_TCK` is 100). */
const TICK = 10;

/** A bot as a process of its own, on a stub of its own. */
export interface Bot {
  readonly stub: Stub;
  /** CPU time used so far by all its threads, in ms. */
  readonly cpu: () => number;
  /** Resident memory in MB. */
  readonly rss: () => number;
  /** When it was started, by `performance.now()`. */
  readonly startedAt: number;
  readonly stop: () => Promise<void>;
}

interface BotOptions {
  /** From the project's root. */
  readonly script: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
}

const proc = (child: ChildProcess, file: string): string =>
  readFileSync(`/proc/${child.pid}/${file}`, 'utf8');

/** Starts a bot; it may not be online yet. Reads /proc, so that nothing runs inside the bot: Linux alone has it. */
export const startBot = async ({ script, environment, flags = [] }: BotOptions): Promise<Bot> => {
  const stub = await startStub();
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...flags, path.join(root, script)], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DISCORD_TOKEN: 'stub.stub.stub',
      DISCORD_API_URL: stub.apiUrl,
      LOG_LEVEL: 'warn',
      ...environment,
    },
  });
  return {
    stub,
    startedAt,
    cpu: () => {
      // The name of the process stands in brackets and may hold spaces: fields are counted behind it.
      const fields = proc(child, 'stat').split(') ').at(-1)?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * TICK;
    },
    rss: () => Number(/VmRSS:\s+(\d+)/.exec(proc(child, 'status'))?.[1]) / 1_024,
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      await stub.close();
    },
  };
};
