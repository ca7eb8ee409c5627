import { appendFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, vi } from 'vitest';
import { violations } from './axe.ts';
import { box, DESKTOP, type Look, NO_BROWSER, newest, PHONE } from './browser.ts';
import { browserTest } from './browserTest.ts';
import { startRunning } from './lectern.ts';

const test = browserTest
  .extend('running', async ({ browser: _ }, { onCleanup }) => {
    const running = await startRunning();
    onCleanup(running.close);
    return running;
  })
  // The page is closed before the bot goes.
  .extend('open', ({ running, show }) => async (look: Look = DESKTOP): Promise<Page> => {
    const page = await show(running.url, look);
    await page.getByRole('button', { name: /^\/세션/ }).waitFor();
    return page;
  })
  .skipIf(NO_BROWSER);

/** Chooses in the newest menu the entry whose words these are. */
async function choose(page: Page, words: string): Promise<void> {
  const entry = page.locator('.select-list:popover-open [role="option"]', { hasText: words });
  // The list closes where the focus goes back to the box after a command: then it is opened again.
  const open = async (): Promise<void> => {
    await newest(page).locator('.select').first().click();
    await entry.click({ timeout: 3_000 });
  };
  await vi.waitFor(open, { timeout: 60_000, interval: 0 });
}

/** The panel, which a phone keeps in a drawer. */
async function panel(page: Page): Promise<Locator> {
  const opener = page.getByRole('button', { name: /^(제어판 열기|Open the control panel)$/ });
  if (await opener.isVisible()) await opener.click();
  return page.locator('.side');
}

const looks: readonly (readonly [string, Look])[] = [
  ['a dark desktop', DESKTOP],
  ['a light phone', PHONE],
];

describe.each(looks)('a reader on $0', (_name, look) => {
  test('goes from /세 to a section, and on', async ({ open }) => {
    const page = await open(look);
    await box(page).focus();
    await page.keyboard.type('/세');
    await page.getByRole('option', { name: /^\/세션/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /Cloud IoT Edge/ }).waitFor();
    await page.keyboard.press('Enter');
    await newest(page).locator('.embed-title', { hasText: 'Google Cloud Summit 2018' }).waitFor();
    await choose(page, '5 · ');
    await newest(page).locator('.embed-title', { hasText: 'Cloud AI Platform' }).waitFor();
    await choose(page, 'BigQuery ML');
    await newest(page).locator('.embed-title', { hasText: 'BigQuery ML' }).waitFor();
    await newest(page).getByRole('button', { name: '다음 섹션' }).click();
    await newest(page).locator('.embed-title', { hasText: 'BigQuery ML' }).waitFor({ state: 'detached' });
    expect(await page.locator('play-message').count(), 'all in one message').toBe(1);
  });

  test('subscribes, runs to the next day and sees the recap', async ({ open }) => {
    const page = await open(look);
    await page.getByRole('button', { name: /^\/리캡 구독/ }).click();
    await page.getByRole('group', { name: '/리캡 구독' }).waitFor();
    await page.getByRole('button', { name: '보내기' }).click();
    await page.getByRole('button', { name: '제출하기' }).click();
    await page.getByText('나만 볼 수 있는 메시지예요').waitFor();
    const side = await panel(page);
    await side.getByRole('button', { name: '다음 날' }).click();
    await page.locator('article.message:not(.private)').filter({ hasText: '1/6' }).waitFor();
    expect((await newest(page).textContent()) ?? '').toMatch(/빅데이터와 데이터 분석 소개/);
    await (await panel(page)).getByRole('button', { name: '다음 리캡으로' }).click();
    await page.locator('article.message:not(.private)').filter({ hasText: '2/6' }).waitFor();
    // A recap belongs to nobody: whoever presses reads on privately.
    await newest(page).getByRole('button', { name: '처음부터 읽기' }).click();
    await newest(page).getByText('나만 볼 수 있는 메시지예요').waitFor();
  });
});

test('an English reader gets English, and a page of one’s own from somebody else’s message', async ({
  open,
}) => {
  const page = await open();
  await box(page).focus();
  await page.keyboard.type('/세션 5');
  await page.getByRole('option', { name: /^5 · / }).waitFor();
  await page.keyboard.press('Enter');
  await newest(page).locator('.embed-title', { hasText: 'Cloud AI Platform' }).waitFor();
  await page.getByRole('button', { name: /^Alex/ }).click();
  await page.getByText('Only you can see this').waitFor({ state: 'detached' });
  await newest(page).getByRole('button', { name: '다음 세션' }).click();
  await page.getByText('Only you can see this').waitFor();
  expect((await newest(page).textContent()) ?? '').toMatch(/Easy machine learning for business/);
  await page.locator('play-message').first().getByText('데이터 사이언티스트를 위한').first().waitFor();
  await newest(page).getByRole('button', { name: 'Share' }).click();
  await page.locator('article.message:not(.private)', { hasText: 'Easy machine learning' }).waitFor();
  await box(page).focus();
  await page.keyboard.type('/');
  expect((await page.locator('.suggestions').textContent()) ?? '').toMatch(/\/session/);
});

test('at the keyboard one reads on with Enter alone', async ({ open }) => {
  const page = await open();
  await box(page).focus();
  await page.keyboard.type('/세션 5');
  await page.getByRole('option', { name: /^5 · / }).waitFor();
  await page.keyboard.press('Enter');
  const footer = newest(page).locator('skin-footer');
  await newest(page).getByRole('button', { name: '처음부터 읽기' }).focus();
  await page.keyboard.press('Enter');
  await footer.getByText('섹션 1–').waitFor();
  const focused = page.locator('play-message .button:focus');
  await page.locator('.button:focus', { hasText: '다음 섹션' }).waitFor();
  await page.keyboard.press('Enter');
  await footer.getByText('섹션 1–').waitFor({ state: 'detached' });
  await focused.waitFor();
  // The last page leads on to the next session.
  expect(await focused.textContent()).toMatch(/^\s*다음/);
  await page.keyboard.press('Enter');
  await newest(page).locator('.embed-title', { hasText: '6 · ' }).waitFor();
});

test('a word where an option was meant stops the Enter', async ({ open }) => {
  const page = await open();
  await box(page).focus();
  await page.keyboard.type('/세션 5 나만보기');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('“나만보기” 옵션').waitFor();
  expect(await page.locator('play-message').count()).toBe(0);
});

test('a newcomer is spoken to in the browser’s language, and may do everything', async ({
  browser,
  running,
}) => {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.goto(running.url);
    await page.getByRole('button', { name: /^\/recap subscribe/ }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Only you can see this').waitFor();
    await page.reload();
    await page.getByRole('button', { name: /^\/recap subscribe/ }).waitFor();
    expect(await page.getByText('Only you can see this').count()).toBe(0);
  } finally {
    await context.close();
  }
});

test('a thread and a post of a forum are opened by hand', async ({ open }) => {
  const page = await open();
  await box(page).focus();
  await page.keyboard.type('이야기할 거리');
  await page.keyboard.press('Enter');
  await newest(page).getByRole('button', { name: '더 보기' }).click();
  await page.getByRole('menuitem', { name: '스레드 만들기' }).click();
  await page.locator('.channel[aria-current="page"]', { hasText: '이야기할 거리' }).waitFor();
  await page.getByRole('button', { name: '질문', exact: true }).click();
  await page.getByLabel('제목').fill('어떻게 시작하나요?');
  await page.getByLabel('내용').fill('처음입니다.');
  await page.getByRole('button', { name: '새 게시물' }).click();
  await newest(page).getByText('처음입니다.').waitFor();
});

test('a topic and a question are asked about without reading anything', async ({ open }) => {
  const page = await open(PHONE);
  await page.getByRole('button', { name: /^\/주제 / }).click();
  await page.getByRole('button', { name: '보내기' }).click();
  await newest(page).locator('.embed-title').waitFor();
  await box(page).focus();
  await page.keyboard.type('/질문 에지 컴퓨팅이 왜 중요해?');
  await page.keyboard.press('Enter');
  await newest(page).locator('.embed-title', { hasText: '에지 컴퓨팅이 중요한 이유' }).waitFor();
  await newest(page).getByRole('button', { name: '더 보기' }).click();
  await page.getByRole('menuitem', { name: '세션에서 찾기' }).click();
  await page.getByText('나만 볼 수 있는 메시지예요').waitFor();
});

test('the gateway is cut, and the bot is back by itself', async ({ open }) => {
  const page = await open();
  await page.locator('[data-section="faults"] summary').click();
  await page.getByRole('button', { name: '끊기', exact: true }).click();
  await page.locator('.state').waitFor();
  await page.locator('.state').waitFor({ state: 'detached' });
  await box(page).focus();
  await page.keyboard.type('/도움말 ');
  await page.keyboard.press('Enter');
  await newest(page).locator('.embed-title', { hasText: '도움말' }).waitFor();
});

test('a post that is edited shows at once, with its findings and its pages', async ({ open, running }) => {
  const page = await open();
  await page.locator('[data-section="content"] summary').click();
  await page.getByText('고칠 것이 없습니다').waitFor();
  await page.locator('.file-line').first().click();
  await page.locator('.file-pages skin-embed').first().waitFor();
  expect(await violations(page)).toEqual([]);
  const file = path.join(running.content, 'ko/2018-10-25-google-cloud-summit-5-cloud-ai-platform.md');
  await appendFile(file, '\n## 새로 쓴 섹션\n\n여기는 방금 쓴 글입니다.\n\n## 빈 섹션\n');
  await page.locator('.side .findings').waitFor();
  await page.locator('.file-pages').getByText('여기는 방금 쓴 글입니다.').waitFor();
  await box(page).focus();
  await page.keyboard.type('/세션 5');
  await page.getByRole('option', { name: /^5 · / }).waitFor();
  await page.keyboard.press('Enter');
  await choose(page, '새로 쓴 섹션');
  await newest(page).getByText('여기는 방금 쓴 글입니다.').waitFor();
  await writeFile(file, (await readFile(file, 'utf8')).replace('방금 쓴', '고쳐 쓴'));
  await page.locator('.file-pages').getByText('여기는 고쳐 쓴 글입니다.').waitFor();
});

test('every page of the library can be proofread, in both languages', async ({ running, show }) => {
  const page = await show(new URL('preview?locale=ko', running.url).href, { ...DESKTOP, scheme: 'light' });
  const pages = page.locator('.preview-page');
  await pages.first().waitFor();
  const count = await pages.count();
  expect(count, `${count} pages`).toBeGreaterThan(80);
  await page.locator('.preview-search').fill('kubeflow');
  await expect.poll(() => pages.count()).toBeLessThan(20);
  await page.locator('.preview-search').fill('');
  await page.locator('.preview h2', { hasText: '5 · 데이터 사이언티스트' }).waitFor();
  expect(
    await page.evaluate(
      () => [...document.images].filter((image) => image.complete && image.naturalWidth === 0).length,
    ),
  ).toBe(0);
  expect(await violations(page, ['header', '.preview section:nth-of-type(2)'])).toEqual([]);
  // By place, not by role: names of some thousand elements take seconds to work out.
  const warnings = page.locator('.preview-head input[type="checkbox"]');
  await warnings.check();
  expect(await pages.count()).toBe(0);
  await page.locator('.preview-head select').selectOption('en-US');
  await page.locator('.preview-head input[type="checkbox"]').uncheck();
  await page.locator('.preview h2', { hasText: '5 · Introducing Cloud AI Platform' }).waitFor();
});

test('a forum shows its posts, and the picture of a page comes from the content folder', async ({ open }) => {
  const page = await open({ ...DESKTOP, scheme: 'light' });
  await box(page).focus();
  await page.keyboard.type('/세션 1');
  await page.getByRole('option', { name: /^1 · / }).waitFor();
  await page.keyboard.press('Enter');
  const picture = newest(page).locator('.embed-image img');
  await picture.waitFor();
  expect((await picture.getAttribute('src')) ?? '').toMatch(/\/attachments\//);
  expect(((await picture.getAttribute('alt')) ?? '').length, 'pictures are described').toBeGreaterThan(5);
  await page.getByRole('button', { name: '질문', exact: true }).click();
  await page.getByText('아직 게시물이 없습니다.').waitFor();
  expect(await box(page).isDisabled()).toBe(true);
});
