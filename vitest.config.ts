import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/setup/longestFirst.ts';

const POSTGRES = 'test/**/*.postgres.test.ts';
const BROWSER = 'test/**/*.browser.test.ts';
const E2E = ['test/e2e/**/*.test.ts', 'test/playground/**/*.test.ts'];

/** Tests of the commands, which know no transport. */
const BY_HTTP = ['people/places', 'people/reading', 'recap/recap'].map((name) => `test/e2e/${name}.test.ts`);

/** Projects that are asked for by `--project NAME`. */
const asked = process.argv.flatMap((argument, at, all) =>
  argument === '--project'
    ? (all[at + 1] ?? [])
    : argument.startsWith('--project=')
      ? argument.slice(10)
      : [],
);

/** Bots, browsers and databases are waited for: a worker more than cores keeps these busy. The others compute. */
const waits = !asked.every((name) => name === 'unit') || asked.length === 0;

/** Processes and browsers may meet a machine that is busy with others: CI tries once more, and says so. */
const retry = process.env['CI'] === undefined ? 0 : 1;

/** The long proofs take part only where they are asked for: `--project proofs`. */
const withProofs = asked.includes('proofs');

/**
 * Test files, worker threads and child processes take the sources without their types from a cache: that halves the
 * start of a thread. Not while coverage is counted, which would be less exact.
 * https://nodejs.org/api/module.html#module-compile-cache
 */
if (!process.argv.some((argument) => argument.startsWith('--coverage')))
  process.env['NODE_COMPILE_CACHE'] ??= path.join(tmpdir(), 'node-compile-cache');

/** Packages run as they do in production, without the checks that some have for their developers. */
process.env['NODE_ENV'] = 'production';

export default defineConfig({
  test: {
    // The sources run as they do in production: by Node itself, which strips the types.
    experimental: { viteModuleRunner: false },
    // No test measures time; only what hangs runs into these.
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 180_000,
    hookTimeout: 180_000,
    slowTestThreshold: 3_000,
    taskTitleValueFormatTruncate: 100,
    maxWorkers: availableParallelism() + (waits ? 1 : 0),
    maxConcurrency: 3,
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Tests make more garbage than a bot does: it is looked through less often.
    execArgv: ['--max-semi-space-size=64', '--min-semi-space-size=64'],
    reporters: ['default', './test/setup/skipped.ts'],
    coverage: {
      provider: 'v8',
      include: ['commands/**/*.ts', 'src/**/*.ts'],
      exclude: ['src/playground/web/**'],
      // The bot as a child process, and worker threads.
      autoAttachSubprocess: true,
      reportOnFailure: true,
      reporter: [['text', { skipFull: true, maxCols: 160 }]],
    },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [...E2E, POSTGRES, BROWSER] },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          retry,
          include: [POSTGRES],
          globalSetup: ['./test/setup/postgres.ts', './test/setup/recapBot.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          retry,
          include: E2E,
          exclude: [POSTGRES, BROWSER],
          globalSetup: ['./test/setup/bundle.ts', './test/setup/recapBot.ts'],
        },
      },
      {
        // What people do in a channel, over Discord's HTTP interactions instead of the gateway.
        extends: true,
        test: { name: 'http', retry, include: BY_HTTP, provide: { transport: 'http' } },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          retry,
          include: [BROWSER],
          globalSetup: ['./test/setup/chromium.ts', './test/setup/page.ts'],
        },
      },
      ...(withProofs
        ? [
            {
              extends: true as const,
              test: {
                name: 'proofs',
                include: ['test/**/*.proof.ts'],
                globalSetup: ['./test/setup/postgres.ts', './test/setup/recapBot.ts'],
                testTimeout: 1_800_000,
              },
            },
          ]
        : []),
    ],
  },
});
