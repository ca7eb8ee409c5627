import { type APIUser, ChannelType, GatewayIntentBits } from 'discord-api-types/v10';
import { APPLICATION_ID } from '../application.ts';
import { faults } from '../faults/faults.ts';
import { wire } from '../faults/wire.ts';
import {
  apiRole,
  type ChannelOptions,
  DEFAULT_GUILD,
  DEFAULT_PEOPLE,
  type GroupOptions,
  type GuildOptions,
  type PersonOptions,
  type PlaygroundOptions,
  randomToken,
} from '../options.ts';
import { changes } from './changes.ts';
import { systemClock } from './clock.ts';
import type { ChannelState, GuildState, PersonState, TagState } from './entities.ts';
import { newKeys } from './keys.ts';
import { BOT_PERMISSIONS, MEMBER_PERMISSIONS } from './permissions.ts';
import { snowflakes } from './snowflake.ts';
import type { World } from './state.ts';
import { apiChannel } from './views.ts';

/** The initial world of the options, without connections. */
export function createWorld(options: PlaygroundOptions): World {
  const clock = options.clock ?? systemClock(options.now);
  const told = changes();
  const applicationId = options.applicationId ?? APPLICATION_ID;
  const ids = snowflakes(clock.now);
  const world: World = {
    clock,
    newId: ids.next,
    raiseIds: ids.raise,
    token: options.token ?? randomToken(applicationId),
    applicationId,
    user: botUser(applicationId, options.botName ?? 'Lectern'),
    people: new Map(),
    guilds: new Map(),
    channels: new Map(),
    files: new Map(),
    commands: new Map(),
    creations: new Map(),
    interactions: new Map(),
    changes: told,
    faults: faults(() => told.emit({ kind: 'faults' })),
    wire: wire(clock.now, (entry) => told.emit({ kind: 'wire', entry })),
    keys: newKeys(),
    endpoint: undefined,
    sharding: { shards: 1, maxConcurrency: undefined, ...options.sharding },
    dispatch: () => 0,
    origin: '',
  };
  const people = options.people ?? DEFAULT_PEOPLE;
  // Owners refer to people, and people to servers: ids are assigned first.
  const personIds = new Map(people.map((person) => [person.username, person.id ?? world.newId()]));
  for (const guild of options.guilds ?? [DEFAULT_GUILD])
    addGuild(world, guild, personIds.get(guild.owner ?? ''));
  for (const person of people)
    addPerson(world, { ...person, id: personIds.get(person.username) ?? world.newId() });
  for (const group of options.groups ?? []) addGroup(world, group);
  return world;
}

/** Adds a server with its channels. `ownerId` undefined: a user who is not in the playground. */
export function addGuild(world: World, options: GuildOptions, ownerId?: string): GuildState {
  const id = options.id ?? world.newId();
  const roles = [{ id, name: '@everyone' }, ...(options.roles ?? [])].map((role, index) =>
    apiRole(role.id ?? world.newId(), role.name, 'mentionable' in role && role.mentionable === true, index),
  );
  const guild: GuildState = {
    id,
    name: options.name,
    locale: options.locale ?? 'ko',
    ownerId: ownerId ?? '1100000000000000001',
    botPermissions: options.botPermissions ?? BOT_PERMISSIONS,
    botIsMember: options.botIsMember ?? true,
    roles,
  };
  world.guilds.set(id, guild);
  world.changes.emit({ kind: 'guild', guildId: id });
  for (const channel of options.channels ?? [{ name: 'general' }]) addChannel(world, id, channel);
  return guild;
}

/** Adds a channel to a server. Throws for an unknown server. */
export function addChannel(world: World, guildId: string, options: ChannelOptions): ChannelState {
  if (!world.guilds.has(guildId)) throw new Error(`There is no server ${guildId}.`);
  const position = [...world.channels.values()].filter((channel) => channel.guildId === guildId).length;
  const channel = place(world, {
    id: options.id ?? world.newId(),
    type: options.type ?? ChannelType.GuildText,
    name: options.name,
    guildId,
    position,
    topic: options.topic,
    recipientIds: [],
    botIsHere: true,
  });
  const data = apiChannel(world, channel);
  world.dispatch('CHANNEL_CREATE', data, { guildId, intent: GatewayIntentBits.Guilds });
  return channel;
}

/** Adds a person and their DM with the bot. Without `guildIds` they are in every server. */
export function addPerson(world: World, options: PersonOptions): PersonState {
  const id = options.id ?? world.newId();
  const person: PersonState = {
    id,
    username: options.username,
    name: options.name ?? options.username,
    locale: options.locale ?? 'ko',
    permissions: (options.permissions ?? MEMBER_PERMISSIONS).toString(),
    guildIds: options.guildIds ?? [...world.guilds.keys()],
    roleIds: options.roleIds ?? [],
    acceptsDms: options.acceptsDms ?? true,
  };
  world.people.set(id, person);
  place(world, {
    // Constant across runs, so that a bot's store stays valid.
    id: (BigInt(id) + 500_000n).toString(),
    type: ChannelType.DM,
    name: person.name,
    guildId: undefined,
    position: 0,
    topic: undefined,
    recipientIds: [id],
    botIsHere: true,
  });
  world.changes.emit({ kind: 'people' });
  return person;
}

/** Adds a group DM without the bot. Throws for an unknown person. */
export function addGroup(world: World, options: GroupOptions): ChannelState {
  const recipientIds = options.people.map((username) => {
    const person = [...world.people.values()].find((one) => one.username === username);
    if (person === undefined) throw new Error(`There is no person called ${username}.`);
    return person.id;
  });
  return place(world, {
    id: options.id ?? world.newId(),
    type: ChannelType.GroupDM,
    name: options.name,
    guildId: undefined,
    position: 0,
    topic: undefined,
    recipientIds,
    botIsHere: false,
  });
}

/** Deletes a channel with its threads. */
export function removeChannel(world: World, id: string): void {
  const channel = world.channels.get(id);
  if (channel === undefined) return;
  for (const thread of [...world.channels.values()].filter((one) => one.thread && one.parentId === id)) {
    removeChannel(world, thread.id);
  }
  const data = apiChannel(world, channel);
  world.channels.delete(id);
  world.changes.emit({ kind: 'channel-gone', channelId: id });
  const event = channel.thread === undefined ? 'CHANNEL_DELETE' : 'THREAD_DELETE';
  world.dispatch(event, data, { guildId: channel.guildId, intent: GatewayIntentBits.Guilds });
}

/** Revokes permissions of the bot in a channel or in a whole server, or restores them. */
export function setPermissions(
  world: World,
  where: { readonly channelId: string } | { readonly guildId: string },
  permissions: bigint,
  allowed: boolean,
): void {
  if ('guildId' in where) {
    const guild = world.guilds.get(where.guildId);
    if (guild === undefined) throw new Error(`There is no server ${where.guildId}.`);
    guild.botPermissions = allowed ? guild.botPermissions | permissions : guild.botPermissions & ~permissions;
    world.changes.emit({ kind: 'guild', guildId: guild.id });
    return;
  }
  const channel = world.channels.get(where.channelId);
  if (channel === undefined) throw new Error(`There is no channel ${where.channelId}.`);
  const id = world.user.id;
  const old = channel.overwrites.find((one) => one.id === id);
  const deny = BigInt(old?.deny ?? 0);
  const next = {
    id,
    type: 1,
    allow: '0',
    deny: (allowed ? deny & ~permissions : deny | permissions).toString(),
  };
  channel.overwrites = [...channel.overwrites.filter((one) => one.id !== id), next];
  world.changes.emit({ kind: 'channel', channel });
}

/** Gives a forum its tags; `required`: each post must have one. */
export function setTags(
  world: World,
  channelId: string,
  names: readonly string[],
  required: boolean,
): readonly TagState[] {
  const channel = world.channels.get(channelId);
  if (channel === undefined || channel.type !== ChannelType.GuildForum)
    throw new Error(`There is no forum ${channelId}.`);
  channel.tags = names.map((name) => ({ id: world.newId(), name, moderated: false }));
  channel.requiresTag = required;
  world.changes.emit({ kind: 'channel', channel });
  return channel.tags;
}

type NewChannel = Pick<
  ChannelState,
  'id' | 'type' | 'name' | 'guildId' | 'position' | 'topic' | 'recipientIds' | 'botIsHere'
>;

function place(world: World, fresh: NewChannel): ChannelState {
  const channel: ChannelState = {
    ...fresh,
    parentId: undefined,
    overwrites: [],
    tags: [],
    requiresTag: false,
    appliedTags: [],
    thread: undefined,
    messages: [],
    byId: new Map(),
    nonces: new Map(),
  };
  world.channels.set(channel.id, channel);
  world.changes.emit({ kind: 'channel', channel });
  return channel;
}

function botUser(id: string, username: string): APIUser {
  return {
    id,
    username,
    discriminator: '0000',
    global_name: null,
    avatar: null,
    bot: true,
    public_flags: 0,
  } as unknown as APIUser;
}
