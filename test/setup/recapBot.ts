import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundle } from '../../scripts/build/bundle.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The bot of `e2e/recap/testbed.ts`, bundled; undefined: it runs from its source. */
    recapBot: string | undefined;
  }
}

const ROOT = path.join(import.meta.dirname, '..', '..');

const OUTPUT = path.join(ROOT, 'node_modules', '.cache', `lectern-bot-${process.pid}`);

let bundled: Promise<unknown> | undefined;

/** Bundles the bot that is killed again and again, once for all projects: its starts take half the time. */
export const setup = async (project: TestProject): Promise<void> => {
  // Lines are counted in the sources alone.
  if (project.vitest.config.coverage.enabled) return;
  bundled ??= bundle({
    root: ROOT,
    entry: path.join(ROOT, 'test', 'e2e', 'recap', 'bot.ts'),
    output: OUTPUT,
  });
  await bundled;
  project.provide('recapBot', path.join(OUTPUT, 'run.js'));
};

export const teardown = (): Promise<void> => rm(OUTPUT, { recursive: true, force: true });
