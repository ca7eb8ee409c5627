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

let output: string | undefined;

/** Bundles the bot that is killed again and again: its starts take half the time. */
export const setup = async (project: TestProject): Promise<void> => {
  // Lines are counted in the sources alone.
  if (project.vitest.config.coverage.enabled) return;
  output = path.join(ROOT, 'node_modules', '.cache', `lectern-${project.name}-${process.pid}`);
  await bundle({ root: ROOT, entry: path.join(ROOT, 'test', 'e2e', 'recap', 'bot.ts'), output });
  project.provide('recapBot', path.join(output, 'run.js'));
};

export const teardown = async (): Promise<void> => {
  if (output !== undefined) await rm(output, { recursive: true, force: true });
};
