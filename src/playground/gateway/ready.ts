import { GatewayCloseCodes, GatewayIntentBits } from 'discord-api-types/v10';
import type { World } from '../world/state.ts';
import { apiChannel, apiGuild, apiMember, apiUser, timestamp } from '../world/views.ts';
import { logDispatch, record } from './frames.ts';
import { type GatewaySession, isForShard, sendEvent } from './session.ts';

/** Message Content, Guild Members and Presences are privileged, and this application has no approval. */
const PRIVILEGED =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
const ALL_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);

/** The address of the gateway. */
export function gatewayUrl(world: World): string {
  return `${world.origin.replace(/^http/, 'ws')}/gateway`;
}

/** READY, and GUILD_CREATE for bots with the intent (Events, "Gateway Events"). */
export function welcome(world: World, session: GatewaySession): void {
  const guilds = [...world.guilds.values()].filter(
    (guild) => guild.botIsMember && isForShard(session, guild.id),
  );
  const ready = {
    v: 10,
    user: { ...world.user, verified: true, mfa_enabled: true, email: null, flags: 0 },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: gatewayUrl(world),
    shard: session.shard,
    application: { id: world.applicationId, flags: 0 },
    private_channels: [],
    presences: [],
    relationships: [],
    _trace: ['playground'],
  };
  logDispatch(world, 'READY', sendEvent(session, 'READY', ready), ready);
  if ((session.intents & GatewayIntentBits.Guilds) === 0) return;
  for (const guild of guilds) {
    const channels = [...world.channels.values()].filter((channel) => channel.guildId === guild.id);
    const data = {
      ...apiGuild(guild),
      members: [...world.people.values()]
        .filter((person) => person.guildIds.includes(guild.id))
        .map((person) => ({ ...apiMember(person), user: apiUser(person) })),
      member_count: world.people.size + 1,
      joined_at: timestamp(world.clock.now()),
      large: false,
      unavailable: false,
      channels: channels.filter((channel) => !channel.thread).map((channel) => apiChannel(world, channel)),
      threads: channels.filter((channel) => channel.thread).map((channel) => apiChannel(world, channel)),
      presences: [],
      voice_states: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
    };
    logDispatch(world, 'GUILD_CREATE', sendEvent(session, 'GUILD_CREATE', data), data);
  }
}

/** The shard and intents of an identify, or the close code for an invalid one. */
export type IdentifyResult =
  | { readonly shard: readonly [number, number]; readonly intents: number }
  | { readonly close: number; readonly reason: string };

/** Servers a shard that Discord recommends, and those that it allows at most (Gateway, "Sharding"). */
const RECOMMENDED = 1_000;
const MOST = 2_500;

/** Whether a bot with so many shards may stay: each of them takes more servers than recommended, up to a limit. */
export const isEnough = (world: World, count: number): boolean =>
  count * MOST >= world.sharding.shards * RECOMMENDED;

/** Validates an identify. */
export function identify(world: World, data: unknown): IdentifyResult {
  const { token, intents, shard, properties } = record(data);
  if (token !== world.token) {
    return { close: GatewayCloseCodes.AuthenticationFailed, reason: 'Authentication failed.' };
  }
  if (typeof properties !== 'object') {
    return { close: GatewayCloseCodes.DecodeError, reason: 'Error while decoding payload.' };
  }
  if (typeof intents !== 'number' || intents < 0 || (intents & ~ALL_INTENTS) !== 0) {
    return { close: GatewayCloseCodes.InvalidIntents, reason: 'Invalid intent(s).' };
  }
  if ((intents & PRIVILEGED) !== 0) {
    return { close: GatewayCloseCodes.DisallowedIntents, reason: 'Disallowed intent(s).' };
  }
  const [index, count] = Array.isArray(shard) ? (shard as unknown[]) : [0, 1];
  if (typeof index !== 'number' || typeof count !== 'number' || index < 0 || index >= count) {
    return { close: GatewayCloseCodes.InvalidShard, reason: 'Invalid shard.' };
  }
  if (!isEnough(world, count)) {
    return { close: GatewayCloseCodes.ShardingRequired, reason: 'Sharding is required.' };
  }
  return { shard: [index, count], intents };
}
