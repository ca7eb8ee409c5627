import { chromium, type Page } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';
import { DESKTOP, type Look, open } from './browser.ts';

/**
 * A test on pages in the Chromium of this run. `show` opens an address in a browser context of its own, which is closed
 * after the test; a page that complained by then fails it.
 */
export const browserTest = base
  // The connection ends with the browser, when the run does.
  .extend('browser', { scope: 'file' }, () => chromium.connect(inject('chromium')))
  .extend('show', ({ browser }, { onCleanup }) => {
    const opened: Awaited<ReturnType<typeof open>>[] = [];
    onCleanup(async () => {
      for (const { close } of opened) await close();
      expect(
        opened.flatMap(({ troubles }) => troubles),
        'the page has nothing to complain about',
      ).toEqual([]);
    });
    return async (url: string, look: Look = DESKTOP): Promise<Page> => {
      const one = await open(browser, url, look);
      opened.push(one);
      return one.page;
    };
  });
