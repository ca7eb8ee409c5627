import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type ManualClock, manualClock, type Playground, startPlayground } from '#playground/index.ts';
import { type ScriptedBot, startBot } from './bot.ts';
import { box, DESKTOP, type Look, launch, NO_BROWSER, newest, type Opened, open, PHONE } from './browser.ts';

let browser: Browser;
let clock: ManualClock;
let playground: Playground;
let bot: ScriptedBot;
let opened: Opened | undefined;

const skip = NO_BROWSER;

before(async () => {
  if (!skip) browser = await launch();
});

after(async () => {
  if (!skip) await browser.close();
});

beforeEach(async () => {
  if (skip) return;
  clock = manualClock(Date.parse('2026-03-02T09:00:00+09:00'));
  playground = await startPlayground({ clock });
  bot = await startBot(playground);
});

afterEach(async () => {
  if (skip) return;
  const troubles = opened?.troubles ?? [];
  await opened?.close();
  opened = undefined;
  await bot.client.destroy();
  await playground.close();
  assert.deepEqual(troubles, [], 'the page has nothing to complain about');
});

async function show(look: Look = DESKTOP): Promise<Page> {
  opened = await open(browser, playground.url, look);
  await box(opened.page).waitFor();
  return opened.page;
}

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

test('a command is found in Korean and in English, and filled in with the keyboard alone', {
  skip,
}, async () => {
  const page = await show();
  await page.keyboard.press('/');
  assert.equal(await suggestions(page).count(), 4);
  await page.keyboard.type('과');
  assert.deepEqual(await suggestions(page).locator('.option-label').allTextContents(), [
    '/과일이름  비공개  size  where',
  ]);
  await page.keyboard.press('Backspace');
  await page.keyboard.type('fru');
  await page.keyboard.press('Enter');
  const name = page.getByRole('combobox', { name: /^이름/ });
  await name.waitFor();
  assert.ok(await name.evaluate((field) => field === document.activeElement));
  await page.getByRole('option', { name: '사과' }).waitFor();
  await page.keyboard.type('블');
  await page.getByRole('option', { name: '사과' }).waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await name.inputValue(), '블루베리');
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
  assert.ok(sent);
  assert.equal(await box(page).inputValue(), '');
  assert.match((await newest(page).textContent()) ?? '', /지민 님이 \/fruit 사용/);
});

test('text goes as it was typed where no suggestion was picked', { skip }, async () => {
  const page = await show();
  await page.keyboard.press('/');
  await page.keyboard.type('fruit 두리안');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '두리안', exact: true }).waitFor();
});

test('a required option that is empty is asked for', { skip }, async () => {
  const page = await show();
  await page.keyboard.press('/');
  await page.keyboard.type('fruit ');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('“이름” 값을 입력하세요.').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await box(page).waitFor();
});

test('a syllable in composition is neither lost nor doubled, and completes before it is finished', {
  skip,
}, async () => {
  const page = await show();
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
  assert.equal(await box(page).inputValue(), '/광');
  await compose('과');
  assert.equal(await suggestions(page).count(), 1, 'found before the syllable is finished');
  await input.send('Input.insertText', { text: '과' });
  assert.equal(await box(page).inputValue(), '/과');
  await page.keyboard.press('Enter');

  const name = page.getByRole('combobox', { name: /^이름/ });
  await name.waitFor();
  for (const text of ['ㅂ', '브', '블']) {
    await compose(text);
    assert.equal(await name.inputValue(), text);
  }
  await page.getByRole('option', { name: '블루베리' }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.suggestions .option').length === 1);
  assert.equal(await name.inputValue(), '블', 'the list came and the composition stayed');
  assert.deepEqual(bot.completed.slice(-3), ['ㅂ', '브', '블']);
  await input.send('Input.insertText', { text: '블' });
  for (const text of ['ㄹ', '루']) await compose(text);
  assert.equal(await name.inputValue(), '블루');
  // A press in the middle of a syllable takes the suggestion whole.
  await page.getByRole('option', { name: '블루베리' }).click();
  assert.equal(await name.inputValue(), '블루베리');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'v:블루베리' }).waitFor();
});

test('the Enter that ends a syllable sends nothing', { skip }, async () => {
  const page = await show();
  await box(page).focus();
  await page.keyboard.type('안');
  await box(page).evaluate((field) =>
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })),
  );
  assert.equal(await box(page).inputValue(), '안');
  await page.keyboard.press('Enter');
  await page.locator('play-message', { hasText: '안' }).waitFor();
});

test('an embed shows all that it holds, and a picture from elsewhere as a link', { skip }, async () => {
  const page = await show();
  await askForFruit(page);
  const message = newest(page);
  assert.equal(await message.locator('strong').first().textContent(), '달고');
  assert.deepEqual(await message.locator('.md li').allTextContents(), ['하나', '둘']);
  assert.match((await message.locator('play-timestamp').textContent()) ?? '', /2018년 10월 25일/);
  assert.match((await message.textContent()) ?? '', /색\s+빨강\s+맛\s+단맛/);
  assert.match((await message.locator('.picture-away').textContent()) ?? '', /example\.com/);
  assert.equal(
    await page.getByRole('link', { name: /글 읽기/ }).getAttribute('href'),
    'https://example.com/',
  );
  const secret = message.getByRole('button', { name: /스포일러/ });
  await secret.focus();
  await page.keyboard.press('Enter');
  assert.equal(await message.locator('discord-spoiler').getAttribute('activated'), '');
  await message.getByRole('button', { name: '/fruit', exact: true }).click();
  await page.getByRole('combobox', { name: /^이름/ }).waitFor();
});

test('buttons and menus change the message they stand under', { skip }, async () => {
  const page = await show();
  await askForFruit(page);
  await page.getByRole('button', { name: '다음' }).click();
  await page.getByRole('link', { name: '둘째 쪽' }).waitFor();
  assert.equal(await page.locator('play-message').count(), 1);
  const menu = page.getByRole('combobox', { name: '고르기' });
  await menu.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('Chosen: 살구').waitFor();
});

test('a press that nobody answers fails visibly, and the next one works', { skip }, async () => {
  const page = await show();
  await askForFruit(page);
  await page.getByRole('button', { name: '아무 말 없이' }).click();
  await page.locator('.button.waiting').waitFor();
  await playground.until(
    () =>
      playground
        .wire()
        .filter((entry) => entry.path === 'INTERACTION_CREATE')
        .at(-1),
    'it',
  );
  clock.advance(3001);
  await page.getByText('상호작용 실패').waitFor();
  await page.getByRole('button', { name: '다음' }).click();
  await page.getByRole('link', { name: '둘째 쪽' }).waitFor();
});

test('a command that nobody answers says so, and can be put away', { skip }, async () => {
  const page = await show();
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

test('an answer that takes its time is announced', { skip }, async () => {
  const page = await show();
  await page.keyboard.press('/');
  await page.keyboard.type('late ');
  await page.keyboard.press('Enter');
  await page.getByText('Lectern 님이 생각하는 중…').waitFor();
  bot.late.open();
  await page.getByText('At last').waitFor();
  assert.equal(await page.getByText('생각하는 중').count(), 0);
});

test('a form is filled in and sent', { skip }, async () => {
  const page = await show();
  await page.keyboard.press('/');
  await page.keyboard.type('form ');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'A form' }).waitFor();
  await page.getByLabel('What?').fill('여름');
  await page.keyboard.press('Enter');
  await page.getByText('You wrote: 여름').waitFor();
  assert.equal(await page.getByRole('dialog').count(), 0);
});

test('a private reply is for one person, until dismissed', { skip }, async () => {
  const page = await show();
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
  assert.equal(await page.locator('play-message').count(), 0);
  await page.getByRole('button', { name: /^지민/ }).click();
  await page.getByRole('button', { name: '메시지 닫기' }).click();
  await page.getByText('#이야기에 오신 것을 환영합니다!').waitFor();
});

test('a message has a menu with the entries of the app', { skip }, async () => {
  const page = await show();
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

test('a cut gateway shows, and what comes after it works', { skip }, async () => {
  const page = await show();
  playground.faults.setGateway('down');
  await page.getByText('게이트웨이가 멈춰 있어').waitFor();
  await page.locator('[data-section="faults"] summary').click();
  await page.getByRole('button', { name: '다시 켜기' }).click();
  await page.locator('.state').waitFor({ state: 'detached' });
  await askForFruit(page);
});

test('the wire shows a refusal in red, with what was sent', { skip }, async () => {
  const page = await show();
  const [channel] = playground.addGuild({ name: 'Other' }).channelIds;
  await assert.rejects(
    bot.client.rest.post(`/channels/${channel}/messages`, { body: { content: 'x'.repeat(2001) } }),
  );
  await page.locator('[data-section="wire"] summary').click();
  const line = page.getByRole('button', { name: /50035/ });
  assert.match((await line.textContent()) ?? '', /400/);
  await line.click();
  await page.getByRole('region', { name: '보낸 것' }).getByText('xxxx').waitFor();
});

test('a fault is set and cleared by hand', { skip }, async () => {
  const page = await show();
  await page.locator('[data-section="faults"] summary').click();
  await page.getByRole('button', { name: '한 번' }).nth(1).click();
  await page.getByText('503 · 1번 남음').waitFor();
  await page.getByRole('button', { name: '지우기', exact: true }).click();
  await page.getByText('503 · 1번 남음').waitFor({ state: 'detached' });
  await page.getByRole('checkbox', { name: '메시지 보내기' }).uncheck();
  const taken = () =>
    bot.client.rest.post('/channels/1100000000000001001/messages', { body: { content: 'x' } }).then(
      () => undefined,
      (error: { readonly code: number }) => error.code,
    );
  assert.equal(await taken(), 50013);
});

test('a post in a channel that is not looked at is marked until somebody looks', { skip }, async () => {
  const page = await show();
  const other = page.getByRole('button', { name: /오늘의-세션/ });
  await bot.client.rest.post('/channels/1100000000000001002/messages', { body: { content: '오늘의 글' } });
  await page.getByRole('button', { name: '오늘의-세션 읽지 않음' }).waitFor();
  await other.click();
  await page.getByText('오늘의 글').waitFor();
  assert.equal(await other.getByText('읽지 않음').count(), 0);
});

test('a page that is loaded again is of the same person', { skip }, async () => {
  const page = await show();
  await page.getByRole('button', { name: /^Alex/ }).click();
  await page.getByText('Welcome to #이야기!').waitFor();
  await page.reload();
  await page.getByText('Welcome to #이야기!').waitFor();
});

for (const width of [360, 390]) {
  test(`at ${width} px the lists are drawers, and nothing is wider than the window`, { skip }, async () => {
    const page = await show({ ...PHONE, width });
    await askForFruit(page);
    const wide = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(await wide(), 0);
    await page.getByRole('button', { name: '채널 목록 열기' }).click();
    await page.getByRole('button', { name: '오늘의-세션' }).click();
    await page.getByText('#오늘의-세션에 오신 것을 환영합니다!').waitFor();
    await page.getByRole('button', { name: '제어판 열기' }).click();
    await page.getByRole('heading', { name: '통신 기록' }).waitFor();
    assert.equal(await wide(), 0);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: '통신 기록' }).waitFor({ state: 'hidden' });
  });
}

test('the theme is the system’s, until it is chosen', { skip }, async () => {
  const page = await show();
  const back = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await back();
  await page.getByRole('button', { name: '밝은 테마로 바꾸기' }).click();
  assert.notEqual(await back(), dark);
  await page.reload();
  await page.getByRole('button', { name: '어두운 테마로 바꾸기' }).waitFor();
  assert.notEqual(await back(), dark);
});
