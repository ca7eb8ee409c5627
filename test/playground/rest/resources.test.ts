import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '#playground/index.ts';
import { ask, mistakesOf } from '../api.ts';

const GUILD = '1100000000000001000';
const APPLICATION = '1100000000000000000';

const given = it.extend('playground', async ({ task: _ }, { onCleanup }) => {
  const playground: Playground = await startPlayground({ limits: false });
  onCleanup(playground.close);
  return playground;
});

describe('servers, people and the bot itself', () => {
  given('are given as Discord gives them', async ({ playground }) => {
    const { id } = playground.addPerson({ username: 'mina', locale: 'ko' });
    const get = async (path: string) => (await ask(playground, 'GET', path)).body;
    const me = await get('/users/@me');
    expect(me).toMatchObject({ bot: true });
    expect(await get('/users/@me/guilds')).toContainEqual(expect.objectContaining({ id: GUILD }));
    expect(await get(`/users/${id}`)).toMatchObject({ id, username: 'mina' });
    expect(await get('/applications/@me')).toMatchObject({ id: APPLICATION });
    expect(await get('/oauth2/applications/@me')).toMatchObject({ id: APPLICATION });
    expect(await get(`/guilds/${GUILD}`)).toMatchObject({ id: GUILD });
    expect(await get(`/guilds/${GUILD}/channels`)).toContainEqual(
      expect.objectContaining({ type: ChannelType.GuildText, guild_id: GUILD }),
    );
    expect(await get(`/guilds/${GUILD}/roles`)).toContainEqual(expect.objectContaining({ id: GUILD }));
    expect(await get(`/guilds/${GUILD}/members/${id}`)).toMatchObject({ user: { id } });
    expect(await get(`/guilds/${GUILD}/members/@me`)).toMatchObject({ user: { id: me['id'] } });
  });

  given.for([
    ['/users/1', 10_013],
    ['/guilds/1', 10_004],
    [`/guilds/${GUILD}/members/1`, 10_007],
    ['/channels/1', 10_003],
  ] as const)('%s does not exist', async ([path, code], { playground }) => {
    const { status, body } = await ask(playground, 'GET', path);
    expect([status, body['code']]).toEqual([404, code]);
  });
});

describe('channels', () => {
  given('are renamed by who may manage them', async ({ playground }) => {
    const channel = playground.addChannel(GUILD, { name: 'old' });
    const rename = (name: unknown) => ask(playground, 'PATCH', `/channels/${channel}`, { name });
    expect((await rename('new')).body['code']).toBe(50_013);
    const { ManageChannels, ViewChannel } = PermissionFlagsBits;
    playground.faults.allow({ guildId: GUILD }, ManageChannels);
    expect((await rename('new')).body).toMatchObject({ id: channel, name: 'new' });
    expect(mistakesOf(await rename(''))).toEqual(['name BASE_TYPE_BAD_LENGTH']);
    playground.faults.deny(channel, ViewChannel);
    expect((await rename('newer')).body['code']).toBe(50_001);
  });

  given('of one person are opened by a person’s id', async ({ playground }) => {
    const open = (id: unknown) => ask(playground, 'POST', '/users/@me/channels', { recipient_id: id });
    const { id } = playground.addPerson({ username: 'mina', locale: 'ko' });
    expect((await open(id)).body).toMatchObject({ type: ChannelType.DM });
    expect(mistakesOf(await open('mina'))).toEqual(['recipient_id NUMBER_TYPE_COERCE']);
    expect((await open('1')).body['code']).toBe(50_033);
  });

  given('that are no threads have no members of their own', async ({ playground }) => {
    const channel = playground.addChannel(GUILD, { name: 'plain' });
    const join = await ask(playground, 'PUT', `/channels/${channel}/thread-members/@me`);
    expect(join.body['code']).toBe(50_024);
  });
});

describe('commands', () => {
  const path = `/applications/${APPLICATION}/commands`;
  const command = { name: 'one', description: 'First', name_localizations: { ko: '하나' } };

  given('are made, changed, listed and removed one by one', async ({ playground }) => {
    const made = await ask(playground, 'POST', path, command);
    expect(made.status).toBe(201);
    const own = `${path}/${made.body['id']}`;
    expect((await ask(playground, 'POST', path, { ...command, description: 'Again' })).status).toBe(200);
    expect((await ask(playground, 'GET', own)).body).toMatchObject({ description: 'Again' });
    expect((await ask(playground, 'PATCH', own, { description: 'Changed' })).body).toMatchObject({
      name: 'one',
      description: 'Changed',
    });
    const [listed] = Object.values((await ask(playground, 'GET', path)).body);
    expect(listed).not.toHaveProperty('name_localizations');
    const [whole] = Object.values((await ask(playground, 'GET', `${path}?with_localizations=true`)).body);
    expect(whole).toMatchObject({ name_localizations: { ko: '하나' } });
    expect((await ask(playground, 'DELETE', own)).status).toBe(204);
    expect((await ask(playground, 'GET', own)).body['code']).toBe(10_063);
  });

  given('have names of their own', async ({ playground }) => {
    const twice = await ask(playground, 'PUT', path, [command, command]);
    expect(mistakesOf(twice)).toEqual(['1.name APPLICATION_COMMANDS_DUPLICATE_NAME']);
    await ask(playground, 'PUT', path, [command, { ...command, name: 'two' }]);
    const [, two] = Object.values((await ask(playground, 'GET', path)).body) as { readonly id?: string }[];
    const taken = await ask(playground, 'PATCH', `${path}/${two?.id}`, { name: 'one' });
    expect(mistakesOf(taken)).toEqual(['name APPLICATION_COMMANDS_DUPLICATE_NAME']);
  });

  given('of another application, or of a server without the bot, are refused', async ({ playground }) => {
    expect((await ask(playground, 'GET', '/applications/1/commands')).body['code']).toBe(10_002);
    const elsewhere = `/applications/${APPLICATION}/guilds/1/commands`;
    expect((await ask(playground, 'GET', elsewhere)).body['code']).toBe(50_001);
  });
});
