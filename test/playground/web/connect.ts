import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** Connects to the Chromium of this run; closing the connection closes the contexts that it opened. */
export const connect = (): Promise<Browser> => chromium.connect(inject('chromium'));
