import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundleInstallation } from '../../scripts/build/bundle.ts';
import { BUNDLE, bundled } from '../../src/start/bundled.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** Bundles the sources as they are now: bots in processes of their own start in half the time, as an installed one does. */
export const setup = async ({ vitest }: TestProject): Promise<void> => {
  // Lines are counted in the sources alone.
  if (vitest.config.coverage.enabled) await rm(path.join(ROOT, BUNDLE), { recursive: true, force: true });
  else if (bundled(ROOT) === undefined) await bundleInstallation(ROOT);
};
