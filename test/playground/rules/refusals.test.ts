import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manualClock, type Playground, startPlayground } from '#playground/index.ts';
import { ask, mistakesOf } from '../api.ts';

const TEXT = '1100000000000001001';
const FORUM = '1100000000000001004';
const x = (length: number) => 'x'.repeat(length);
const button = (more: object = {}) => ({ type: 2, style: 2, label: 'Go', custom_id: 'go', ...more });
const row = (...components: object[]) => ({ type: 1, components });
const select = (more: object = {}) => ({
  type: 3,
  custom_id: 'menu',
  options: [
    { label: 'a', value: 'a' },
    { label: 'b', value: 'b' },
  ],
  ...more,
});
const option = (more: object = {}) => ({ type: 3, name: 'name', description: 'Which', ...more });
const command = (more: object = {}) => ({ name: 'session', description: 'A session', ...more });

describe('the local Discord', () => {
  let playground: Playground;
  const clock = manualClock(Date.UTC(2026, 0, 1));

  beforeAll(async () => {
    playground = await startPlayground({ limits: false, clock });
  });
  afterAll(() => playground.close());

  it.each([
    [
      'a description over 4,096',
      { embeds: [{ description: x(4_097) }] },
      'embeds.0.description BASE_TYPE_MAX_LENGTH',
    ],
    ['a title over 256', { embeds: [{ title: x(257) }] }, 'embeds.0.title BASE_TYPE_MAX_LENGTH'],
    ['content over 2,000', { content: x(2_001) }, 'content BASE_TYPE_MAX_LENGTH'],
    ['content that is no text', { content: 5 }, 'content STRING_TYPE_CONVERT'],
    [
      '26 fields',
      { embeds: [{ fields: Array(26).fill({ name: 'a', value: 'b' }) }] },
      'embeds.0.fields BASE_TYPE_MAX_LENGTH',
    ],
    ['11 embeds', { embeds: Array(11).fill({ title: 'a' }) }, 'embeds BASE_TYPE_MAX_LENGTH'],
    [
      'a field without a value',
      { embeds: [{ fields: [{ name: 'a', value: ' ' }] }] },
      'embeds.0.fields.0.value BASE_TYPE_REQUIRED',
    ],
    ['an embed with nothing in it', { embeds: [{ color: 5 }] }, 'embeds.0.description BASE_TYPE_REQUIRED'],
    [
      '6,001 characters over all embeds',
      { embeds: [{ description: x(4_000) }, { description: x(2_001) }] },
      'embeds MAX_EMBED_SIZE_EXCEEDED',
    ],
    [
      'a colour out of range',
      { embeds: [{ title: 'a', color: 16777216 }] },
      'embeds.0.color NUMBER_TYPE_MAX',
    ],
    [
      'an address that is none',
      { embeds: [{ title: 'a', url: 'not an address' }] },
      'embeds.0.url URL_TYPE_INVALID_URL',
    ],
    [
      'an address of another scheme',
      { embeds: [{ title: 'a', url: 'ftp://example.com/' }] },
      'embeds.0.url URL_TYPE_INVALID_SCHEME',
    ],
    [
      'an image that was not sent',
      { embeds: [{ image: { url: 'attachment://a.png' } }] },
      'embeds.0.image.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
    [
      'an attachment that was not sent',
      { content: 'a', attachments: [{ id: 0, filename: 'a' }] },
      'attachments.0.id ATTACHMENT_NOT_FOUND',
    ],
    [
      'six rows',
      {
        content: 'a',
        components: Array(6)
          .fill(0)
          .map((_, i) => row(button({ custom_id: `${i}` }))),
      },
      'components BASE_TYPE_BAD_LENGTH',
    ],
    [
      'six buttons in a row',
      {
        components: [
          row(
            ...Array(6)
              .fill(0)
              .map((_, i) => button({ custom_id: `${i}` })),
          ),
        ],
      },
      'components.0.components BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a row without buttons',
      { content: 'a', components: [row()] },
      'components.0.components BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a custom id over 100',
      { components: [row(button({ custom_id: x(101) }))] },
      'components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a custom id twice',
      { components: [row(button()), row(button())] },
      'components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a button without a custom id',
      { components: [row({ type: 2, style: 1, label: 'a' })] },
      'components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
    ],
    [
      'a link without an address',
      { components: [row({ type: 2, style: 5, label: 'a' })] },
      'components.0.components.0.url BASE_TYPE_REQUIRED',
    ],
    [
      'a link with a custom id',
      { components: [row(button({ style: 5, url: 'https://example.com/' }))] },
      'components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
    ],
    [
      'a link over 512',
      { components: [row({ type: 2, style: 5, label: 'a', url: `https://example.com/${x(500)}` })] },
      'components.0.components.0.url BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a button without a name',
      { components: [row(button({ label: '' }))] },
      'components.0.components.0.label BUTTON_COMPONENT_INVALID_LABEL',
    ],
    [
      'a label over 80',
      { components: [row(button({ label: x(81) }))] },
      'components.0.components.0.label BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a component of no kind',
      { components: [row({ type: 77 })] },
      'components.0.components.0.type UNION_TYPE_CHOICES',
    ],
    ['a button outside a row', { components: [button()] }, 'components.0.type UNION_TYPE_CHOICES'],
    [
      'a select beside a button',
      { components: [row(select(), button())] },
      'components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    [
      '26 options',
      {
        components: [
          row(
            select({
              options: Array(26)
                .fill(0)
                .map((_, i) => ({ label: 'a', value: `${i}` })),
            }),
          ),
        ],
      },
      'components.0.components.0.options BASE_TYPE_BAD_LENGTH',
    ],
    [
      'an option value twice',
      { components: [row(select({ options: Array(2).fill({ label: 'a', value: 'a' }) }))] },
      'components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    [
      'an option description over 100',
      { components: [row(select({ options: [{ label: 'a', value: 'a', description: x(101) }] }))] },
      'components.0.components.0.options.0.description BASE_TYPE_MAX_LENGTH',
    ],
    [
      'more to choose than there is',
      { components: [row(select({ max_values: 3 }))] },
      'components.0.components.0.options BASE_TYPE_BAD_LENGTH',
    ],
    ['a nonce over 25', { content: 'a', nonce: x(26) }, 'nonce BASE_TYPE_MAX_LENGTH'],
    [
      'content beside new-style components',
      { content: 'a', flags: 32768, components: [{ type: 10, content: 'b' }] },
      'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'new-style components without their flag',
      { components: [{ type: 10, content: 'b' }] },
      'components.0.type UNION_TYPE_CHOICES',
    ],
  ] as const)('refuses $0', async (_what, message, ...mistakes) => {
    const answer = await ask(playground, 'POST', `/channels/${TEXT}/messages`, message);
    expect(answer.status, JSON.stringify(answer.body)).toBe(400);
    expect(answer.body['code']).toBe(50035);
    expect(answer.body['message']).toBe('Invalid Form Body');
    expect(mistakesOf(answer)).toEqual(mistakes);
  });

  it('words them as Discord does', async () => {
    const answer = await ask(playground, 'POST', `/channels/${TEXT}/messages`, {
      embeds: [{ description: x(4_097) }],
    });
    expect(answer.body).toStrictEqual({
      message: 'Invalid Form Body',
      code: 50035,
      errors: {
        embeds: {
          '0': {
            description: {
              _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 4096 or fewer in length.' }],
            },
          },
        },
      },
    });
  });

  it('takes what fills every limit', async () => {
    const message = {
      content: x(2_000),
      embeds: [
        {
          title: x(256),
          description: x(4_000),
          timestamp: '2026-01-01T09:00:00+09:00',
          fields: [{ name: x(256), value: x(1_024) }],
          footer: { text: x(464) },
        },
      ],
      components: [
        ...Array(4)
          .fill(0)
          .map((_, r) =>
            row(
              ...Array(5)
                .fill(0)
                .map((_, b) => button({ custom_id: `${r}${b}${x(98)}` })),
            ),
          ),
        row(
          select({
            options: Array(25)
              .fill(0)
              .map((_, i) => ({ label: x(100), value: `${i}`.padEnd(100), description: x(100) })),
          }),
        ),
      ],
      allowed_mentions: { parse: [] },
    };
    const answer = await ask(playground, 'POST', `/channels/${TEXT}/messages`, message);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const v2 = {
      flags: 32768,
      components: [{ type: 17, components: [{ type: 10, content: '# hello' }, row(button())] }],
    };
    expect((await ask(playground, 'POST', `/channels/${TEXT}/messages`, v2)).status).toBe(200);
  });

  it.each([
    ['a name in capitals', command({ name: 'Session' }), 'name APPLICATION_COMMAND_INVALID_NAME'],
    ['a name with a space', command({ name: 'my session' }), 'name APPLICATION_COMMAND_INVALID_NAME'],
    [
      'a Korean name with a space',
      command({ name_localizations: { ko: '세션 보기' } }),
      'name_localizations.ko APPLICATION_COMMAND_INVALID_NAME',
    ],
    [
      'a locale that is none',
      command({ name_localizations: { xx: 'a' } }),
      'name_localizations.xx ENUM_TYPE_COERCE',
    ],
    ['no description', { name: 'session' }, 'description BASE_TYPE_REQUIRED'],
    ['a description over 100', command({ description: x(101) }), 'description BASE_TYPE_MAX_LENGTH'],
    [
      'a required option behind an optional one',
      command({ options: [option(), option({ name: 'b', required: true })] }),
      'options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      'an option twice',
      command({ options: [option(), option()] }),
      'options.1.name APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    ],
    [
      'an option without a description',
      command({ options: [{ type: 3, name: 'a' }] }),
      'options.0.description BASE_TYPE_REQUIRED',
    ],
    [
      'an option of no kind',
      command({ options: [option({ type: 44 })] }),
      'options.0.type UNION_TYPE_CHOICES',
    ],
    [
      'choices beside autocompletion',
      command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] }),
      'options.0.autocomplete APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
    ],
    [
      'a choice value over 100',
      command({ options: [option({ choices: [{ name: 'a', value: x(101) }] })] }),
      'options.0.choices.0.value BASE_TYPE_MAX_LENGTH',
    ],
    [
      '26 options',
      command({
        options: Array(26)
          .fill(0)
          .map((_, i) => option({ name: `o${i}` })),
      }),
      'options BASE_TYPE_MAX_LENGTH',
    ],
    [
      'options beside subcommands',
      command({ options: [{ type: 1, name: 'a', description: 'b' }, option()] }),
      'options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ],
    [
      'a menu entry with a description',
      { type: 3, name: 'Find', description: 'a' },
      'description APPLICATION_COMMAND_INVALID_DESCRIPTION',
    ],
  ] as const)('refuses a command with $0', async (_what, body, ...mistakes) => {
    const answer = await ask(playground, 'POST', `/applications/${playground.applicationId}/commands`, body);
    expect(answer.body['code'], JSON.stringify(answer.body)).toBe(50035);
    expect(mistakesOf(answer)).toEqual(mistakes);
  });

  it('refuses the same name twice in one overwrite, and names the place', async () => {
    const path = `/applications/${playground.applicationId}/commands`;
    const answer = await ask(playground, 'PUT', path, [command(), command()]);
    expect(mistakesOf(answer)).toEqual(['1.name APPLICATION_COMMANDS_DUPLICATE_NAME']);
    const wrong = await ask(playground, 'PUT', path, [command(), command({ name: 'B' })]);
    expect(mistakesOf(wrong)).toEqual(['1.name APPLICATION_COMMAND_INVALID_NAME']);
  });

  it('allows 200 new commands a day and no more', async () => {
    const own = await startPlayground({ limits: false, clock });
    const path = `/applications/${own.applicationId}/commands`;
    for (let round = 0; round < 100; round += 1) {
      expect(
        (await ask(own, 'PUT', path, [command({ name: `a${round}` }), command({ name: `b${round}` })]))
          .status,
      ).toBe(200);
    }
    const one = await ask(own, 'POST', path, command({ name: 'more' }));
    expect([one.status, one.body['code']]).toEqual([429, 30034]);
    const same = await ask(own, 'POST', path, command({ name: 'a99', description: 'changed' }));
    expect(same.status, 'a change is no creation').toBe(200);
    clock.advance(86_400_000);
    expect((await ask(own, 'POST', path, command({ name: 'more' }))).status).toBe(201);
    await own.close();
  });

  it.each([
    ['an unknown channel', 'POST', '/channels/1/messages', 404, 10003],
    ['an unknown message', 'GET', `/channels/${TEXT}/messages/1`, 404, 10008],
    ['an unknown server', 'GET', '/guilds/1', 404, 10004],
    ['an unknown path', 'GET', '/nowhere', 404, 0],
    ['a dead interaction', 'POST', '/interactions/1/abc/callback', 404, 10062],
    ['a wrong webhook token', 'PATCH', '/webhooks/1100000000000000000/abc/messages/@original', 401, 50027],
    ['an unknown command', 'DELETE', '/applications/1100000000000000000/commands/1', 404, 10063],
    ['a message to a forum', 'POST', `/channels/${FORUM}/messages`, 400, 50008],
    ['an empty message', 'POST', `/channels/${TEXT}/messages`, 400, 50006],
    ['a DM to nobody', 'POST', '/users/@me/channels', 400, 50035],
  ] as const)('refuses $0', async (_what, method, path, status, code) => {
    const answer = await ask(
      playground,
      method,
      path,
      method === 'GET' || method === 'DELETE' ? undefined : {},
    );
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });

  it('refuses a wrong token and JSON that is none', async () => {
    const anyone = await ask(playground, 'GET', '/users/@me', undefined, { authorization: 'Bot nobody' });
    expect([anyone.status, anyone.body]).toStrictEqual([401, { message: '401: Unauthorized', code: 0 }]);
    const response = await fetch(`${playground.apiUrl}/v10/channels/${TEXT}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${playground.token}`, 'content-type': 'application/json' },
      body: '{',
    });
    expect(((await response.json()) as { code: number }).code).toBe(50109);
  });

  it('refuses what the bot may not do', async () => {
    const channel = playground.addChannel('1100000000000001000', { name: 'closed' });
    const path = `/channels/${channel}/messages`;
    const embed = { embeds: [{ title: 'a' }] };
    const code = async (body: object = { content: 'a' }) =>
      (await ask(playground, 'POST', path, body)).body['code'];
    playground.faults.deny(channel, PermissionFlagsBits.EmbedLinks);
    expect(await code(embed)).toBe(50013);
    expect(await code()).toBeUndefined();
    playground.faults.deny(channel, PermissionFlagsBits.SendMessages);
    expect(await code()).toBe(50013);
    playground.faults.deny(channel, PermissionFlagsBits.ViewChannel);
    expect(await code()).toBe(50001);
    playground.faults.allow(channel, PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages);
    expect(await code()).toBeUndefined();
    playground.faults.deny({ guildId: '1100000000000001000' }, PermissionFlagsBits.EmbedLinks);
    playground.faults.allow(channel, PermissionFlagsBits.EmbedLinks);
    expect(await code(embed)).toBe(50013);
    playground.faults.allow({ guildId: '1100000000000001000' }, PermissionFlagsBits.EmbedLinks);
    playground.faults.removeChannel(channel);
    expect(await code()).toBe(10003);
  });

  it('refuses DMs that a person does not take', async () => {
    const dm = await ask(playground, 'POST', '/users/@me/channels', {
      recipient_id: playground.as('sora').id,
    });
    const path = `/channels/${dm.body['id']}/messages`;
    expect((await ask(playground, 'POST', path, { content: 'a' })).status).toBe(200);
    playground.faults.refuseDms('sora');
    expect((await ask(playground, 'POST', path, { content: 'a' })).body['code']).toBe(50007);
  });
});
