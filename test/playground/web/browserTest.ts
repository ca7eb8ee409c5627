import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';
import { DESKTOP, type Look, lastingProfile, openIn } from './browser.ts';

/**
 * A test on pages in the Chromium of this run. `show` opens an address in a page that is closed after the test; one that
 * complained by then fails it. Pages that are looked at in the same way share a profile: what they keep, they keep by
 * the port of their playground.
 */
export const browserTest = base
  // The connection ends with the browser, when the run does.
  .extend('browser', { scope: 'file' }, () => chromium.connect(inject('chromium')))
  .extend('profileFor', { scope: 'file' }, ({ browser }, { onCleanup }) => {
    const profiles = new Map<Look, Promise<BrowserContext>>();
    onCleanup(async () => {
      for (const one of profiles.values()) await (await one).close();
    });
    return (look: Look): Promise<BrowserContext> => {
      const known = profiles.get(look) ?? lastingProfile(browser, look);
      profiles.set(look, known);
      return known;
    };
  })
  .extend('show', ({ profileFor }, { onCleanup }) => {
    const opened: Awaited<ReturnType<typeof openIn>>[] = [];
    onCleanup(async () => {
      for (const { close } of opened) await close();
      expect(
        opened.flatMap(({ troubles }) => troubles),
        'the page has nothing to complain about',
      ).toEqual([]);
    });
    return async (url: string, look: Look = DESKTOP): Promise<Page> => {
      const one = await openIn(await profileFor(look), url);
      opened.push(one);
      return one.page;
    };
  });
