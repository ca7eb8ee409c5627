import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundlePage } from '../../scripts/build/bundlePage.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The playground's page as it is bundled for an installation: a folder for `webRoot`. */
    webRoot: string;
  }
}

let folder: string | undefined;

/** Bundles the page once: it is drawn in less than half the time that its modules take. */
export const setup = async (project: TestProject): Promise<void> => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-page-'));
  await bundlePage({ root: path.join(import.meta.dirname, '..', '..'), output: folder });
  project.provide('webRoot', folder);
};

export const teardown = async (): Promise<void> => {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
};
