import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { ChannelArgument, House, Place, Reply, Request, RoleArgument } from '#commands/model.ts';
import { recap } from '#commands/recap.ts';
import type { Locale } from '#pages/model.ts';
import { createDraw } from '#recap/draw.ts';
import { createRecaps } from '#recap/recaps.ts';
import type { Store } from '#store/model.ts';
import { openStore } from '#store/open.ts';
import { SimDiscord } from '../recap/sim/discord.ts';
import { SimTime } from '../recap/sim/time.ts';
import { house as plainHouse, small } from './house.ts';

const start = Temporal.Instant.from('2026-03-02T00:30:00Z');
const everything = (1n << 50n) - 1n;
const useful =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.CreatePublicThreads;

let time: SimTime;
let discord: SimDiscord;
let store: Store;
let house: House;

beforeEach(async () => {
  time = new SimTime(start);
  discord = new SimDiscord(time);
  store = await openStore('sqlite::memory:');
  const base = plainHouse();
  const recaps = createRecaps({
    store,
    poster: discord.poster,
    clock: time.clock,
    library: () => small,
    ...createDraw({ mention: base.mention, locale: 'ko' }),
    report: () => {},
    lookEvery: 300_000,
  });
  recaps.start();
  house = { ...base, recaps };
});

afterEach(async () => {
  await house.recaps?.stop(0);
  await store.close();
});

const guild = (more: Partial<Extract<Place, { kind: 'guild' }>> = {}): Place => ({
  kind: 'guild',
  guildId: '1',
  guildLocale: 'ko',
  channelId: '10',
  channelType: ChannelType.GuildText,
  permissions: PermissionFlagsBits.ManageGuild,
  appPermissions: useful,
  botIsMember: true,
  ...more,
});

const channel = (id: string, more: Partial<ChannelArgument> = {}): ChannelArgument => ({
  id,
  type: ChannelType.GuildText,
  name: `channel-${id}`,
  permissions: everything,
  appPermissions: useful,
  ...more,
});

interface Who {
  readonly place?: Place;
  readonly locale?: Locale;
  readonly personId?: string;
}

const requestOf = ({ place = guild(), locale = 'ko', personId = '7' }: Who): Request => ({
  discordLocale: locale,
  locale,
  personId,
  place,
  at: time.real,
});

const readerOf = ({ locale = 'ko' }: Who) => ({ locale, language: locale });

async function run(
  name: string,
  args: Readonly<Record<string, string | boolean | ChannelArgument | RoleArgument>> = {},
  who: Who = {},
): Promise<Reply> {
  if (recap.kind !== 'group') throw new Error('no group');
  const subcommand = recap.subcommands[name];
  if (subcommand === undefined) throw new Error(`no /recap ${name}`);
  const reply = await subcommand.run(house, args, readerOf(who), requestOf(who));
  assert.equal(reply.private, true);
  return reply;
}

async function press(text: string, who: Who = {}): Promise<Reply> {
  if (recap.kind !== 'group') throw new Error('no group');
  const reply = await recap.press?.(house, text, readerOf(who), requestOf(who));
  if (reply === undefined) throw new Error(`nobody answers ${text}`);
  return reply;
}

const titleOf = ({ page }: Reply) => page.embeds[0]?.title;
const textOf = ({ page }: Reply): string => JSON.stringify([page.content, page.embeds]);
const controlsOf = ({ page }: Reply): string[] =>
  page.components.flatMap(({ components }) =>
    components.flatMap((one) =>
      'options' in one ? one.options.map(({ value }) => value) : 'custom_id' in one ? [one.custom_id] : [],
    ),
  );
const controlOf = (reply: Reply, action: string): string =>
  controlsOf(reply).find((text) => text.startsWith(`/r/${action}/`)) ?? assert.fail(`no ${action}`);

describe('/recap subscribe', () => {
  it('without any option: here, at nine, by the server’s zone, in the person’s language', async () => {
    const reply = await run('subscribe');
    assert.equal(titleOf(reply), '리캡을 구독했습니다');
    const [subscription] = (await house.recaps?.list({ guildId: '1' })) ?? [];
    assert.equal(subscription?.channelId, '10');
    assert.equal(subscription?.time, '09:00');
    assert.equal(subscription?.timeZone, 'Asia/Seoul');
    assert.equal(subscription?.language, 'ko');
    assert.equal(subscription?.ownerId, '7');
    assert.equal(subscription?.repeat, 'again');
  });

  it('shows the next recap as it will be posted, and the next three times', async () => {
    const reply = await run('subscribe', { time: '오후 3시' });
    const three = ['2026-03-02T06:00:00Z', '2026-03-03T06:00:00Z', '2026-03-04T06:00:00Z'];
    for (const at of three) {
      const seconds = Temporal.Instant.from(at).epochMilliseconds / 1_000;
      assert.match(textOf(reply), new RegExp(`<t:${seconds}:F>`));
    }
    assert.equal(reply.page.embeds.length, 2);
    await time.run(6 * 3_600_000);
    assert.equal(discord.messages.length, 1);
    assert.deepEqual(
      discord.messages[0]?.customIds.map((id) => id.replace(/\?r=\w+/, '')),
      reply.page.components
        .slice(0, -1)
        .flatMap(({ components }) =>
          components.flatMap((one) => ('custom_id' in one ? [one.custom_id] : [])),
        ),
    );
  });

  it('reads everything that can be chosen', async () => {
    const role: RoleArgument = { id: '55', name: 'readers', mentionable: true };
    const reply = await run('subscribe', {
      channel: channel('20', { type: ChannelType.GuildForum }),
      time: '21시 30분',
      timezone: '뉴욕',
      days: '월,목',
      unit: 'topic',
      language: 'English',
      mention: role,
      repeat: 'stop',
    });
    assert.equal(titleOf(reply), '리캡을 구독했습니다');
    assert.equal(reply.page.content, '<@&55>');
    const [subscription] = (await house.recaps?.list({ guildId: '1' })) ?? [];
    assert.equal(subscription?.channelKind, 'forum');
    assert.equal(subscription?.time, '21:30');
    assert.equal(subscription?.timeZone, 'America/New_York');
    assert.deepEqual(subscription?.days, [1, 4]);
    assert.equal(subscription?.unit, 'topic');
    assert.equal(subscription?.language, 'en');
    assert.equal(subscription?.mentionRoleId, '55');
    assert.equal(subscription?.repeat, 'stop');
  });

  it('says everything that cannot be read at once, each with an example', async () => {
    const reply = await run('subscribe', { time: 'soon', timezone: 'Mars', days: 'never', language: 'xx' });
    for (const example of ['09:00', 'Asia/Seoul', '월,목', 'xx']) assert.ok(textOf(reply).includes(example));
    assert.equal((await house.recaps?.list({ guildId: '1' }))?.length, 0);
    const inEnglish = await run('subscribe', { time: 'soon' }, { locale: 'en' });
    assert.match(textOf(inEnglish), /“soon” is no time of day/);
  });

  it('names the permissions that the bot lacks there', async () => {
    const narrow = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.AttachFiles;
    const target = channel('20', { appPermissions: narrow });
    const reply = await run('subscribe', { channel: target, thread: true }, { locale: 'en' });
    for (const name of ['Send Messages', 'Embed Links', 'Create Public Threads', 'Read Message History']) {
      assert.ok(textOf(reply).includes(name), name);
    }
    assert.ok(!textOf(reply).includes('Attach Files'));
    const inThread = channel('21', { type: ChannelType.PublicThread, appPermissions: narrow });
    const threadReply = await run('subscribe', { channel: inThread }, { locale: 'en' });
    assert.ok(textOf(threadReply).includes('Send Messages in Threads'));
    const here = await run('subscribe', {}, { place: guild({ appPermissions: 0n }), locale: 'en' });
    assert.ok(textOf(here).includes('View Channel'));
  });

  it('pings only a role that the bot may ping', async () => {
    const role: RoleArgument = { id: '55', name: 'quiet', mentionable: false };
    const refused = await run('subscribe', { mention: role });
    assert.match(textOf(refused), /<@&55>/);
    assert.equal((await house.recaps?.list({ guildId: '1' }))?.length, 0);
    const appPermissions = useful | PermissionFlagsBits.MentionEveryone;
    await run('subscribe', { mention: role }, { place: guild({ appPermissions }) });
    assert.equal((await house.recaps?.list({ guildId: '1' }))?.length, 1);
    const everyone: RoleArgument = { id: '1', name: '@everyone', mentionable: true };
    assert.match(textOf(await run('subscribe', { mention: everyone })), /<@&1>/);
  });

  it('again changes the one that is there, keeps what is not said, and says so', async () => {
    await run('subscribe', { time: '18:00', days: '평일' });
    const reply = await run('subscribe', { time: '19:00' });
    assert.equal(titleOf(reply), '구독하던 리캡을 바꿨습니다');
    const all = (await house.recaps?.list({ guildId: '1' })) ?? [];
    assert.equal(all.length, 1);
    assert.equal(all[0]?.time, '19:00');
    assert.deepEqual(all[0]?.days, [1, 2, 3, 4, 5]);
    await run('subscribe', { unit: 'topic' });
    assert.equal((await house.recaps?.list({ guildId: '1' }))?.length, 2);
  });

  it('takes 25 a server', async () => {
    for (let index = 0; index < 25; index += 1)
      await run('subscribe', { channel: channel(`${100 + index}`) });
    const reply = await run('subscribe', { channel: channel('200') });
    assert.match(textOf(reply), /25개까지/);
    assert.equal(titleOf(await run('subscribe', { channel: channel('100') })), '구독하던 리캡을 바꿨습니다');
  });

  it('in a DM is for the person alone', async () => {
    const dm: Place = { kind: 'dm', channelId: '900' };
    assert.equal(titleOf(await run('subscribe', {}, { place: dm })), '리캡을 구독했습니다');
    const [subscription] = (await house.recaps?.list({ dmChannelId: '900' })) ?? [];
    assert.equal(subscription?.channelKind, 'dm');
    assert.equal(subscription?.guildId, undefined);
    assert.match(textOf(await run('subscribe', { thread: true }, { place: dm })), /DM에서는/);
    const group: Place = { kind: 'private-channel', channelId: '901' };
    assert.match(textOf(await run('subscribe', {}, { place: group })), /봇과의 DM/);
  });

  it('does not go to a channel of a kind that takes no messages', async () => {
    const stage = channel('20', { type: ChannelType.GuildStageVoice });
    assert.match(textOf(await run('subscribe', { channel: stage })), /텍스트, 공지, 포럼/);
  });
});

describe('managing recaps', () => {
  const guest: Who = { place: guild({ permissions: 0n }), personId: '8' };

  it('takes Manage Server, in commands and in presses', async () => {
    await run('subscribe');
    const list = await run('list');
    const show = controlOf(list, 'show');
    const id = show.slice(-8);
    for (const name of ['subscribe', 'list', 'preview', 'pause', 'resume', 'unsubscribe', 'history']) {
      assert.match(textOf(await run(name, {}, guest)), /서버 관리 권한/, name);
    }
    for (const action of ['show', 'preview', 'pause', 'resume', 'leave', 'unsubscribe', 'history']) {
      assert.match(textOf(await press(`/r/${action}/${id}`, guest)), /서버 관리 권한/, action);
    }
    assert.match(textOf(await press('/r/list', guest)), /서버 관리 권한/);
    const stranger: Who = { place: guild({ botIsMember: false }) };
    assert.match(textOf(await run('list', {}, stranger)), /들어와 있지 않습니다/);
    assert.equal((await store.subscription(id))?.state, 'active');
  });

  it('of another server cannot be reached by a forged control', async () => {
    await run('subscribe');
    const id = controlOf(await run('list'), 'show').slice(-8);
    const elsewhere: Who = { place: guild({ guildId: '2' }) };
    for (const action of ['show', 'pause', 'unsubscribe', 'history']) {
      assert.match(textOf(await press(`/r/${action}/${id}`, elsewhere)), /이제 없습니다/);
    }
    const dm: Who = { place: { kind: 'dm', channelId: '900' } };
    assert.match(textOf(await press(`/r/pause/${id}`, dm)), /이제 없습니다/);
    assert.equal((await store.subscription(id))?.state, 'active');
    if (recap.kind === 'group') {
      for (const forged of ['/r/drop/abcdefgh', '/r/pause/AB', '/r/pause', '/s/5', '/r/list/abcdefgh']) {
        assert.equal(recap.press?.(house, forged, readerOf({}), requestOf({})), undefined, forged);
      }
    }
  });

  it('pauses, resumes, previews and unsubscribes, by command and by button', async () => {
    await run('subscribe');
    const paused = await run('pause');
    assert.equal(titleOf(paused), '리캡을 멈췄습니다');
    assert.match(textOf(paused), /멈춰 두었습니다/);
    assert.equal(titleOf(await press(controlOf(paused, 'resume'))), '리캡을 다시 시작했습니다');
    assert.equal((await press(controlOf(await run('list'), 'show'))).page.embeds.length, 1);
    assert.equal((await run('preview')).page.embeds.length, 2);
    const asked = await run('unsubscribe');
    assert.equal(titleOf(asked), '구독을 취소할까요?');
    assert.equal((await house.recaps?.list({ guildId: '1' }))?.length, 1);
    assert.equal(titleOf(await press(controlOf(asked, 'unsubscribe'))), '구독을 취소했습니다');
    assert.equal((await house.recaps?.list({ guildId: '1' }))?.length, 0);
    assert.match(textOf(await press(controlOf(asked, 'unsubscribe'))), /이제 없습니다/);
    assert.match(textOf(await run('pause')), /구독한 리캡이 없습니다/);
  });

  it('asks which one is meant where that is not clear', async () => {
    await run('subscribe');
    await run('subscribe', { unit: 'topic' });
    const which = await run('pause');
    assert.equal(controlsOf(which).filter((text) => text.startsWith('/r/show/')).length, 2);
    assert.equal(titleOf(await run('pause', { unit: 'topic' })), '리캡을 멈췄습니다');
    assert.equal(
      titleOf(await run('pause', { channel: channel('10'), unit: 'session' })),
      '리캡을 멈췄습니다',
    );
  });

  it('tells in its history what was posted, with a link, and why not', async () => {
    await run('subscribe', { time: '10:00' });
    await time.run(3_600_000);
    discord.weather.refusal = 10003;
    await time.run(24 * 3_600_000);
    const history = await run('history', {}, { locale: 'en' });
    assert.match(textOf(history), /https:\/\/discord\.com\/channels\/1\/10\/1/);
    assert.match(textOf(history), /Not posted: the channel is gone/);
    assert.match(textOf(await run('history')), /채널이 없어짐/);
    assert.match(textOf(await run('history')), /데이터 사이언티스트를 위한/);
    const one = await press(controlOf(await press(controlOf(await run('list'), 'show')), 'history'));
    assert.match(textOf(one), /채널이 없어짐/);
  });

  it('pages through a long history', async () => {
    await run('subscribe', { time: '10:00' });
    await time.run(12 * 24 * 3_600_000);
    const first = await run('history');
    const older = controlsOf(first).find((text) => text.includes('p=2')) ?? assert.fail('no older page');
    const second = await press(older);
    assert.ok(controlsOf(second).includes('/r/history'));
    assert.match(textOf(second), /2026년 3월 2일/);
  });
});

describe('/recap now', () => {
  const anyone: Who = { place: guild({ permissions: 0n, botIsMember: false }), personId: '8' };

  it('shows today’s recap to anyone, anywhere', async () => {
    const places: Place[] = [
      guild(),
      { kind: 'dm', channelId: '1' },
      { kind: 'private-channel', channelId: '2' },
    ];
    for (const place of places) {
      const reply = await run('now', {}, { place, locale: 'en' });
      assert.match(titleOf(reply) ?? '', /\w/);
      assert.match(textOf(reply), /Session \d of 2/);
    }
  });

  it('is another one tomorrow', async () => {
    const today = titleOf(await run('now', {}, anyone));
    await time.run(24 * 3_600_000);
    assert.notEqual(titleOf(await run('now', {}, anyone)), today);
  });

  it('is what the channel was told today, or will be', async () => {
    await run('subscribe', { time: '10:00' });
    assert.match(textOf(await run('now', {}, anyone)), /세션 1\/2/);
    await time.run(3_600_000);
    assert.equal(discord.messages.length, 1);
    assert.match(textOf(await run('now', {}, anyone)), /세션 1\/2/);
    await time.run(24 * 3_600_000);
    assert.match(textOf(await run('now', {}, anyone)), /세션 2\/2/);
    assert.match(textOf(await run('now', { unit: 'topic' }, anyone)), /주제 \d\/2/);
  });
});

describe('the options of /recap subscribe', () => {
  const complete = (name: string, typed: string, who: Who = {}) => {
    const option = recap.kind === 'group' ? recap.subcommands['subscribe']?.options[name] : undefined;
    if (option?.type !== 'string' || option.complete === undefined)
      throw new Error(`${name} does not complete`);
    return option.complete(house, typed, {}, readerOf(who), requestOf(who));
  };

  it('offer something useful for nothing typed, 25 at most', () => {
    for (const name of ['time', 'timezone', 'days', 'language']) {
      const choices = complete(name, '');
      assert.ok(choices.length > 1 && choices.length <= 25, name);
      for (const { label, value } of choices) assert.ok(label.length <= 100 && value.length <= 100);
    }
    assert.equal(complete('timezone', '', { place: guild({ guildLocale: 'ja' }) })[0]?.value, 'Asia/Tokyo');
    assert.equal(
      complete('timezone', '', { place: guild({ guildLocale: 'en-US' }) })[0]?.value,
      'Asia/Seoul',
    );
  });

  it('understand what is typed', () => {
    assert.deepEqual(
      complete('time', '9시 반').map(({ value }) => value),
      ['09:30', '21:30'],
    );
    assert.equal(complete('timezone', '뉴')[0]?.label, '뉴욕 (America/New_York) · UTC−5');
    assert.equal(complete('days', 'mon,thu', { locale: 'en' })[0]?.value, 'Mon, Thu');
    assert.ok(complete('time', 'nonsense').length > 0);
  });
});
