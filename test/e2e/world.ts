import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { type Playground, type PlaygroundOptions, startPlayground } from '#playground/index.ts';
import type { Clock } from '#recap/time/clock.ts';
import { readConfig } from '../../src/config/config.ts';
import { type Lectern, startLectern } from '../../src/start/lectern.ts';
import { type LogLines, logLines, logTo } from './logLines.ts';
import { type PatientClock, patientClock } from './patientClock.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A folder that is gone after the test. */
export const temporaryFolder = async (): Promise<{
  readonly folder: string;
  readonly remove: () => Promise<void>;
}> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-test-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};

/** Files of the cache that a bot of this worker left, by name. */
let computed: ReadonlyMap<string, Uint8Array> | undefined;

const filesOf = async (folder: string): Promise<ReadonlyMap<string, Uint8Array> | undefined> => {
  if (!existsSync(folder)) return undefined;
  const names = await readdir(folder);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name))] as const)),
  );
};

/**
 * A folder for a bot's database, gone after the test. What the first bot of this worker computed from the posts, the
 * others find there, as after a restart.
 */
export const dataFolder = async (): ReturnType<typeof temporaryFolder> => {
  const { folder, remove } = await temporaryFolder();
  const cache = path.join(folder, 'cache');
  if (computed !== undefined) await mkdir(cache);
  for (const [name, bytes] of computed ?? []) await writeFile(path.join(cache, name), bytes);
  return {
    folder,
    remove: async () => {
      computed ??= await filesOf(cache);
      await remove();
    },
  };
};

/** The bundled posts, to be changed as a test likes. */
export const copyContent = async (folder: string): Promise<string> => {
  const copy = path.join(folder, 'content');
  await cp(path.join(ROOT, 'content'), copy, { recursive: true });
  return copy;
};

export interface World {
  readonly playground: Playground;
  readonly lectern: Lectern;
  readonly log: LogLines;
  readonly folder: string;
  readonly content: string;
  /** The playground's clock, where the bot has none that the test moves. */
  readonly clock: PatientClock;
  readonly close: () => Promise<void>;
}

interface WorldOptions {
  readonly playground?: PlaygroundOptions;
  readonly settings?: Readonly<Record<string, string>>;
  /** The bot's time and the playground's. */
  readonly clock?: Clock;
  /** Milliseconds between two looks at the bot's health. Default: the bot's own. */
  readonly lookEvery?: number;
  /** The way that interactions take. Default: that of the run's project. */
  readonly transport?: Transport;
}

/** The way that interactions take from Discord to the bot. */
export type Transport = 'gateway' | 'http';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Undefined: the gateway. */
    transport: Transport | undefined;
  }
}

/** Settings of a bot without a gateway. */
const byHttp = ({ publicKey }: Playground): Readonly<Record<string, string>> => ({
  GATEWAY: 'off',
  HTTP_PORT: '0',
  DISCORD_PUBLIC_KEY: publicKey,
});

/** The whole bot in this process, on a local Discord of its own, over real sockets. */
export const openWorld = async (options: WorldOptions = {}): Promise<World> => {
  const { folder, remove } = await dataFolder();
  const content = await copyContent(folder);
  const { clock, lookEvery, transport = inject('transport') } = options;
  const patience = patientClock();
  const playground = await startPlayground({
    ...(clock === undefined ? { clock: patience } : { now: () => clock.now().epochMilliseconds }),
    ...options.playground,
  });
  const log = logLines();
  const lectern: Lectern = await startLectern({
    log: logTo(log),
    onEnd: ({ message, exitCode }) => log.add(JSON.stringify({ msg: `the end: ${message}`, exitCode })),
    ...(clock === undefined ? {} : { clock }),
    ...(lookEvery === undefined ? {} : { lookEvery }),
    config: readConfig({
      DISCORD_TOKEN: playground.token,
      DISCORD_API_URL: playground.apiUrl,
      CONTENT_DIR: content,
      DATABASE_URL: path.join(folder, 'lectern.sqlite'),
      ...(transport === 'http' ? byHttp(playground) : {}),
      ...options.settings,
    }),
  });
  if (transport === 'http') await playground.setEndpoint(lectern.interactionsUrl);
  await lectern.registered;
  return {
    playground,
    lectern,
    log,
    folder,
    content,
    clock: patience,
    close: async () => {
      patience.stop();
      await lectern.close();
      await playground.close();
      await remove();
    },
  };
};

export interface Child {
  readonly process: ChildProcess;
  readonly log: LogLines;
  /** What was written to standard error. */
  readonly errors: () => string;
  readonly exit: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** What a child process needs of this one's environment, and no setting of the bot. */
export const childEnvironment = (): NodeJS.ProcessEnv => {
  const names = ['PATH', 'HOME', 'NODE_COMPILE_CACHE', 'NODE_V8_COVERAGE'];
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
};

/** The bot as a process of its own, with nothing of this one's environment but what it needs. */
export const startChild = (
  settings: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Child => {
  const log = logLines();
  let errors = '';
  const child = spawn(process.execPath, ['src/main.ts', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...childEnvironment(), ...settings },
  });
  // A line may come in pieces.
  createInterface({ input: child.stdout }).on('line', log.add);
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const exit: Child['exit'] = new Promise((resolve) => {
    child.once('close', (code, signal) => {
      log.end();
      resolve({ code, signal });
    });
  });
  return { process: child, log, errors: () => errors, exit };
};
