import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type LaunchOptions, type Page } from 'playwright-core';

/** Debian's browsers; the headless shell first, which takes a third of the CPU time. */
const DEBIAN = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** Where the browser is: Debian's, unless `CHROMIUM` says otherwise. */
const CHROMIUM = process.env['CHROMIUM'] ?? DEBIAN.find(existsSync) ?? '/usr/bin/chromium';

/** Why tests in a browser are left out, or false where they can run. */
export const NO_BROWSER: string | false = existsSync(CHROMIUM)
  ? false
  : `there is no browser at ${CHROMIUM}: install Debian's chromium-headless-shell or chromium, or set CHROMIUM`;

/** How a page is looked at. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
  readonly touch?: boolean;
}

export const DESKTOP: Look = { width: 1280, height: 800, scheme: 'dark' };
export const PHONE: Look = { width: 390, height: 844, scheme: 'light', touch: true };

/** A page, and what went wrong on it. */
export interface Opened {
  readonly page: Page;
  /** Errors of the console and of scripts, and requests that failed or left the machine. */
  readonly troubles: string[];
  close(): Promise<void>;
}

/** A browser without any network but loopback: what leaves the machine fails, and is seen. */
export const LAUNCH: LaunchOptions = {
  executablePath: CHROMIUM,
  args: [
    '--no-sandbox',
    // Pages of a context share a process: the second one is drawn in half the CPU time of the first.
    '--process-per-site',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  ],
};

/** Starts a browser of one's own. */
export const launch = (): Promise<Browser> => chromium.launch(LAUNCH);

/** A profile of a browser, for pages that are looked at in this way. */
export const profile = (browser: Browser, look: Look = DESKTOP): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.scheme,
    hasTouch: look.touch ?? false,
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    reducedMotion: 'reduce',
  });

/** A profile whose process stays when its last page is closed. */
export async function lastingProfile(browser: Browser, look: Look): Promise<BrowserContext> {
  const context = await profile(browser, look);
  const page = await context.newPage();
  await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto('http://127.0.0.1/');
  return context;
}

/** Opens an address in a profile of its own. */
export async function open(browser: Browser, url: string, look?: Look): Promise<Opened> {
  const context = await profile(browser, look);
  return { ...(await openIn(context, url)), close: () => context.close() };
}

/** Opens an address; what a page keeps of another is kept by origin, that is by port. */
export async function openIn(context: BrowserContext, url: string): Promise<Opened> {
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.stack ?? error.message));
  page.on('requestfailed', (request) => troubles.push(`${request.url()} failed`));
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol !== 'data:' && hostname !== '127.0.0.1')
      troubles.push(`${request.url()} leaves the machine`);
  });
  await page.goto(url);
  return { page, troubles, close: () => page.close() };
}

/** The box for messages. */
export function box(page: Page): ReturnType<Page['locator']> {
  return page.locator('play-composer textarea');
}

/** The newest message that is on the page. */
export function newest(page: Page): ReturnType<Page['locator']> {
  return page.locator('play-message').last();
}
