import { describe, expect, it } from 'vitest';
import type { Place } from '#commands/model.ts';
import { recap } from '#commands/recap.ts';
import {
  channel,
  context,
  controlOf,
  controlsOf,
  discord,
  guild,
  press,
  readerOf,
  requestOf,
  run,
  store,
  textOf,
  time,
  titleOf,
  useRecapContext,
  type Who,
} from './recapContext.ts';

useRecapContext();

describe('managing recaps', () => {
  const guest: Who = { place: guild({ permissions: 0n }), personId: '8' };

  /** Subscribes the channel; gives the subscription's id. */
  const subscribed = async (): Promise<string> => {
    await run('subscribe', { what: 'session' });
    return controlOf(await run('list'), 'show').slice(-8);
  };

  it.each(['subscribe', 'list', 'preview', 'pause', 'resume', 'unsubscribe', 'history'])(
    'takes Manage Server for /recap $0',
    async (name) => {
      const id = await subscribed();
      expect(textOf(await run(name, {}, guest))).toMatch(/서버 관리하기[\s\S]*recap subscribe:1/);
      expect((await store.subscription(id))?.state).toBe('active');
    },
  );

  it.each(['show', 'preview', 'pause', 'resume', 'leave', 'unsubscribe', 'history'])(
    'takes Manage Server for a press on $0',
    async (action) => {
      const id = await subscribed();
      expect(textOf(await press(`/r/${action}/${id}`, guest))).toMatch(
        /서버 관리하기[\s\S]*recap subscribe:1/,
      );
      expect((await store.subscription(id))?.state).toBe('active');
    },
  );

  it('takes Manage Server for the list, and the bot in the server', async () => {
    expect(textOf(await press('/r/list', guest))).toMatch(/서버 관리하기[\s\S]*recap subscribe:1/);
    const stranger: Who = { place: guild({ botIsMember: false }) };
    expect(textOf(await run('list', {}, stranger))).toMatch(/들어와 있지 않습니다/);
  });

  it.each([
    ['show', guild({ guildId: '2' })],
    ['pause', guild({ guildId: '2' })],
    ['unsubscribe', guild({ guildId: '2' })],
    ['history', guild({ guildId: '2' })],
    ['pause', { kind: 'dm', channelId: '900' } as const],
  ])('of another place cannot be reached by a forged control: $0', async (action, place) => {
    const id = await subscribed();
    expect(textOf(await press(`/r/${action}/${id}`, { place }))).toMatch(/이제 없습니다/);
    expect((await store.subscription(id))?.state).toBe('active');
  });

  it.each(['/r/drop/abcdefgh', '/r/pause/AB', '/r/pause', '/s/5', '/r/list/abcdefgh'])(
    'does not read a control that is none of its own: $0',
    (forged) => {
      expect.assert(recap.kind === 'group');
      expect(recap.press?.(context, forged, readerOf({}), requestOf({}))).toBeUndefined();
    },
  );

  it('pauses, resumes, previews and unsubscribes, by command and by button', async () => {
    await run('subscribe', { what: 'session' });
    const paused = await run('pause');
    expect(titleOf(paused)).toBe('리캡을 멈췄습니다');
    expect(textOf(paused)).toMatch(/멈춰 두었습니다/);
    expect(titleOf(await press(controlOf(paused, 'resume')))).toBe('리캡을 다시 시작했습니다');
    expect((await press(controlOf(await run('list'), 'show'))).page.embeds).toHaveLength(1);
    expect((await run('preview')).page.embeds).toHaveLength(2);
    const asked = await run('unsubscribe');
    expect(titleOf(asked)).toBe('구독을 취소할까요?');
    expect(await context.recaps?.list({ guildId: '1' })).toHaveLength(1);
    expect(titleOf(await press(controlOf(asked, 'unsubscribe')))).toBe('구독을 취소했습니다');
    expect(await context.recaps?.list({ guildId: '1' })).toHaveLength(0);
    expect(textOf(await press(controlOf(asked, 'unsubscribe')))).toMatch(/이제 없습니다/);
    expect(textOf(await run('pause'))).toMatch(/구독한 리캡이 없습니다/);
  });

  it('asks which one is meant where that is not clear', async () => {
    await run('subscribe', { what: 'session' });
    await run('subscribe', { what: 'topic' });
    const which = await run('pause');
    expect(controlsOf(which).filter((text) => text.startsWith('/r/show/'))).toHaveLength(2);
    expect(titleOf(await run('pause', { what: 'topic' }))).toBe('리캡을 멈췄습니다');
    expect(titleOf(await run('pause', { channel: channel('10'), what: 'session' }))).toBe(
      '리캡을 멈췄습니다',
    );
  });

  it('tells in its history what was posted, with a link, and why not', async () => {
    await run('subscribe', { time: '10:00' });
    await time.run(3_600_000);
    discord.weather.refusal = 10003;
    await time.run(24 * 3_600_000);
    const history = await run('history', {}, { locale: 'en' });
    expect(textOf(history)).toMatch(/https:\/\/discord\.com\/channels\/1\/10\/1/);
    expect(textOf(history)).toMatch(/Not posted: the channel is gone/);
    expect(textOf(await run('history'))).toMatch(/채널이 없어짐/);
    expect(textOf(await run('history'))).toMatch(/데이터 사이언티스트를 위한/);
    const one = await press(controlOf(await press(controlOf(await run('list'), 'show')), 'history'));
    expect(textOf(one)).toMatch(/채널이 없어짐/);
  });

  it('pages through a long history', async () => {
    await run('subscribe', { time: '10:00' });
    await time.run(12 * 24 * 3_600_000);
    const first = await run('history');
    const older =
      controlsOf(first).find((text) => text.includes('p=2')) ?? expect.unreachable('no older page');
    const second = await press(older);
    expect(controlsOf(second)).toContain('/r/history');
    expect(textOf(second)).toMatch(/2026년 3월 2일/);
  });
});

describe('/recap now', () => {
  const anyone: Who = { place: guild({ permissions: 0n, botIsMember: false }), personId: '8' };

  it.each<Place>([guild(), { kind: 'dm', channelId: '1' }, { kind: 'private-channel', channelId: '2' }])(
    'shows today’s recap to anyone, in a $kind',
    async (place) => {
      const reply = await run('now', {}, { place, locale: 'en' });
      expect(titleOf(reply) ?? '').toMatch(/\w/);
      expect(textOf(reply)).toMatch(/Session \d of 2/);
    },
  );

  it('is another one tomorrow', async () => {
    const today = titleOf(await run('now', {}, anyone));
    await time.run(24 * 3_600_000);
    expect(titleOf(await run('now', {}, anyone))).not.toBe(today);
  });

  it('is what the channel was told today, or will be', async () => {
    await run('subscribe', { time: '10:00' });
    expect(textOf(await run('now', {}, anyone))).toMatch(/세션 1\/2/);
    await time.run(3_600_000);
    expect(discord.messages).toHaveLength(1);
    expect(textOf(await run('now', {}, anyone))).toMatch(/세션 1\/2/);
    await time.run(24 * 3_600_000);
    expect(textOf(await run('now', {}, anyone))).toMatch(/세션 2\/2/);
    expect(textOf(await run('now', { what: 'topic' }, anyone))).toMatch(/주제 \d\/2/);
  });
});
