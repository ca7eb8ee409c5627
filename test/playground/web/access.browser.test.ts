import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Playground, startPlayground } from '#playground/index.ts';
import { violations } from './axe.ts';
import { type ScriptedBot, startBot } from './bot.ts';
import { box, DESKTOP, type Look, NO_BROWSER, newest, open, PHONE } from './browser.ts';
import { connect } from './connect.ts';

const skip = NO_BROWSER;
let browser: Browser;
let playground: Playground;
let bot: ScriptedBot;

beforeAll(async () => {
  if (skip) return;
  browser = await connect();
  playground = await startPlayground();
  bot = await startBot(playground);
  const person = playground.as('jimin', '이야기');
  person.say(
    '**굵게** <#1100000000000001002> <@1100000000000000102> ||비밀|| </fruit:1> <t:1540429200:R>\n> 인용\n```\n코드\n```',
  );
  await person.invoke('fruit', { options: { name: '바나나' } });
  await person.invoke('fruit', { options: { name: '사과', private: true } });
});

afterAll(async () => {
  if (skip) return;
  await bot.client.destroy();
  await playground.close();
  await browser.close();
});

const looks: readonly (readonly [string, Look])[] = [
  ['a dark desktop', DESKTOP],
  ['a light desktop', { ...DESKTOP, scheme: 'light' }],
  ['a dark phone', { ...PHONE, scheme: 'dark' }],
  ['a light phone', PHONE],
];

test.skipIf(skip).each(looks)('axe-core has nothing against the page on $0', async (_name, look) => {
  const { page, close } = await open(browser, playground.url, look);
  await newest(page).waitFor();
  const narrow = look.width < 760;
  const check = async (state: string): Promise<void> => {
    expect.soft(await violations(page), state).toEqual([]);
  };
  await check('messages');
  await box(page).focus();
  await page.keyboard.type('/');
  await page.getByRole('option', { name: /과일/ }).waitFor();
  await check('the list of commands');
  await page.keyboard.type('과일 ');
  await page.getByRole('option', { name: '바나나' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await check('a command that is filled in, with suggestions');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: '고르기' }).last().click();
  await page.locator('.select-list[popover]:popover-open').waitFor();
  await check('an open menu');
  await page.keyboard.press('Escape');
  await newest(page).getByRole('button', { name: '더 보기' }).click();
  await page.getByRole('menuitem', { name: '글자 세기' }).waitFor();
  await check('the menu of a message');
  await page.keyboard.press('Escape');
  if (narrow) {
    await page.getByRole('button', { name: '채널 목록 열기' }).click();
    await check('the drawer of channels');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '제어판 열기' }).click();
  }
  for (const section of ['faults', 'wire']) await page.locator(`[data-section="${section}"] summary`).click();
  await page.getByRole('button', { name: '한 번' }).first().click();
  await page.locator('.wire-line').first().click();
  await page.locator('.wire-detail pre').first().waitFor();
  await check('the control panel');
  playground.faults.clear();
  if (narrow) await page.keyboard.press('Escape');
  await box(page).focus();
  await page.keyboard.type('/양식 ');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await check('a form');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  if (narrow) await page.getByRole('button', { name: '채널 목록 열기' }).click();
  await page.getByRole('button', { name: '오늘의-세션', exact: true }).click();
  await page.getByText('환영합니다').waitFor();
  await check('an empty channel');
  await close();
});
