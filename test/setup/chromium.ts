import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { LAUNCH, NO_BROWSER } from '../playground/web/browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** WebSocket address of the Chromium of this run. */
    chromium: string;
  }
}

let stop = async (): Promise<void> => {};

/** Starts one Chromium for all files of the run, where there is one. */
export const setup = async (project: TestProject): Promise<void> => {
  if (NO_BROWSER) return;
  const server = await chromium.launchServer({ ...LAUNCH, host: '127.0.0.1' });
  stop = () => server.close();
  project.provide('chromium', server.wsEndpoint());
};

export const teardown = (): Promise<void> => stop();
