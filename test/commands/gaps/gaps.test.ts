import { PermissionFlagsBits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { createFeedback } from '#commands/gaps/feedback.ts';
import { gaps } from '#commands/gaps.ts';
import type { CommandContext, Request } from '#commands/model.ts';
import { openStore } from '#store/open.ts';
import { korean } from '../../pages/build.ts';
import { context, request } from '../context.ts';

const kept = test.extend('store', async ({ task: _ }, { onCleanup }) => {
  const store = await openStore(':memory:');
  onCleanup(store.close);
  return store;
});

const feedbackOn = (store: Awaited<ReturnType<typeof openStore>>) =>
  createFeedback({
    store,
    now: () => Temporal.Instant.from('2026-03-02T09:41:07Z'),
    newId: () => 'x',
    onError: (error) => {
      throw error;
    },
  });

const inServer = (permissions: bigint, botIsMember = true): Request => ({
  ...request,
  place: {
    kind: 'guild',
    guildId: '7',
    guildLocale: 'ko',
    channelId: '8',
    permissions,
    appPermissions: 0n,
    botIsMember,
  },
});
const manager = inServer(PermissionFlagsBits.ManageGuild);

const press = async (at: CommandContext, control: string, by: Request): Promise<string> => {
  const reply = gaps.kind === 'slash' ? await gaps.press?.(at, control, korean, by) : undefined;
  expect.assert(reply !== undefined && 'page' in reply);
  expect(reply.private).toBe(true);
  return JSON.stringify(reply.page.embeds);
};

kept.for([
  ['somebody without the permission', inServer(PermissionFlagsBits.SendMessages), /서버 관리하기/],
  ['a server that the bot is no member of', inServer(PermissionFlagsBits.ManageGuild, false), /들어와 있는/],
  ['a DM', request, /들어와 있는/],
] as const)('a press is refused: %s', async ([, by, words], { store }) => {
  const at = { ...context(), feedback: feedbackOn(store) };
  expect(await press(at, '/g/start', by)).toMatch(words);
  expect(await press(at, '/g?p=1', by)).toMatch(words);
  expect(await store.keepsFeedback('7')).toBe(false);
});

kept('a control of other pages is none of it', ({ store }) => {
  const at = { ...context(), feedback: feedbackOn(store) };
  const press = gaps.kind === 'slash' ? gaps.press : undefined;
  expect(press?.(at, '/s/5', korean, manager)).toBeUndefined();
});

test('a button that outlives the setting says so', async () => {
  expect(await press(context(), '/g/start', manager)).toMatch(/이제/);
});

kept(
  'of a question its words, its day and the nearest section are kept, and no mention',
  async ({ store }) => {
    const feedback = feedbackOn(store);
    await store.setFeedback('7', true);
    const passage = {
      session: '5',
      section: 'kubeflow',
      language: 'ko',
      score: 1,
      confidence: 0,
      quote: '',
      marks: [],
    };
    feedback.keep({
      kind: 'none',
      question: '<@123> 님은\n <#8>에서 언제 <@&9> 와요?',
      result: { verdict: 'none', confidence: 0, passages: [passage] },
      guildId: '7',
    });
    await feedback.settle();
    expect(await store.feedback('7', 9)).toEqual([
      {
        at: Temporal.Instant.from('2026-03-02T00:00:00Z'),
        kind: 'none',
        question: '님은 에서 언제 와요?',
        nearest: { session: '5', section: 'kubeflow' },
      },
    ]);
  },
);
