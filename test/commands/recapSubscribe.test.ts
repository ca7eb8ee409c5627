import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Place, RoleArgument } from '#commands/model.ts';
import { recap } from '#commands/recap.ts';
import {
  channel,
  context,
  discord,
  guild,
  readerOf,
  requestOf,
  run,
  textOf,
  time,
  titleOf,
  useful,
  useRecapContext,
  type Who,
} from './recapContext.ts';

useRecapContext();

describe('/recap subscribe', () => {
  it('without any option: here, at nine, by the server’s zone, in the person’s language', async () => {
    const reply = await run('subscribe');
    assert.equal(titleOf(reply), '리캡을 구독했습니다');
    const [subscription] = (await context.recaps?.list({ guildId: '1' })) ?? [];
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
    const [subscription] = (await context.recaps?.list({ guildId: '1' })) ?? [];
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
    assert.equal((await context.recaps?.list({ guildId: '1' }))?.length, 0);
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
    assert.equal((await context.recaps?.list({ guildId: '1' }))?.length, 0);
    const appPermissions = useful | PermissionFlagsBits.MentionEveryone;
    await run('subscribe', { mention: role }, { place: guild({ appPermissions }) });
    assert.equal((await context.recaps?.list({ guildId: '1' }))?.length, 1);
    const everyone: RoleArgument = { id: '1', name: '@everyone', mentionable: true };
    assert.match(textOf(await run('subscribe', { mention: everyone })), /<@&1>/);
  });

  it('again changes the one that is there, keeps what is not said, and says so', async () => {
    await run('subscribe', { time: '18:00', days: '평일' });
    const reply = await run('subscribe', { time: '19:00' });
    assert.equal(titleOf(reply), '구독하던 리캡을 바꿨습니다');
    const all = (await context.recaps?.list({ guildId: '1' })) ?? [];
    assert.equal(all.length, 1);
    assert.equal(all[0]?.time, '19:00');
    assert.deepEqual(all[0]?.days, [1, 2, 3, 4, 5]);
    await run('subscribe', { unit: 'topic' });
    assert.equal((await context.recaps?.list({ guildId: '1' }))?.length, 2);
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
    const [subscription] = (await context.recaps?.list({ dmChannelId: '900' })) ?? [];
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

describe('the options of /recap subscribe', () => {
  const complete = (name: string, typed: string, who: Who = {}) => {
    const option = recap.kind === 'group' ? recap.subcommands['subscribe']?.options[name] : undefined;
    if (option?.type !== 'string' || option.complete === undefined)
      throw new Error(`${name} does not complete`);
    return option.complete(context, typed, {}, readerOf(who), requestOf(who));
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
