import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
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
  /** CPU time of the threads that run, in ms: not in ticks, but what a thread used is lost where it ends. */
  readonly cpuOfThreads: () => number;
  readonly child: ChildProcess;
  /** Resident memory in MB. */
  readonly rss: () => number;
  /** The most resident memory that it ever had, in MB. */
  readonly peak: () => number;
  /** When it was started, by `performance.now()`. */
  readonly startedAt: number;
  readonly stop: () => Promise<void>;
}

interface BotOptions {
  /** From the project's root, or absolute. */
  readonly script: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
  /** Parent and bot send each other messages. */
  readonly ipc?: boolean;
  /** The file to which a process writes its id to join a cgroup. */
  readonly group?: string | undefined;
}

const proc = (child: ChildProcess, file: string): string =>
  readFileSync(`/proc/${child.pid}/${file}`, 'utf8');

/** Starts a bot; it may not be online yet. Reads /proc, so that nothing runs inside the bot: Linux alone has it. */
export const startBot = async (options: BotOptions): Promise<Bot> => {
  const { script, environment, flags = [], ipc = false, group } = options;
  const stub = await startStub();
  const startedAt = performance.now();
  const node = [process.execPath, ...flags, path.resolve(root, script)];
  // Joined before Node starts, which takes its limits from the group's.
  const [command = '', ...args] =
    group === undefined ? node : ['sh', '-c', `echo $$ > ${group}; exec "$0" "$@"`, ...node];
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit', ...(ipc ? (['ipc'] as const) : [])],
    env: {
      ...process.env,
      DISCORD_TOKEN: 'stub.stub.stub',
      DISCORD_API_URL: stub.apiUrl,
      LOG_LEVEL: 'warn',
      ...environment,
    },
  });
  const megabytes = (what: string): number =>
    Number(new RegExp(`${what}:\\s+(\\d+)`).exec(proc(child, 'status'))?.[1]) / 1_024;
  return {
    stub,
    startedAt,
    child,
    cpu: () => {
      // The name of the process stands in brackets and may hold spaces: fields are counted behind it.
      const fields = proc(child, 'stat').split(') ').at(-1)?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * TICK;
    },
    cpuOfThreads: () =>
      // In ns, the first of three numbers (docs.kernel.org/scheduler/sched-stats.html).
      readdirSync(`/proc/${child.pid}/task`).reduce(
        (sum, thread) => sum + Number(proc(child, `task/${thread}/schedstat`).split(' ')[0]) / 1e6,
        0,
      ),
    rss: () => megabytes('VmRSS'),
    peak: () => megabytes('VmHWM'),
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      await stub.close();
    },
  };
};
