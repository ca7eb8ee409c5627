import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Place, RoleArgument } from '#commands/model.ts';
import { recap } from '#commands/recap.ts';
import { commandTexts, LOCALES } from '#locales/index.ts';
import { DEFAULT_SETTINGS } from '#store/settings.ts';
import {
  channel,
  context,
  discord,
  guild,
  manager,
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
    const reply = await run('subscribe', { what: 'session' });
    expect(titleOf(reply)).toBe('리캡을 구독했습니다');
    const [subscription] = (await context.recaps?.list({ guildId: '1' })) ?? [];
    expect(subscription).toMatchObject({
      channelId: '10',
      time: '09:00',
      timeZone: 'Asia/Seoul',
      language: 'ko',
      ownerId: '7',
      repeat: 'again',
    });
  });

  it.each(LOCALES)('says in %s what holds where nothing is typed', (locale) => {
    const { time: hour, items } = commandTexts('recap subscribe')[locale].options;
    expect(hour.description).toContain(`: ${DEFAULT_SETTINGS.time}`);
    expect(items.description).toContain(`: ${DEFAULT_SETTINGS.count})`);
  });

  it('shows the next recap as it will be posted, and the next three times', async () => {
    const reply = await run('subscribe', { time: '오후 3시' });
    const three = ['2026-03-02T06:00:00Z', '2026-03-03T06:00:00Z', '2026-03-04T06:00:00Z'];
    for (const at of three) {
      const seconds = Temporal.Instant.from(at).epochMilliseconds / 1_000;
      expect(textOf(reply)).toMatch(new RegExp(`<t:${seconds}:F>`));
    }
    // The confirmation stands alone: a preview would push it off the screen.
    expect(reply.page.embeds).toHaveLength(1);
    const preview = await run('preview', {});
    expect(preview.page.embeds).toHaveLength(2);
    await time.run(6 * 3_600_000);
    expect(discord.messages).toHaveLength(1);
    expect(discord.messages[0]?.customIds.map((id) => id.replace(/\?r=\w+/, ''))).toEqual(
      preview.page.components
        .slice(0, -2)
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
      what: 'topic',
      language: 'English',
      mention: role,
      repeat: 'stop',
    });
    expect(titleOf(reply)).toBe('리캡을 구독했습니다');
    expect(reply.page.content).toBe('**리캡을 구독했습니다**');
    const [subscription] = (await context.recaps?.list({ guildId: '1' })) ?? [];
    expect(subscription).toMatchObject({
      channelKind: 'forum',
      time: '21:30',
      timeZone: 'America/New_York',
      days: [1, 4],
      what: 'topic',
      language: 'en',
      mentionRoleId: '55',
      repeat: 'stop',
    });
  });

  it('says everything that cannot be read at once, each with an example', async () => {
    const reply = await run('subscribe', { time: 'soon', timezone: 'Mars', days: 'never', language: 'xx' });
    for (const example of ['09:00', 'Asia/Seoul', '월,목', 'xx']) expect(textOf(reply)).toContain(example);
    expect(await context.recaps?.list({ guildId: '1' })).toHaveLength(0);
    const inEnglish = await run('subscribe', { time: 'soon' }, { locale: 'en' });
    expect(textOf(inEnglish)).toMatch(/“soon” is not a time of day/);
  });

  it('names the permissions that the bot lacks there', async () => {
    const narrow = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.AttachFiles;
    const target = channel('20', { appPermissions: narrow });
    const reply = await run('subscribe', { channel: target, thread: true }, { locale: 'en' });
    for (const name of ['Send Messages', 'Embed Links', 'Create Public Threads', 'Read Message History']) {
      expect(textOf(reply), name).toContain(name);
    }
    expect(textOf(reply)).not.toContain('Attach Files');
    const inThread = channel('21', { type: ChannelType.PublicThread, appPermissions: narrow });
    const threadReply = await run('subscribe', { channel: inThread }, { locale: 'en' });
    expect(textOf(threadReply)).toContain('Send Messages in Threads');
    const here = await run(
      'subscribe',
      { what: 'session' },
      { place: guild({ appPermissions: 0n }), locale: 'en' },
    );
    expect(textOf(here)).toContain('View Channel');
  });

  it('pings only a role that the bot may ping', async () => {
    const role: RoleArgument = { id: '55', name: 'quiet', mentionable: false };
    const refused = await run('subscribe', { mention: role });
    expect(textOf(refused)).toMatch(/<@&55>/);
    expect(await context.recaps?.list({ guildId: '1' })).toHaveLength(0);
    const appPermissions = useful | PermissionFlagsBits.MentionEveryone;
    const permissions = manager | PermissionFlagsBits.MentionEveryone;
    await run('subscribe', { mention: role }, { place: guild({ appPermissions, permissions }) });
    expect(await context.recaps?.list({ guildId: '1' })).toHaveLength(1);
    const everyone: RoleArgument = { id: '1', name: '@everyone', mentionable: true };
    expect(textOf(await run('subscribe', { mention: everyone }))).toMatch(/<@&1>/);
  });

  it.each([
    ['who may mention all roles', manager | PermissionFlagsBits.MentionEveryone, true],
    ['who administers the server', PermissionFlagsBits.Administrator, true],
    ['who may manage the server alone', manager, false],
  ])(
    'has a role pinged that nobody else may ping, for somebody %s: %s %s',
    async (_who, permissions, granted) => {
      const role: RoleArgument = { id: '55', name: 'quiet', mentionable: false };
      const appPermissions = useful | PermissionFlagsBits.MentionEveryone;
      const place = guild({ appPermissions, permissions });
      const there = channel('20', { appPermissions, permissions });
      const replies = [
        await run('subscribe', { mention: role }, { place }),
        await run('subscribe', { mention: role, channel: there }, { place }),
        // Where it is asked for, not where it was typed.
        await run(
          'subscribe',
          { mention: role, channel: channel('21', { appPermissions, permissions: manager }) },
          { place },
        ),
      ];
      const all = (await context.recaps?.list({ guildId: '1' })) ?? [];
      expect(all.map(({ channelId }) => channelId).sort()).toEqual(granted ? ['10', '20'] : []);
      expect(replies.filter((reply) => /모든 역할 멘션하기/.test(textOf(reply)))).toHaveLength(
        granted ? 1 : 3,
      );
    },
  );

  it('posts nothing where whoever wants it may not write', async () => {
    const { ViewChannel, SendMessages, ManageGuild } = PermissionFlagsBits;
    const tried = [
      await run('subscribe', { channel: channel('20', { permissions: ViewChannel }) }),
      await run('subscribe', { channel: channel('20', { permissions: SendMessages }) }),
      await run('subscribe', {
        channel: channel('20', { type: ChannelType.PublicThread, permissions: ViewChannel | SendMessages }),
      }),
      await run(
        'subscribe',
        { what: 'session' },
        { place: guild({ permissions: ManageGuild | ViewChannel }) },
      ),
    ];
    expect(tried.map(textOf)).toEqual(tried.map(() => expect.stringMatching(/메시지를 쓸 권한이 있어야/)));
    expect(await context.recaps?.list({ guildId: '1' })).toEqual([]);
  });

  it('again changes the one that is there, keeps what is not said, and says so', async () => {
    await run('subscribe', { time: '18:00', days: '평일' });
    const reply = await run('subscribe', { time: '19:00' });
    expect(titleOf(reply)).toBe('구독하던 리캡을 바꿨습니다');
    const all = (await context.recaps?.list({ guildId: '1' })) ?? [];
    expect(all).toHaveLength(1);
    expect(all[0]?.time).toBe('19:00');
    expect(all[0]?.days).toEqual([1, 2, 3, 4, 5]);
    await run('subscribe', { what: 'topic' });
    expect(await context.recaps?.list({ guildId: '1' })).toHaveLength(2);
  });

  it('takes 25 a server', async () => {
    for (let index = 0; index < 25; index += 1)
      await run('subscribe', { channel: channel(`${100 + index}`) });
    const reply = await run('subscribe', { channel: channel('200') });
    expect(textOf(reply)).toMatch(/25개까지/);
    expect(titleOf(await run('subscribe', { channel: channel('100') }))).toBe('구독하던 리캡을 바꿨습니다');
  });

  it('in a DM is for the person alone', async () => {
    const dm: Place = { kind: 'dm', channelId: '900' };
    expect(titleOf(await run('subscribe', { what: 'session' }, { place: dm }))).toBe('리캡을 구독했습니다');
    const [subscription] = (await context.recaps?.list({ dmChannelId: '900' })) ?? [];
    expect(subscription?.channelKind).toBe('dm');
    expect(subscription?.guildId).toBeUndefined();
    expect(textOf(await run('subscribe', { thread: true }, { place: dm }))).toMatch(/DM에서는/);
    const group: Place = { kind: 'private-channel', channelId: '901' };
    expect(textOf(await run('subscribe', { what: 'session' }, { place: group }))).toMatch(/봇에게 DM/);
  });

  it('does not go to a channel of a kind that takes no messages', async () => {
    const stage = channel('20', { type: ChannelType.GuildStageVoice });
    expect(textOf(await run('subscribe', { channel: stage }))).toMatch(/텍스트, 공지, 포럼/);
  });
});

describe('the options of /recap subscribe', () => {
  const complete = (name: string, typed: string, who: Who = {}) => {
    const option = recap.kind === 'group' ? recap.subcommands['subscribe']?.options[name] : undefined;
    if (option?.type !== 'string' || option.complete === undefined)
      throw new Error(`${name} does not complete`);
    return option.complete(context, typed, {}, readerOf(who), requestOf(who));
  };

  it.each(['time', 'timezone', 'days', 'language'])(
    'offer something useful for nothing typed, 25 at most: $0',
    (name) => {
      const choices = complete(name, '');
      expect(choices.length).toBeGreaterThan(1);
      expect(choices.length).toBeLessThanOrEqual(25);
      for (const { label, value } of choices) {
        expect(label.length).toBeLessThanOrEqual(100);
        expect(value.length).toBeLessThanOrEqual(100);
      }
    },
  );

  it('offer the zone of the server’s language first', () => {
    expect(complete('timezone', '', { place: guild({ guildLocale: 'ja' }) })[0]?.value).toBe('Asia/Tokyo');
    expect(complete('timezone', '', { place: guild({ guildLocale: 'en-US' }) })[0]?.value).toBe('Asia/Seoul');
  });

  it('understand what is typed', () => {
    expect(complete('time', '9시 반').map(({ value }) => value)).toEqual(['09:30', '21:30']);
    expect(complete('timezone', '뉴')[0]?.label).toBe('뉴욕 (America/New_York) · UTC−5');
    expect(complete('days', 'mon,thu', { locale: 'en' })[0]?.value).toBe('Mon, Thu');
    expect(complete('time', 'nonsense').length).toBeGreaterThan(0);
  });
});
