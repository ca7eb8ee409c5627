import { ChannelType, ComponentType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { FormReply, Reply } from '#commands/model.ts';
import { recap } from '#commands/recap.ts';
import type { Subscription } from '#store/model.ts';
import { DEFAULT_SETTINGS } from '#store/settings.ts';
import {
  answered,
  channel,
  context,
  controlOf,
  discord,
  guild,
  readerOf,
  requestOf,
  run,
  submit,
  textOf,
  titleOf,
  useRecapContext,
  type Who,
} from './recapContext.ts';

useRecapContext();

const ENGLISH: Who = { locale: 'en' };
const DM: Who = { place: { kind: 'dm', channelId: '90' } };
const READERS = { id: '55', name: 'readers', mentionable: true };

const formOf = async (...typed: Parameters<typeof answered>): Promise<FormReply['form']> => {
  const reply = await answered(...typed);
  if (!('form' in reply)) throw new Error('no form was opened');
  return reply.form;
};

const opened = async (reply: Reply, action: string, who: Who = {}): Promise<FormReply['form']> => {
  if (recap.kind !== 'group') throw new Error('no group');
  const answer = await recap.press?.(context, controlOf(reply, action), readerOf(who), requestOf(who));
  if (answer === undefined || !('form' in answer)) throw new Error('no form was opened');
  return answer.form;
};

const fieldsOf = ({ components }: FormReply['form']): readonly string[] =>
  components.flatMap((label) =>
    label.type === ComponentType.Label && 'custom_id' in label.component ? [label.component.custom_id] : [],
  );

const only = async (
  where = { guildId: '1' } as Parameters<NonNullable<typeof context.recaps>['list']>[0],
): Promise<Subscription> => {
  const [first, ...others] = (await context.recaps?.list(where)) ?? [];
  expect(others).toEqual([]);
  return first ?? expect.unreachable('no recap');
};

describe('/recap subscribe alone', () => {
  it('opens a form with good defaults: sent as it is, it is a recap a day here at nine', async () => {
    const form = await formOf('subscribe');
    expect(fieldsOf(form)).toEqual(['what', 'channel', 'time', 'days', 'mention']);
    const reply = await submit(form.custom_id, {
      what: ['session'],
      channel: [channel('10')],
      time: '',
      days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      mention: [],
    });
    expect(titleOf(reply)).toBe('리캡을 구독했습니다');
    expect(await only()).toMatchObject({ what: 'session', time: '09:00', days: [1, 2, 3, 4, 5, 6, 7] });
  });

  it('takes what was chosen, and new posts at once where no time is given', async () => {
    const { custom_id: id } = await formOf('subscribe', {}, ENGLISH);
    await submit(id, {
      what: ['new'],
      channel: [channel('20', { type: ChannelType.GuildAnnouncement })],
      time: '',
      days: ['mon'],
      mention: [READERS],
    });
    expect(await only()).toMatchObject({
      what: 'new',
      channelId: '20',
      channelKind: 'announcement',
      atOnce: true,
      mentionRoleId: '55',
    });
  });

  it('tells new posts at the default time of day where that is what was typed', async () => {
    const { custom_id: id } = await formOf('subscribe');
    const { time } = DEFAULT_SETTINGS;
    await submit(id, { what: ['new'], channel: [channel('10')], time, days: ['mon'] });
    expect(await only()).toMatchObject({ what: 'new', time, atOnce: false });
  });

  it('names what the bot may not do here, though Discord does not say it with a form', async () => {
    const { custom_id: id } = await formOf('subscribe');
    const here = channel('10', { appPermissions: undefined });
    const reply = await submit(
      id,
      { what: ['session'], channel: [here], time: '9', days: ['mon'] },
      { place: guild({ appPermissions: 0n }) },
    );
    expect(textOf(reply)).toMatch(/링크 첨부/);
  });

  it('says what cannot be read', async () => {
    const { custom_id: id } = await formOf('subscribe');
    const reply = await submit(id, {
      what: ['session'],
      channel: [channel('10')],
      time: '언젠가',
      days: ['mon'],
    });
    expect(textOf(reply)).toMatch(/언젠가/);
    expect(await context.recaps?.list({ guildId: '1' })).toEqual([]);
  });

  it('in a DM asks for neither channel nor role', async () => {
    const form = await formOf('subscribe', {}, DM);
    expect(fieldsOf(form)).toEqual(['what', 'time', 'days', 'timezone']);
    await submit(
      form.custom_id,
      { what: ['topic'], time: '21시', days: ['sat', 'sun'], timezone: '룩셈부르크' },
      DM,
    );
    expect(await only({ dmChannelId: '90' })).toMatchObject({
      what: 'topic',
      time: '21:00',
      days: [6, 7],
      timeZone: 'Europe/Luxembourg',
    });
  });

  it('is not sent by those who may not manage recaps', async () => {
    const { custom_id: id } = await formOf('subscribe');
    await submit(id, { what: ['session'], time: '9' }, { place: guild({ permissions: 0n }) });
    expect(await context.recaps?.list({ guildId: '1' })).toEqual([]);
  });
});

describe('/recap edit', () => {
  it('changes time, days, filter, mention and thread, and takes the mention and the filter off again', async () => {
    await run('subscribe', { what: 'session', mention: READERS, filter: 'kubeflow' });
    const before = await only();
    expect(before.filter).toStrictEqual({ kind: 'topic', value: 'kubeflow' });
    const form = await formOf('edit');
    expect(fieldsOf(form)).toEqual(['time', 'days', 'filter', 'mention', 'thread']);
    expect(JSON.stringify(form)).toContain('"default_values":[{"id":"55","type":"role"}]');
    const reply = await submit(form.custom_id, {
      time: '오후 6시',
      days: ['mon', 'thu'],
      filter: ['-'],
      mention: [],
      thread: ['yes'],
    });
    expect(titleOf(reply)).toBe('구독하던 리캡을 바꿨습니다');
    expect(await only()).toMatchObject({
      id: before.id,
      time: '18:00',
      days: [1, 4],
      filter: undefined,
      mentionRoleId: undefined,
      thread: true,
      timeZone: before.timeZone,
    });
  });

  it('opens from the page of a recap, with all else in a second form', async () => {
    const reply = await run('subscribe', { what: 'digest', items: '3' }, ENGLISH);
    expect(fieldsOf(await opened(reply, 'edit', ENGLISH))).toContain('days');
    const more = await opened(reply, 'more', ENGLISH);
    expect(fieldsOf(more)).toEqual(['items', 'language', 'timezone', 'repeat']);
    await submit(
      more.custom_id,
      { items: ['6'], language: ['en'], timezone: 'Tokyo', repeat: ['stop'] },
      ENGLISH,
    );
    expect(await only()).toMatchObject({ count: 6, language: 'en', timeZone: 'Asia/Tokyo', repeat: 'stop' });
  });

  it('of new posts: an empty time is at once', async () => {
    const reply = await run('subscribe', { what: 'new', time: '9' });
    expect(await only()).toMatchObject({ atOnce: false, time: '09:00' });
    const { custom_id: id } = await opened(reply, 'edit');
    await submit(id, { time: '' });
    expect(await only()).toMatchObject({ atOnce: true });
  });

  it('is for this server’s recaps alone, and for those that are there', async () => {
    const reply = await run('subscribe', { what: 'session' });
    const { custom_id: id } = await opened(reply, 'edit');
    const elsewhere = await submit(id, { time: '10' }, { place: guild({ guildId: '2' }) });
    expect(textOf(elsewhere)).toMatch(/이제 없습니다/);
    expect((await only()).time).toBe('09:00');
    expect(
      recap.kind === 'group' && recap.submit?.(context, '/r/pause/k3f9a0qz', {}, readerOf({}), requestOf({})),
    ).toBeUndefined();
  });
});

describe('a filter', () => {
  it.each([
    ['kubeflow', { kind: 'topic', value: 'kubeflow' }],
    ['쿠베플로우', { kind: 'topic', value: 'kubeflow' }],
    ['topic:kubeflow', { kind: 'topic', value: 'kubeflow' }],
    ['google cloud summit', { kind: 'event', value: 'Google Cloud Summit' }],
    ['event:DevFest 2030', { kind: 'event', value: 'DevFest 2030' }],
    ['모두', undefined],
  ])('is read as it is typed: %s', async (typed, filter) => {
    await run('subscribe', { what: 'session', filter: typed });
    expect((await only()).filter).toStrictEqual(filter);
  });

  it('that nothing is called is refused; one that is still to come says that nothing matches yet', async () => {
    expect(textOf(await run('subscribe', { filter: 'nonsense' }))).toMatch(/nonsense/);
    const reply = await run('subscribe', { filter: 'event:DevFest 2030' });
    expect(textOf(reply)).toMatch(/지금은 필터에 맞는 글이 없습니다/);
    expect(textOf(await run('list'))).toMatch(/필터에 맞는 글이 없습니다/);
  });

  it('is completed with what there is, and how much of it', async () => {
    const option = recap.kind === 'group' ? recap.subcommands['subscribe']?.options['filter'] : undefined;
    expect.assert(option?.type === 'string' && option.complete);
    const all = option.complete(context, '', {}, readerOf({}), requestOf({}));
    expect(all.map(({ label }) => label)).toEqual([
      '모두',
      '행사: Google Cloud Summit (세션 2개)',
      '주제: 쿠브플로 (세션 1개)',
      '주제: BigQuery ML (세션 1개)',
    ]);
    const [first] = option.complete(context, '쿠브', {}, readerOf({}), requestOf({}));
    expect(first?.value).toBe('topic:kubeflow');
  });
});

describe('the tags of a forum', () => {
  const forum = channel('20', { type: ChannelType.GuildForum });
  const tags = [
    { id: '71', name: '공지', moderated: false },
    { id: '72', name: 'Talks', moderated: false },
  ];

  it('are read by name or id, and completed one after the other', async () => {
    discord.forum = { tags, required: true };
    const reply = await run('subscribe', { channel: forum, tags: 'talks, 71' });
    expect((await only()).tags).toEqual(['72', '71']);
    expect(textOf(reply)).toMatch(/Talks, 공지/);
    const option = recap.kind === 'group' ? recap.subcommands['subscribe']?.options['tags'] : undefined;
    expect.assert(option?.type === 'string' && option.lookUp);
    const found = await option.lookUp(context, '공지, t', { channel: '20' }, readerOf({}), requestOf({}));
    expect(found).toEqual([{ label: '공지, Talks', value: '공지, Talks' }]);
  });

  it('that wants one gets one or is refused at setup; others get none', async () => {
    discord.forum = { tags, required: true };
    expect(textOf(await run('subscribe', { channel: forum }))).toMatch(/공지, Talks/);
    expect(textOf(await run('subscribe', { channel: forum, tags: 'Nope' }))).toMatch(/Nope/);
    expect(textOf(await run('subscribe', { what: 'session', tags: 'Talks' }))).toMatch(/태그는 포럼/);
    expect(await context.recaps?.list({ guildId: '1' })).toEqual([]);
  });
});

describe('a digest', () => {
  it.each(['1', '8', 'many'])('of %s is refused', async (items) => {
    expect(textOf(await run('subscribe', { what: 'digest', items }))).toMatch(/2개에서 7개/);
  });

  it('and new posts say in the list what comes and when', async () => {
    await run('subscribe', { what: 'digest', items: '2', days: '월' });
    await run('subscribe', { what: 'new' });
    const text = textOf(await run('list'));
    expect(text).toMatch(/다음: 5 · 데이터.*\/ 6 · 비즈니스/);
    expect(text).toMatch(/새 글이 올라오면 바로.*새 글을 기다리고 있습니다/s);
  });
});
