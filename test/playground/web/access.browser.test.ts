import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { manualClock, type Playground, startPlayground } from '#playground/index.ts';
import { violations } from './axe.ts';
import { startBot } from './bot.ts';
import { box, DESKTOP, type Look, NO_BROWSER, newest, type Opened, open, PHONE } from './browser.ts';
import { browserTest } from './browserTest.ts';

const test = browserTest.extend('playground', { scope: 'file' }, async ({ browser: _ }, { onCleanup }) => {
  // The three seconds in which a bot must answer do not pass.
  const clock = manualClock(Date.parse('2026-03-02T09:00:00+09:00'));
  const playground = await startPlayground({ clock, webRoot: inject('webRoot') });
  const { client } = await startBot(playground);
  onCleanup(async () => {
    await client.destroy();
    await playground.close();
  });
  const person = playground.as('jimin', '이야기');
  person.say(
    '**굵게** <#1100000000000001002> <@1100000000000000102> ||비밀|| </fruit:1> <t:1540429200:R>\n> 인용\n```\n코드\n```',
  );
  await person.invoke('fruit', { options: { name: '바나나' } });
  await person.invoke('fruit', { options: { name: '사과', private: true } });
  return playground;
});

const LOOKS: readonly (readonly [string, Look])[] = [
  ['a dark desktop', DESKTOP],
  ['a light desktop', { ...DESKTOP, scheme: 'light' }],
  ['a dark phone', { ...PHONE, scheme: 'dark' }],
  ['a light phone', PHONE],
];

interface Stage {
  readonly page: Page;
  readonly playground: Playground;
  /** The lists are drawers. */
  readonly isNarrow: boolean;
}

/** A state of the page: how it is reached from the one before, and left for the next one. */
interface State {
  readonly state: string;
  readonly reach: (stage: Stage) => Promise<void>;
  readonly leave?: (stage: Stage) => Promise<void>;
  /** Only where the lists are drawers. */
  readonly narrow?: true;
}

const pressEscape = ({ page }: Stage): Promise<void> => page.keyboard.press('Escape');

const STATES: readonly State[] = [
  { state: 'messages', reach: ({ page }) => newest(page).waitFor() },
  {
    state: 'the list of commands',
    reach: async ({ page }) => {
      await box(page).focus();
      await page.keyboard.type('/');
      await page.getByRole('option', { name: /과일/ }).waitFor();
    },
  },
  {
    state: 'a command that is filled in, with suggestions',
    reach: async ({ page }) => {
      await page.keyboard.type('과일 ');
      await page.getByRole('option', { name: '바나나' }).waitFor();
      await page.keyboard.press('ArrowDown');
    },
    leave: async (stage) => {
      await pressEscape(stage);
      await pressEscape(stage);
    },
  },
  {
    state: 'an open menu',
    reach: async ({ page }) => {
      await page.getByRole('combobox', { name: '고르기' }).last().click();
      await page.locator('.select-list[popover]:popover-open').waitFor();
    },
    leave: pressEscape,
  },
  {
    state: 'the menu of a message',
    reach: async ({ page }) => {
      await newest(page).getByRole('button', { name: '더 보기' }).click();
      await page.getByRole('menuitem', { name: '글자 세기' }).waitFor();
    },
    leave: pressEscape,
  },
  {
    state: 'the drawer of channels',
    narrow: true,
    reach: ({ page }) => page.getByRole('button', { name: '채널 목록 열기' }).click(),
    leave: pressEscape,
  },
  {
    state: 'the control panel',
    reach: async ({ page, isNarrow }) => {
      if (isNarrow) await page.getByRole('button', { name: '제어판 열기' }).click();
      for (const section of ['faults', 'wire'])
        await page.locator(`[data-section="${section}"] summary`).click();
      await page.getByRole('button', { name: '한 번' }).first().click();
      await page.locator('.wire-line').first().click();
      await page.locator('.wire-detail pre').first().waitFor();
    },
    leave: async (stage) => {
      stage.playground.faults.clear();
      if (stage.isNarrow) await pressEscape(stage);
    },
  },
  {
    state: 'a form',
    reach: async ({ page }) => {
      await box(page).focus();
      await page.keyboard.type('/양식 ');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
    },
    leave: async (stage) => {
      await pressEscape(stage);
      await stage.page.getByRole('dialog').waitFor({ state: 'hidden' });
    },
  },
  {
    state: 'an empty channel',
    reach: async ({ page, isNarrow }) => {
      if (isNarrow) await page.getByRole('button', { name: '채널 목록 열기' }).click();
      await page.getByRole('button', { name: '오늘의-세션', exact: true }).click();
      await page.getByText('환영합니다').waitFor();
    },
  },
];

describe.each(LOOKS)('on $0', (_name, look) => {
  const isNarrow = look.width < 760;
  let opened: Opened;

  test.beforeAll(async ({ browser, playground }) => {
    opened = await open(browser, playground.url, look);
  });

  test.afterAll(() => opened.close());

  // One page goes from state to state: none is tried twice, and each is named.
  test.skipIf(NO_BROWSER).for(STATES.filter(({ narrow }) => isNarrow || narrow !== true))(
    'axe-core has nothing against $state',
    async ({ reach, leave }, { playground }) => {
      const stage = { page: opened.page, playground, isNarrow };
      await reach(stage);
      expect(await violations(stage.page)).toEqual([]);
      await leave?.(stage);
    },
  );
});
