import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { manualClock, startPlayground } from '#playground/index.ts';
import { gate, startBot } from './bot.ts';
import { box, DESKTOP, type Look, NO_BROWSER, newest, PHONE } from './browser.ts';
import { browserTest } from './browserTest.ts';

const test = browserTest
  .extend('clock', () => manualClock(Date.parse('2026-03-02T09:00:00+09:00')))
  .extend('playground', async ({ clock }, { onCleanup }) => {
    const playground = await startPlayground({ clock, webRoot: inject('webRoot') });
    onCleanup(playground.close);
    return playground;
  })
  .extend('bot', async ({ playground }, { onCleanup }) => {
    const bot = await startBot(playground);
    onCleanup(() => bot.client.destroy());
    return bot;
  })
  // The bot is there before anybody looks, and the page is closed before it goes.
  .extend('open', ({ playground, bot: _, show }) => async (look: Look = DESKTOP): Promise<Page> => {
    const page = await show(playground.url, look);
    await box(page).waitFor();
    return page;
  })
  .skipIf(NO_BROWSER);

function suggestions(page: Page): ReturnType<Page['locator']> {
  return page.locator('.suggestions [role="option"]');
}

/** Sends `/fruit` with the keyboard alone. */
async function askForFruit(page: Page): Promise<void> {
  await box(page).focus();
  await page.keyboard.type('/과일 바');
  await page.getByRole('option', { name: '바나나' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'v:바나나' }).waitFor();
}

test('a command is found in Korean and in English, and filled in with the keyboard alone', async ({
  open,
  playground,
}) => {
  const page = await open();
  await page.keyboard.press('/');
  expect(await suggestions(page).count()).toBe(4);
  await page.keyboard.type('과');
  expect(await suggestions(page).locator('.option-label').allTextContents()).toEqual([
    '/과일이름  비공개  size  where',
  ]);
  await page.keyboard.press('Backspace');
  await page.keyboard.type('fru');
  await page.keyboard.press('Enter');
  const name = page.getByRole('combobox', { name: /^이름/ });
  await name.waitFor();
  expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.getByRole('option', { name: '사과' }).waitFor();
  await page.keyboard.type('블');
  await page.getByRole('option', { name: '사과' }).waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await name.inputValue()).toBe('블루베리');
  // Behind the options: the others are found by name.
  await page.keyboard.type('siz');
  await page.keyboard.press('Enter');
  await page.keyboard.type('크');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'v:블루베리' }).waitFor();
  const sent = playground
    .wire()
    .find((entry) => entry.path === 'INTERACTION_CREATE' && entry.kind === 'dispatch');
  expect(sent).toBeDefined();
  expect(await box(page).inputValue()).toBe('');
  expect((await newest(page).textContent()) ?? '').toMatch(/지민 님이 \/fruit 사용/);
});

test('a page that is not bundled does the same, from its sources', async ({
  clock,
  show,
  onTestFinished,
}) => {
  const playground = await startPlayground({ clock });
  onTestFinished(playground.close);
  const { client } = await startBot(playground);
  onTestFinished(() => client.destroy());
  const page = await show(playground.url);
  await askForFruit(page);
  const scripts = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(scripts.some((name) => name.endsWith('/web/app.ts'))).toBe(true);
});

test('a Tab before the suggestions are there takes the first of them, and Enter after it sends that', async ({
  open,
  bot,
}) => {
  const page = await open();
  await box(page).focus();
  await page.keyboard.type('/과일 ');
  await page.getByRole('option', { name: '사과' }).waitFor();
  bot.completes = gate();
  await page.keyboard.type('바');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  bot.completes.open();
  await page.getByRole('link', { name: 'v:바나나' }).waitFor();
});

test('a highlighted suggestion stays highlighted when newer ones come', async ({ open, bot }) => {
  const page = await open();
  await box(page).focus();
  await page.keyboard.type('/과일 ');
  await page.getByRole('option', { name: '사과' }).waitFor();
  bot.completes = gate();
  await page.keyboard.type('바');
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowDown');
  bot.completes.open();
  await page.getByRole('option', { name: '사과' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'v:바나나' }).waitFor();
});

test('text goes as it was typed where no suggestion was picked', async ({ open }) => {
  const page = await open();
  await page.keyboard.press('/');
  await page.keyboard.type('fruit 두리안');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '두리안', exact: true }).waitFor();
});

test('a required option that is empty is asked for', async ({ open }) => {
  const page = await open();
  await page.keyboard.press('/');
  await page.keyboard.type('fruit ');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('“이름” 값을 입력하세요.').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await box(page).waitFor();
});

test('a syllable in composition is neither lost nor doubled, and completes before it is finished', async ({
  open,
  bot,
}) => {
  const page = await open();
  const input = await page.context().newCDPSession(page);
  const compose = async (text: string): Promise<void> => {
    await input.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  };
  await box(page).focus();
  await page.keyboard.type('/');
  for (const text of ['ㄱ', '고', '과', '광']) await compose(text);
  expect(await box(page).inputValue()).toBe('/광');
  await compose('과');
  expect(await suggestions(page).count(), 'found before the syllable is finished').toBe(1);
  await input.send('Input.insertText', { text: '과' });
  expect(await box(page).inputValue()).toBe('/과');
  await page.keyboard.press('Enter');

  const name = page.getByRole('combobox', { name: /^이름/ });
  await name.waitFor();
  for (const text of ['ㅂ', '브', '블']) {
    await compose(text);
    expect(await name.inputValue()).toBe(text);
  }
  await page.getByRole('option', { name: '블루베리' }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.suggestions .option').length === 1);
  expect(await name.inputValue(), 'the list came and the composition stayed').toBe('블');
  expect(bot.completed.slice(-3)).toEqual(['ㅂ', '브', '블']);
  await input.send('Input.insertText', { text: '블' });
  for (const text of ['ㄹ', '루']) await compose(text);
  expect(await name.inputValue()).toBe('블루');
  // A press in the middle of a syllable takes the suggestion whole.
  await page.getByRole('option', { name: '블루베리' }).click();
  expect(await name.inputValue()).toBe('블루베리');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'v:블루베리' }).waitFor();
});

test('the Enter that ends a syllable sends nothing', async ({ open }) => {
  const page = await open();
  await box(page).focus();
  await page.keyboard.type('안');
  await box(page).evaluate((field) =>
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })),
  );
  expect(await box(page).inputValue()).toBe('안');
  await page.keyboard.press('Enter');
  await page.locator('play-message', { hasText: '안' }).waitFor();
});

test('an embed shows all that it holds, and a picture from elsewhere as a link', async ({ open }) => {
  const page = await open();
  await askForFruit(page);
  const message = newest(page);
  expect(await message.locator('strong').first().textContent()).toBe('달고');
  expect(await message.locator('.md li').allTextContents()).toEqual(['하나', '둘']);
  expect((await message.locator('play-timestamp').textContent()) ?? '').toMatch(/2018년 10월 25일/);
  expect((await message.textContent()) ?? '').toMatch(/색\s+빨강\s+맛\s+단맛/);
  expect((await message.locator('.picture-away').textContent()) ?? '').toMatch(/example\.com/);
  expect(await page.getByRole('link', { name: /글 읽기/ }).getAttribute('href')).toBe('https://example.com/');
  const secret = message.getByRole('button', { name: /스포일러/ });
  await secret.focus();
  await page.keyboard.press('Enter');
  expect(await message.locator('discord-spoiler').getAttribute('activated')).toBe('');
  await message.getByRole('button', { name: '/fruit', exact: true }).click();
  await page.getByRole('combobox', { name: /^이름/ }).waitFor();
});

test('buttons and menus change the message they stand under', async ({ open }) => {
  const page = await open();
  await askForFruit(page);
  await page.getByRole('button', { name: '다음' }).click();
  await page.getByRole('link', { name: '둘째 쪽' }).waitFor();
  expect(await page.locator('play-message').count()).toBe(1);
  const menu = page.getByRole('combobox', { name: '고르기' });
  await menu.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('Chosen: 살구').waitFor();
});

test('a press that nobody answers fails visibly, and the next one works', async ({
  open,
  clock,
  playground,
}) => {
  const page = await open();
  await askForFruit(page);
  const created = () => playground.wire().filter(({ path }) => path === 'INTERACTION_CREATE').length;
  const before = created();
  await page.getByRole('button', { name: '아무 말 없이' }).click();
  await page.locator('.button.waiting').waitFor();
  // The press, and not the command before it.
  await playground.until(() => (created() > before ? true : undefined), 'the press');
  clock.advance(3001);
  await page.getByText('상호작용 실패').waitFor();
  await page.getByRole('button', { name: '다음' }).click();
  await page.getByRole('link', { name: '둘째 쪽' }).waitFor();
});

test('a command that nobody answers says so, and can be put away', async ({ open, clock }) => {
  const page = await open();
  await page.keyboard.press('/');
  await page.keyboard.type('silent');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByText('명령어를 보내는 중…').waitFor();
  clock.advance(3001);
  await page.getByText('애플리케이션이 응답하지 않았습니다').waitFor();
  await page.getByRole('button', { name: '메시지 닫기' }).click();
  await page.getByText('애플리케이션이 응답하지 않았습니다').waitFor({ state: 'detached' });
});

test('an answer that takes its time is announced', async ({ open, bot }) => {
  const page = await open();
  await page.keyboard.press('/');
  await page.keyboard.type('late ');
  await page.keyboard.press('Enter');
  await page.getByText('Lectern 님이 생각하는 중…').waitFor();
  bot.late.open();
  await page.getByText('At last').waitFor();
  expect(await page.getByText('생각하는 중').count()).toBe(0);
});

test('a form is filled in and sent', async ({ open }) => {
  const page = await open();
  await page.keyboard.press('/');
  await page.keyboard.type('form ');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'A form' }).waitFor();
  await page.getByLabel('What?').fill('여름');
  await page.keyboard.press('Enter');
  await page.getByText('You wrote: 여름').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('a private reply is for one person, until dismissed', async ({ open }) => {
  const page = await open();
  await page.keyboard.press('/');
  await page.keyboard.type('fruit Kiwi');
  await page.getByRole('combobox', { name: '옵션' }).focus();
  await page.keyboard.type('비공');
  await page.keyboard.press('Enter');
  await page.keyboard.type('예');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('나만 볼 수 있는 메시지예요').waitFor();
  await page.getByRole('button', { name: /^Alex/ }).click();
  await page.getByText('Welcome to #이야기!').waitFor();
  expect(await page.locator('play-message').count()).toBe(0);
  await page.getByRole('button', { name: /^지민/ }).click();
  await page.getByRole('button', { name: '메시지 닫기' }).click();
  await page.getByText('#이야기에 오신 것을 환영합니다!').waitFor();
});

test('a message has a menu with the entries of the app', async ({ open }) => {
  const page = await open();
  await box(page).fill('일곱 글자입니다');
  await page.keyboard.press('Enter');
  await newest(page).getByText('일곱 글자입니다').click({ button: 'right' });
  await page.getByRole('menuitem', { name: '글자 세기' }).waitFor();
  await page.keyboard.press('Escape');
  await newest(page).getByRole('button', { name: '더 보기' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByText('8 letters').waitFor();
});

test('a cut gateway shows, and what comes after it works', async ({ open, playground }) => {
  const page = await open();
  playground.faults.setGateway('down');
  await page.getByText('게이트웨이가 멈춰 있어').waitFor();
  await page.locator('[data-section="faults"] summary').click();
  await page.getByRole('button', { name: '다시 켜기' }).click();
  await page.locator('.state').waitFor({ state: 'detached' });
  await askForFruit(page);
});

test('the wire shows a refusal in red, with what was sent', async ({ open, playground, bot }) => {
  const page = await open();
  const [channel] = playground.addGuild({ name: 'Other' }).channelIds;
  await expect(
    bot.client.rest.post(`/channels/${channel}/messages`, { body: { content: 'x'.repeat(2001) } }),
  ).rejects.toThrow();
  await page.locator('[data-section="wire"] summary').click();
  const line = page.getByRole('button', { name: /50035/ });
  expect((await line.textContent()) ?? '').toMatch(/400/);
  await line.click();
  await page.getByRole('region', { name: '보낸 내용' }).getByText('xxxx').waitFor();
});

test('a fault is set and cleared by hand', async ({ open, bot }) => {
  const page = await open();
  await page.locator('[data-section="faults"] summary').click();
  await page.locator('#fault-error + button').click();
  await page.getByText('503 · 1번 남음').waitFor();
  await page.getByRole('button', { name: '지우기', exact: true }).click();
  await page.getByText('503 · 1번 남음').waitFor({ state: 'detached' });
  await page.getByRole('checkbox', { name: '메시지 보내기' }).uncheck();
  const taken = () =>
    bot.client.rest.post('/channels/1100000000000001001/messages', { body: { content: 'x' } }).then(
      () => undefined,
      (error: { readonly code: number }) => error.code,
    );
  // The page says so to the server in its own time.
  await expect.poll(taken).toBe(50013);
});

test('a post in a channel that is not looked at is marked until somebody looks', async ({ open, bot }) => {
  const page = await open();
  const other = page.getByRole('button', { name: /오늘의-세션/ });
  await bot.client.rest.post('/channels/1100000000000001002/messages', { body: { content: '오늘의 글' } });
  await page.getByRole('button', { name: '오늘의-세션 읽지 않음' }).waitFor();
  await other.click();
  await page.getByText('오늘의 글').waitFor();
  expect(await other.getByText('읽지 않음').count()).toBe(0);
});

test('a page that is loaded again is of the same person', async ({ open }) => {
  const page = await open();
  await page.getByRole('button', { name: /^Alex/ }).click();
  await page.getByText('Welcome to #이야기!').waitFor();
  await page.reload();
  await page.getByText('Welcome to #이야기!').waitFor();
});

test.for([360, 390])(
  'at $0 px the lists are drawers, and nothing is wider than the window',
  async (width, { open }) => {
    const page = await open({ ...PHONE, width });
    await askForFruit(page);
    const wide = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await wide()).toBe(0);
    await page.getByRole('button', { name: '채널 목록 열기' }).click();
    await page.getByRole('button', { name: '오늘의-세션' }).click();
    await page.getByText('#오늘의-세션에 오신 것을 환영합니다!').waitFor();
    await page.getByRole('button', { name: '제어판 열기' }).click();
    await page.getByRole('heading', { name: '통신 기록' }).waitFor();
    expect(await wide()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: '통신 기록' }).waitFor({ state: 'hidden' });
  },
);

test('the theme is the system’s, until it is chosen', async ({ open }) => {
  const page = await open();
  const back = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await back();
  await page.getByRole('button', { name: '밝은 테마로 바꾸기' }).click();
  expect(await back()).not.toBe(dark);
  await page.reload();
  await page.getByRole('button', { name: '어두운 테마로 바꾸기' }).waitFor();
  expect(await back()).not.toBe(dark);
});
