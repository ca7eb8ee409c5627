import { expect } from 'vitest';
import { startPlayground } from '#playground/index.ts';
import { box, NO_BROWSER } from './browser.ts';
import { browserTest } from './browserTest.ts';

const PASSWORD = 'four words make one';

const test = browserTest.skipIf(NO_BROWSER);

test('a browser types the password, is told when it is wrong, and finds the playground', async ({
  browser,
  onTestFinished,
}) => {
  const playground = await startPlayground({ host: '0.0.0.0', password: PASSWORD });
  onTestFinished(playground.close);
  const context = await browser.newContext({ locale: 'ko-KR', viewport: { width: 390, height: 844 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(playground.url);
  const password = page.getByLabel('비밀번호');
  await password.fill('five words make one');
  await page.getByRole('button', { name: '열기' }).click();
  await page.getByRole('alert').getByText('비밀번호가 맞지 않습니다').waitFor();
  await password.fill(PASSWORD);
  await page.keyboard.press('Enter');
  await box(page).waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
  // A second tab needs no password.
  const second = await context.newPage();
  await second.goto(playground.url);
  await box(second).waitFor();
});
