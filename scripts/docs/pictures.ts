/** Takes the screenshots of the docs: the playground in its main states, with a bot started for it. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import {
  box,
  DESKTOP,
  type Look,
  launch,
  NO_BROWSER,
  newest,
  open,
  PHONE,
} from '#test/playground/web/browser.ts';
import { type Running, startRunning } from '#test/playground/web/lectern.ts';

const FOLDER = fileURLToPath(new URL('../../docs/pictures', import.meta.url));

/** A screenshot: the actions on a fresh page before it is taken. */
interface Picture {
  readonly name: string;
  readonly look: Look;
  readonly path?: string;
  readonly act: (page: Page) => Promise<void>;
}

/** Types a command with its first option, and waits for an answer with a title. */
async function ask(page: Page, text: string, title: string): Promise<void> {
  await box(page).focus();
  await page.keyboard.type(text);
  await page.locator('.chip').first().waitFor();
  await page.keyboard.press('Enter');
  await newest(page).locator('.embed-title', { hasText: title }).waitFor();
}

/** Waits until the newest message is complete, with pictures. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLImageElement>('.log-scroll img')].every((image) => image.complete),
  );
  await page.evaluate(() => document.fonts.ready);
  await page.locator('.log-scroll').evaluate((log) => log.scrollTo({ top: log.scrollHeight }));
}

async function subscribe(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^\/리캡 구독/ }).click();
  await page.getByRole('group', { name: '/리캡 구독' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '제출하기' }).click();
  await page.getByText('나만 볼 수 있는 메시지예요').waitFor();
  await page.getByRole('button', { name: '메시지 닫기' }).click();
  await page.getByRole('button', { name: '다음 날' }).click();
  await page.locator('article.message:not(.private)').filter({ hasText: '1/6' }).waitFor();
}

const PICTURES: readonly Picture[] = [
  { name: 'welcome', look: DESKTOP, act: (page) => page.locator('.example-value').first().waitFor() },
  {
    name: 'typing',
    look: DESKTOP,
    act: async (page) => {
      await box(page).focus();
      await page.keyboard.type('/주제 쿠브플');
      await page.getByRole('option', { name: 'Kubeflow' }).waitFor();
    },
  },
  {
    name: 'session',
    look: DESKTOP,
    act: (page) => ask(page, '/세션 5', 'Cloud AI Platform'),
  },
  { name: 'session-phone', look: PHONE, act: (page) => ask(page, '/세션 5', 'Cloud AI Platform') },
  { name: 'topic-phone', look: PHONE, act: (page) => ask(page, '/주제 빅쿼리', 'BigQuery') },
  {
    name: 'ask',
    look: { ...DESKTOP, scheme: 'light' },
    act: (page) => ask(page, '/질문 에지 컴퓨팅이 왜 중요해?', '에지 컴퓨팅'),
  },
  { name: 'recap', look: DESKTOP, act: subscribe },
  {
    name: 'content',
    look: { ...DESKTOP, scheme: 'light' },
    act: async (page) => {
      await page.locator('[data-section="who"] summary').click();
      await page.locator('[data-section="clock"] summary').click();
      await page.locator('[data-section="content"] summary').click();
      await page.locator('.file-line', { hasText: 'Cloud IoT Edge' }).last().click();
      await page.locator('.file-pages skin-embed').first().waitFor();
    },
  },
  {
    name: 'preview',
    look: { ...DESKTOP, scheme: 'light' },
    path: 'preview?locale=ko',
    act: (page) => page.locator('.preview-page').nth(1).scrollIntoViewIfNeeded(),
  },
];

async function take(browser: Browser, { name, look, path: where = '', act }: Picture): Promise<void> {
  // A bot for each, so that the actions for one screenshot do not appear on another.
  const running: Running = await startRunning();
  const { page, troubles, close } = await open(browser, new URL(where, running.url).href, look);
  if (where === '') await page.locator('.example').last().waitFor();
  await act(page);
  if (where === '') await settle(page);
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
  await close();
  await running.close();
  if (troubles.length > 0) throw new Error(`${name}: ${troubles.join('; ')}`);
  console.log(`docs/pictures/${name}.png`);
}

if (NO_BROWSER) {
  console.error(`No pictures: ${NO_BROWSER}.`);
  process.exitCode = 1;
} else {
  await mkdir(FOLDER, { recursive: true });
  const browser = await launch();
  try {
    for (const picture of PICTURES) await take(browser, picture);
  } finally {
    await browser.close();
  }
}
